package osusume.nmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.data.RatingMatrix;
import osusume.linalg.ParallelBlocks;
import osusume.nmf.NmfSettings.Start;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

class NmfTest {
  private static final NmfSettings SMALL = NmfSettings.DEFAULT.withComponents(5);

  private static NmfModel train(int[][] dense, NmfSettings settings) {
    return train(dense, settings, 2);
  }

  private static NmfModel train(int[][] dense, NmfSettings settings, int threads) {
    return Nmf.train(
        SmallData.matrix(dense),
        SmallData.animeIds(dense[0].length),
        "print",
        "1.2.3",
        settings,
        threads,
        Progress.NONE,
        IterationListener.NONE);
  }

  @ParameterizedTest
  @EnumSource(Start.class)
  void theRecordedErrorIsThatOfTheModel(Start start) {
    int[][] dense = SmallData.tastes(210, 90, 5, 1);
    for (int iterations : new int[] {1, 2, 7, 40}) {
      NmfModel model =
          train(dense, SMALL.withStart(start).withMaxIterations(iterations).withTolerance(0));
      assertThat(model.relativeError())
          .isCloseTo(SmallData.denseError(dense, model, SmallData.animeIds(90)), within(2e-6));
      assertThat(model.loss()).hasSize(model.iterations() + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(Start.class)
  void theErrorNeverRisesAndFalls(Start start) {
    NmfModel model =
        train(SmallData.tastes(210, 90, 5, 2), SMALL.withStart(start).withTolerance(0));
    double[] loss = model.loss();
    for (int i = 1; i < loss.length; i++) {
      assertThat(loss[i]).isLessThanOrEqualTo(loss[i - 1]);
    }
    assertThat(model.relativeError()).isLessThan(0.8 * loss[0]);
  }

  /** Karush, Kuhn, Tucker for W with H fixed, and for H with W fixed. */
  @Test
  void afterLongTrainingTheConditionsOfOptimalityHold() {
    int[][] dense = SmallData.tastes(120, 60, 4, 3);
    NmfModel model =
        train(
            dense, NmfSettings.DEFAULT.withComponents(4).withMaxIterations(2000).withTolerance(0));
    int[] ids = SmallData.animeIds(60);
    double[][] residual = new double[120][60];
    for (int u = 0; u < 120; u++) {
      for (int a = 0; a < 60; a++) {
        int column = model.columnOfAnime(ids[a]);
        residual[u][a] = -Math.max(0, dense[u][a]);
        for (int c = 0; c < 4 && column >= 0; c++) {
          residual[u][a] += model.w(u, c) * model.h(c, column);
        }
      }
    }
    for (int c = 0; c < 4; c++) {
      for (int u = 0; u < 120; u++) {
        double gradient = 0;
        for (int a = 0; a < 60; a++) {
          int column = model.columnOfAnime(ids[a]);
          gradient += column < 0 ? 0 : residual[u][a] * model.h(c, column);
        }
        assertStationary(gradient, model.w(u, c), 0.05);
      }
      for (int a = 0; a < 60; a++) {
        int column = model.columnOfAnime(ids[a]);
        double gradient = 0;
        for (int u = 0; u < 120; u++) {
          gradient += residual[u][a] * model.w(u, c);
        }
        if (column >= 0) {
          assertStationary(gradient, model.h(c, column), 2);
        }
      }
    }
  }

  private static void assertStationary(double gradient, float value, double tolerance) {
    assertThat(value).isNotNegative();
    assertThat(gradient).isGreaterThan(-tolerance);
    if (value > 1e-3) {
      assertThat(gradient).isLessThan(tolerance);
    }
  }

  @ParameterizedTest
  @EnumSource(Start.class)
  void dataOfExactlyTwoGroupsAreRecovered(Start start) {
    // Two blocks, each an outer product: the factors are known in closed form.
    int[][] dense = new int[9][7];
    for (int u = 0; u < 9; u++) {
      for (int a = 0; a < 7; a++) {
        if (u < 6 == a < 4) {
          dense[u][a] = (1 + u % 3) * (1 + a % 2);
        }
      }
    }
    NmfModel model =
        train(
            dense,
            NmfSettings.DEFAULT
                .withComponents(2)
                .withStart(start)
                .withMaxIterations(1000)
                .withTolerance(0));
    assertThat(model.relativeError()).isLessThan(1e-4);
    int[] ids = SmallData.animeIds(7);
    double first = Math.sqrt(1 + 4 + 1 + 4);
    double second = Math.sqrt(1 + 4 + 1);
    for (int a = 0; a < 7; a++) {
      int column = model.columnOfAnime(ids[a]);
      double inFirst = a < 4 ? (1 + a % 2) / first : 0;
      double inSecond = a < 4 ? 0 : (1 + a % 2) / second;
      assertThat((double) model.h(0, column)).isCloseTo(inFirst, within(1e-3));
      assertThat((double) model.h(1, column)).isCloseTo(inSecond, within(1e-3));
    }
    for (int u = 0; u < 9; u++) {
      assertThat(model.groupOf(model.userRow(u))).isEqualTo(u < 6 ? 0 : 1);
      double scale = (1 + u % 3) * (u < 6 ? first : second);
      assertThat((double) model.w(u, u < 6 ? 0 : 1)).isCloseTo(scale, within(2e-3));
    }
  }

  @Test
  void aProductOfNonNegativeFactorsIsReached() {
    Random random = new Random(5);
    int[][] w = new int[60][3];
    int[][] h = new int[3][40];
    for (int[] row : w) {
      Arrays.setAll(row, c -> random.nextInt(3) == 0 ? 0 : random.nextInt(2));
    }
    for (int[] row : h) {
      Arrays.setAll(row, c -> random.nextInt(2) * random.nextInt(4));
    }
    int[][] dense = new int[60][40];
    for (int u = 0; u < 60; u++) {
      for (int a = 0; a < 40; a++) {
        for (int c = 0; c < 3; c++) {
          dense[u][a] += w[u][c] * h[c][a];
        }
      }
    }
    NmfModel model =
        train(
            dense, NmfSettings.DEFAULT.withComponents(3).withMaxIterations(2000).withTolerance(0));
    assertThat(model.relativeError()).isLessThan(0.01);
    assertThat(SmallData.denseError(dense, model, SmallData.animeIds(40)))
        .isCloseTo(model.relativeError(), within(1e-6));
  }

  @ParameterizedTest
  @EnumSource(Start.class)
  void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads(Start start) {
    int[][] dense = SmallData.tastes(700, 300, 6, 4);
    NmfSettings settings = SMALL.withStart(start).withMaxIterations(15);
    NmfModel one = train(dense, settings, 1);
    for (int threads : new int[] {2, 3, 7}) {
      NmfModel many = train(dense, settings, threads);
      assertThat(Arrays.equals(many.wTable(), one.wTable())).isTrue();
      assertThat(Arrays.equals(many.hTable(), one.hTable())).isTrue();
      assertThat(many.loss()).containsExactly(one.loss());
    }
  }

  @Test
  void anotherSeedGivesAnotherModel() {
    int[][] dense = SmallData.tastes(210, 90, 5, 1);
    NmfSettings random = SMALL.withStart(Start.RANDOM).withMaxIterations(10);
    assertThat(train(dense, random.withSeed(2)).wTable())
        .isNotEqualTo(train(dense, random.withSeed(1)).wTable());
  }

  @Test
  void rowsOfHHaveLengthOneAndGroupsComeLargestFirst() {
    NmfModel model = train(SmallData.tastes(210, 90, 5, 1), SMALL);
    double before = Double.MAX_VALUE;
    for (int c = 0; c < 5; c++) {
      double square = 0;
      for (int a = 0; a < model.animeCount(); a++) {
        square += (double) model.h(c, a) * model.h(c, a);
      }
      assertThat(square).isCloseTo(1, within(1e-5));
      double total = 0;
      for (int u = 0; u < model.userCount(); u++) {
        total += model.w(u, c);
      }
      assertThat(total).isLessThanOrEqualTo(before);
      before = total;
    }
  }

  @Test
  void usersWithoutARatingAreZeroAndTitlesWithoutOneAreLeftOut() {
    int[][] dense = SmallData.tastes(210, 90, 5, 1);
    int[] ids = SmallData.animeIds(90);
    NmfModel model = train(dense, SMALL);
    assertThat(model.userCount()).isEqualTo(210);
    assertThat(model.animeCount()).isEqualTo(80);
    assertThat(model.userRow(9)).containsOnly(0f);
    assertThat(model.groupOf(model.userRow(10))).isEqualTo(-1);
    assertThat(model.groupShares(model.userRow(10))).containsOnly(0);
    assertThat(model.rowOfUser(10 + 3 * 17)).isEqualTo(17);
    assertThat(model.userId(17)).isEqualTo(10 + 3 * 17);
    assertThat(model.rowOfUser(11)).isEqualTo(-1);
    for (int a = 0; a < 90; a++) {
      int column = model.columnOfAnime(ids[a]);
      assertThat(column >= 0).isEqualTo(a % 9 != 8);
      if (column >= 0) {
        assertThat(model.animeId(column)).isEqualTo(ids[a]);
      }
    }
    assertThat(Arrays.stream(model.groupSizes()).sum()).isEqualTo(210 - 40 + 1);
  }

  @Test
  void unratedEntriesCountAsNothing() {
    int[][] dense = SmallData.tastes(210, 90, 5, 1);
    int[][] without = new int[210][90];
    for (int u = 0; u < 210; u++) {
      Arrays.setAll(without[u], a -> 0);
      for (int a = 0; a < 90; a++) {
        without[u][a] = Math.max(0, dense[u][a]);
      }
    }
    NmfModel model = train(dense, SMALL);
    assertThat(train(without, SMALL).wTable()).containsExactly(model.wTable());
  }

  @Test
  void trainingLeavesItsInputAlone() {
    int[][] dense = SmallData.tastes(210, 90, 5, 1);
    RatingMatrix ratings = SmallData.matrix(dense);
    int[] ids = SmallData.animeIds(90);
    Nmf.train(ratings, ids, "print", SMALL, Progress.NONE, IterationListener.NONE);
    RatingMatrix untouched = SmallData.matrix(dense);
    assertThat(ratings.starts()).containsExactly(untouched.starts());
    assertThat(ratings.columns()).containsExactly(untouched.columns());
    assertThat(ratings.values()).containsExactly(untouched.values());
    assertThat(ids).containsExactly(SmallData.animeIds(90));
  }

  @Test
  void theModelKnowsHowItCameAbout() {
    NmfModel model = train(SmallData.tastes(210, 90, 5, 1), SMALL.withSeed(42));
    assertThat(model.settings()).isEqualTo(SMALL.withSeed(42));
    assertThat(model.fingerprint()).isEqualTo("print");
    assertThat(model.programVersion()).isEqualTo("1.2.3");
    assertThat(model.seconds()).isPositive();
    assertThat(model.converged()).isTrue();
    assertThat(model.iterations()).isBetween(NmfSettings.STOP_WINDOW, 199);
  }

  @Test
  void theLimitOfIterationsIsKept() {
    NmfModel model =
        train(SmallData.tastes(210, 90, 5, 1), SMALL.withMaxIterations(3).withTolerance(0));
    assertThat(model.iterations()).isEqualTo(3);
    assertThat(model.converged()).isFalse();
  }

  @Test
  void theListenerHearsEachIterationAndProgressGrows() {
    List<Double> heard = new ArrayList<>();
    List<Double> fractions = new ArrayList<>();
    var progress =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            fractions.add(fraction);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    NmfModel model =
        Nmf.train(
            SmallData.matrix(SmallData.tastes(210, 90, 5, 1)),
            SmallData.animeIds(90),
            "print",
            SMALL,
            progress,
            (iteration, error, seconds) -> {
              assertThat(iteration).isEqualTo(heard.size());
              assertThat(seconds).isPositive();
              heard.add(error);
            });
    assertThat(heard.stream().mapToDouble(Double::doubleValue))
        .containsExactly(boxed(model.loss()));
    assertThat(fractions).isSorted().allMatch(f -> f >= 0 && f <= 1);
    assertThat(model.programVersion()).isEqualTo(Nmf.UNKNOWN_VERSION);
  }

  private static Double[] boxed(double[] numbers) {
    return Arrays.stream(numbers).boxed().toArray(Double[]::new);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 6, 8, 11})
  void aCancelStopsAtTheNextStepAndLeavesNoThread(int checksUntilThen) {
    var checks = new AtomicInteger();
    var cancelling =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return checks.getAndIncrement() >= checksUntilThen;
          }
        };
    RatingMatrix ratings = SmallData.matrix(SmallData.tastes(210, 90, 5, 1));
    assertThatThrownBy(
            () ->
                Nmf.train(
                    ratings,
                    SmallData.animeIds(90),
                    "print",
                    "1",
                    SMALL.withTolerance(0),
                    3,
                    cancelling,
                    IterationListener.NONE))
        .isInstanceOf(CancelledException.class);
    assertThat(checks).hasValue(checksUntilThen + 1);
    assertNoThreads();
  }

  @Test
  void aListenerThatFailsLeavesNoThread() {
    RatingMatrix ratings = SmallData.matrix(SmallData.tastes(210, 90, 5, 1));
    assertThatThrownBy(
            () ->
                Nmf.train(
                    ratings,
                    SmallData.animeIds(90),
                    "print",
                    SMALL,
                    Progress.NONE,
                    (iteration, error, seconds) -> {
                      throw new IllegalStateException("chart");
                    }))
        .hasMessage("chart");
    assertNoThreads();
  }

  private static void assertNoThreads() {
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith(ParallelBlocks.THREAD_NAME));
  }

  @Test
  void moreComponentsThanTheDataAllowAreRefused() {
    int[][] dense = {{5, 0, 3, -1}, {0, 2, 9, 0}, {-1, 0, 0, 0}};
    assertThatThrownBy(() -> train(dense, NmfSettings.DEFAULT.withComponents(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "3 components are more than this data set allows: it has 2 users and 3 titles with a"
                + " rating. Ask for 2 or fewer.");
    assertThat(train(dense, NmfSettings.DEFAULT.withComponents(2)).relativeError())
        .isLessThan(1e-3);
  }

  @Test
  void withoutARatingAboveZeroThereIsNothingToLearn() {
    assertThatThrownBy(() -> train(new int[][] {{-1, 0}, {0, 0}}, SMALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no rating above zero");
  }

  @Test
  void idsThatDoNotFitTheRatingsAreRefused() {
    RatingMatrix ratings = SmallData.matrix(new int[][] {{5, 0}, {1, 2}});
    assertThatThrownBy(
            () -> Nmf.train(ratings, new int[3], "p", SMALL, Progress.NONE, IterationListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The ratings have 2 titles, but ids were given for 3.");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> NmfSettings.DEFAULT.withComponents(1)).hasMessageContaining("it is 1");
    assertThatThrownBy(() -> NmfSettings.DEFAULT.withComponents(201))
        .hasMessageContaining("from 2 to 200, but it is 201");
    assertThatThrownBy(() -> NmfSettings.DEFAULT.withMaxIterations(0))
        .hasMessageContaining("1 or more, but it is 0");
    for (double tolerance : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> NmfSettings.DEFAULT.withTolerance(tolerance))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("tolerance");
    }
  }

  @Test
  void scoresAreTheRowTimesH() {
    NmfModel model = train(SmallData.tastes(210, 90, 5, 1), SMALL);
    float[] row = model.userRow(3);
    float[] mix = model.mixScores(row);
    double shares = 0;
    for (int a = 0; a < model.animeCount(); a++) {
      double exact = 0;
      for (int c = 0; c < 5; c++) {
        exact += (double) row[c] * model.h(c, a);
      }
      assertThat((double) mix[a]).isCloseTo(exact, within(1e-5));
      assertThat(model.groupScores(2)[a]).isEqualTo(model.h(2, a));
    }
    for (double share : model.groupShares(row)) {
      shares += share;
    }
    assertThat(shares).isCloseTo(1, within(1e-12));
  }
}
