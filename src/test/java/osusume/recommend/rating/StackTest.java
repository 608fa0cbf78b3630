package osusume.recommend.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.nmf.NmfSettings;
import osusume.progress.CancelledException;
import osusume.progress.Progress;
import osusume.recommend.FreshFitting;

class StackTest {
  private static final Dataset DATA = Ratings.crowds(400, 40, 7);
  private static final RatingFit FIT = RatingFit.of(DATA, "1.2.3", 2, Progress.NONE);
  private static final Taste NOBODY = Taste.of(new int[0], new byte[0]);

  @SuppressWarnings("unused")
  private static final Iterable<RatingStrategy> STRATEGIES = RatingStrategies.ALL;

  private static RatingModel fit(RatingStrategy strategy, Dataset data) {
    return strategy.fit(new FreshFitting(data, NmfSettings.DEFAULT, Progress.NONE));
  }

  @ParameterizedTest
  @FieldSource("STRATEGIES")
  void everyTasteIsAnsweredOnTheScale(RatingStrategy strategy) {
    RatingModel model = fit(strategy, DATA);
    int[] all = Ratings.all(DATA);
    byte[] same = new byte[all.length];
    Arrays.fill(same, (byte) 10);
    byte[] lowest = new byte[all.length];
    Arrays.fill(lowest, (byte) 1);
    byte[] unrated = new byte[all.length];
    Arrays.fill(unrated, RatingMatrix.UNRATED);
    Taste[] tastes = {
      NOBODY,
      Taste.of(all, same),
      Taste.of(all, lowest),
      Taste.of(all, unrated),
      Taste.of(new int[] {3}, new byte[] {10}),
      Taste.ofUser(DATA.ratings(), 9)
    };
    for (Taste taste : tastes) {
      float[] predicted = model.predict(taste, all);
      assertThat(predicted).hasSameSizeAs(all);
      for (float rating : predicted) {
        assertThat(rating).isBetween(1f, 10f);
      }
    }
    assertThat(model.predict(tastes[5], new int[0])).isEmpty();
    assertThat(model.predict(tastes[1], all)[0])
        .as("who gives every title a 10 is expected to give one")
        .isGreaterThan(model.predict(tastes[2], all)[0]);
  }

  @ParameterizedTest
  @FieldSource("STRATEGIES")
  void aTitlesOwnRatingDoesNotMatter(RatingStrategy strategy) {
    RatingModel model = fit(strategy, DATA);
    Taste taste = Taste.ofUser(DATA.ratings(), 4);
    int[] rows = new int[taste.size()];
    byte[] ratings = new byte[taste.size()];
    for (int entry = 0; entry < rows.length; entry++) {
      rows[entry] = taste.row(entry);
      ratings[entry] = (byte) taste.rating(entry);
    }
    float[] together = model.predict(taste, rows);
    for (int entry = 0; entry < rows.length; entry++) {
      byte own = ratings[entry];
      if (own > 0) {
        ratings[entry] = (byte) (own > 5 ? 1 : 10);
        float other = model.predict(Taste.of(rows, ratings), new int[] {rows[entry]})[0];
        float alone = model.predict(taste.without(rows[entry]), new int[] {rows[entry]})[0];
        assertThat(together[entry]).isCloseTo(other, within(1e-3f)).isCloseTo(alone, within(1e-3f));
        ratings[entry] = own;
      }
    }
  }

  @ParameterizedTest
  @FieldSource("STRATEGIES")
  void dataWithHardlyAnythingInThemAreFitted(RatingStrategy strategy) {
    int[][][] worlds = {
      {{0, 0, 0}}, {{-1, -1, 0}, {0, -1, -1}}, {{7, 0, 0}}, {{10, 10, 10}, {10, 10, 10}}
    };
    for (int[][] lists : worlds) {
      Dataset data = Ratings.dataset(Ratings.titles(7, Double.NaN, 8), Ratings.matrix(lists));
      RatingModel model = fit(strategy, data);
      for (float rating : model.predict(Taste.ofUser(data.ratings(), 0), Ratings.all(data))) {
        assertThat(rating).isBetween(1f, 10f);
      }
    }
  }

  @Test
  void itIsTheSameForAnyNumberOfThreads() {
    int[] all = Ratings.all(DATA);
    for (int threads : new int[] {1, 3}) {
      RatingFit other = RatingFit.of(DATA, "1.2.3", threads, Progress.NONE);
      assertThat(other.stack().weights()).containsExactly(FIT.stack().weights());
      for (int user = 0; user < 30; user++) {
        Taste taste = Taste.ofUser(DATA.ratings(), user);
        assertThat(other.stack().predict(taste, all))
            .containsExactly(FIT.stack().predict(taste, all));
        assertThat(other.stack().halfWidths(taste, all))
            .containsExactly(FIT.stack().halfWidths(taste, all));
      }
    }
  }

  @Test
  void aUserAndAStrangerWithTheSameListAreToldTheSame() {
    int[] all = Ratings.all(DATA);
    Taste user = Taste.ofUser(DATA.ratings(), 11);
    Taste stranger = Taste.ofOutsider(DATA.ratings(), 11);
    assertThat(FIT.stack().predict(stranger, all)).containsExactly(FIT.stack().predict(user, all));
  }

  @Test
  void itIsBetterThanItsMembersOnRatingsThatNobodySaw() {
    HeldOut held = HeldOut.of(DATA, 0.1, 3);
    RatingModel stack = RatingFit.of(held.training(), "", 2, Progress.NONE).stack();
    double error = held.squaredError(stack);
    for (RatingStrategy strategy : RatingStrategies.ALL) {
      assertThat(error)
          .as(strategy.name())
          .isLessThanOrEqualTo(held.squaredError(fit(strategy, held.training())) * 1.01);
    }
    assertThat(error)
        .isLessThan(
            0.8
                * held.squaredError(
                    Biases.fit(held.training().catalogue(), held.training().ratings())));
  }

  @Test
  void twoOfThreeRatingsLieWithinTheHalfWidth() {
    HeldOut held = HeldOut.of(DATA, 0.15, 4);
    RatingPredictor stack = RatingFit.of(held.training(), "", 2, Progress.NONE).stack();
    assertThat(held.covered(stack)).isBetween(0.62, 0.72);
  }

  @Test
  void whoSaidLittleIsPredictedLessSurely() {
    int[] all = Ratings.all(DATA);
    Taste much = Taste.ofUser(DATA.ratings(), 2);
    double little =
        Arrays.stream(toDoubles(FIT.stack().halfWidths(NOBODY, all))).average().orElseThrow();
    double lots =
        Arrays.stream(toDoubles(FIT.stack().halfWidths(much, all))).average().orElseThrow();
    assertThat(little).isGreaterThan(lots);
    assertThat(lots).isGreaterThan(0);
  }

  @Test
  void theHalfWidthOfATitleTheyRatedIsAsIfTheyHadNot() {
    Taste taste = Taste.ofUser(DATA.ratings(), 4);
    Person person = Person.of(FIT.stack().members().biases(), taste);
    for (int entry = 0; entry < person.count(); entry++) {
      Taste others = taste.without(person.rows()[entry]);
      Person without = Person.of(FIT.stack().members().biases(), others);
      assertThat(person.spreadWithoutEntry(entry))
          .isCloseTo(without.spreadWithoutEntry(-1), within(1e-6));
    }
  }

  private static double[] toDoubles(float[] numbers) {
    double[] doubles = new double[numbers.length];
    Arrays.setAll(doubles, i -> numbers[i]);
    return doubles;
  }

  @Test
  void aQuantileIsTheOneOfSplitConformalPrediction() {
    var errors = new HalfWidths.Errors();
    int bin = HalfWidths.bin(60, 500);
    SplittableRandom random = new SplittableRandom(1);
    int[] shuffled = random.ints(0, 1_000_000).distinct().limit(299).toArray();
    for (int error : shuffled) {
      errors.add(bin, error);
    }
    double[] factors = errors.covering(2 / 3.0).factors();
    assertThat(factors[bin]).isEqualTo(Arrays.stream(shuffled).sorted().toArray()[199]);
    assertThat(factors[HalfWidths.bin(0, 0)]).as("nothing there: as all").isEqualTo(factors[bin]);
    assertThat(new HalfWidths.Errors().covering(0.5).factors()).containsOnly(1);
  }

  @Test
  void binsAreLeftClosed() {
    assertThat(HalfWidths.bin(0, 0)).isZero();
    assertThat(HalfWidths.bin(0, 9)).isZero();
    assertThat(HalfWidths.bin(0, 10)).isEqualTo(1);
    assertThat(HalfWidths.bin(1, 0)).isEqualTo(HalfWidths.TITLE_FROM.length);
    assertThat(HalfWidths.bin(1_000_000, 1_000_000)).isEqualTo(HalfWidths.bins() - 1);
  }

  @Test
  void aTitleOutsideTheCatalogueIsExpectedAtThePersonsLevel() {
    Biases biases = FIT.stack().members().biases();
    assertThat(FIT.stack().ofUnknownTitle(NOBODY)).isEqualTo((float) biases.mean());
    Taste generous = Taste.of(new int[] {0, 1, 2}, new byte[] {10, 10, 10});
    assertThat(FIT.stack().ofUnknownTitle(generous))
        .isGreaterThan((float) biases.mean())
        .isLessThanOrEqualTo(10f);
  }

  @Test
  void itCanBeStoppedAnywhere() {
    AtomicInteger checks = new AtomicInteger();
    RatingFit.of(DATA, "", 1, stoppingAfter(Integer.MAX_VALUE, checks));
    int all = checks.get();
    assertThat(all).isGreaterThan(10);
    for (int after = 0; after < all; after += Math.max(1, all / 12)) {
      int last = after;
      assertThatThrownBy(() -> RatingFit.of(DATA, "", 1, stoppingAfter(last, new AtomicInteger())))
          .isInstanceOf(CancelledException.class);
    }
  }

  private static Progress stoppingAfter(int checks, AtomicInteger asked) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        assertThat(fraction).isBetween(0.0, 1.0);
        assertThat(message).isNotBlank();
      }

      @Override
      public boolean cancelled() {
        return asked.incrementAndGet() > checks;
      }
    };
  }
}
