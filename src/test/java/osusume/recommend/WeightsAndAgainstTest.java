package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import osusume.data.Taste;

/** What the weights of entries, and entries that speak against, do to what every strategy says. */
class WeightsAndAgainstTest {
  private static final int[] USERS = {3, 40, 77, 150, 301};
  private static final int NEAREST = 5;

  /** Those that go by which titles are on a list, so that one title can speak against others. */
  private static final List<String> BY_TITLES =
      List.of("blend", "similar", "people", "bagged", "mix", "profile", "genres");

  static Stream<Recommender> strategies() {
    return DemoStrategies.FITTED.values().stream();
  }

  static Stream<Recommender> byTitles() {
    return BY_TITLES.stream().map(DemoStrategies.FITTED::get);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void onlyHowWeightsCompareCounts(Recommender strategy) {
    for (int user : USERS) {
      assertThat(strategy.score(DemoStrategies.listOf(user, 0.5).build()))
          .containsExactly(strategy.score(DemoStrategies.listOf(user, 1).build()));
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void anEntryThatHardlyCountsIsNearlyNotThere(Recommender strategy) {
    for (int user : USERS) {
      Taste without = DemoStrategies.listOf(user, 1).build();
      for (int row : popularUnwatched(without)) {
        float[] expected = strategy.score(without);
        double tolerance = 1e-3 * spread(expected);
        for (Taste with :
            List.of(
                DemoStrategies.listOf(user, 1).watched(row, 10, 1e-6).build(),
                DemoStrategies.listOf(user, 1).watched(row, 1, 1e-6).build(),
                DemoStrategies.listOf(user, 1).dropped(row, -1, 1e-6).build())) {
          float[] scores = strategy.score(with);
          for (int other = 0; other < scores.length; other++) {
            assertThat((double) scores[other]).isCloseTo(expected[other], within(tolerance));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("byTitles")
  void aDroppedTitleLowersWhatIsLikeIt(Recommender strategy) {
    assertThat(rise(strategy, 1, (list, row) -> list.dropped(row, -1, 1))).isNegative();
    assertThat(rise(strategy, 1, (list, row) -> list.dropped(row, 2, 1))).isNegative();
  }

  @ParameterizedTest
  @MethodSource("byTitles")
  void aTitleRatedFarBelowTheMeanLowersWhatIsLikeIt(Recommender strategy) {
    assertThat(rise(strategy, 1, (list, row) -> list.watched(row, 1, 1))).isNegative();
  }

  @ParameterizedTest
  @MethodSource("byTitles")
  void theMoreALikedTitleCountsTheMoreItRaisesWhatIsLikeIt(Recommender strategy) {
    double half = rise(strategy, 1, (list, row) -> list.watched(row, 10, 0.5));
    double whole = rise(strategy, 1, (list, row) -> list.watched(row, 10, 1));
    assertThat(half).isPositive();
    assertThat(whole).isGreaterThan(half);
  }

  /** In the two strategies where nothing else can make up for it: not on average, but each time. */
  @Test
  void aDroppedTitleLowersEveryoneOfItsNearest() {
    for (String name : List.of("similar", "blend")) {
      Recommender strategy = DemoStrategies.FITTED.get(name);
      for (int user : USERS) {
        Taste without = DemoStrategies.listOf(user, 1).build();
        float[] before = strategy.score(without);
        for (int row : popularUnwatched(without)) {
          Taste with = DemoStrategies.listOf(user, 1).dropped(row, -1, 1).build();
          float[] after = strategy.score(with);
          for (int near : nearest(row, with)) {
            assertThat(after[near]).as(name).isLessThan(before[near]);
          }
        }
      }
    }
  }

  @Test
  void theReasonsOfTheBlendTellADroppedTitleFromALikedOne() {
    Recommender blend = DemoStrategies.FITTED.get("blend");
    Taste without = DemoStrategies.listOf(3, 1).build();
    int row = popularUnwatched(without)[0];
    Taste with = DemoStrategies.listOf(3, 1).dropped(row, -1, 1).build();
    for (int near : nearest(row, with)) {
      assertThat(blend.reasons(with, near, 100))
          .noneMatch(why -> why instanceof Reason.OfTitle title && title.animeRow() == row)
          .allMatch(why -> why.share() > 0 && why.share() <= 1);
    }
  }

  @Test
  void whatSpeaksAgainstItsLikeIsNeverToldAsACause() {
    boolean told = false;
    for (String name : BY_TITLES) {
      Recommender strategy = DemoStrategies.FITTED.get(name);
      Taste without = DemoStrategies.listOf(3, 1).build();
      int row = popularUnwatched(without)[0];
      Taste with = DemoStrategies.listOf(3, 1).watched(row, 1, 1).build();
      int[] all = unwatched(with).stream().toArray();
      for (List<Reason> reasons : strategy.reasons(with, all, 1000)) {
        assertThat(reasons)
            .as(name)
            .noneMatch(why -> why instanceof Reason.Watched title && title.animeRow() == row);
        told |= reasons.stream().anyMatch(why -> why instanceof Reason.Disliked);
      }
    }
    assertThat(told).as("of some title it is a reason that it is unlike that one").isTrue();
  }

  /**
   * How much further above all titles those like a new entry stand with it than without, in spreads
   * of the scores, on average over some lists and entries.
   */
  private static double rise(
      Recommender strategy,
      double weight,
      BiFunction<Taste.Builder, Integer, Taste.Builder> added) {
    double sum = 0;
    int count = 0;
    for (int user : USERS) {
      Taste without = DemoStrategies.listOf(user, weight).build();
      float[] before = strategy.score(without);
      for (int row : popularUnwatched(without)) {
        Taste with = added.apply(DemoStrategies.listOf(user, weight), row).build();
        float[] after = strategy.score(with);
        for (int near : nearest(row, with)) {
          sum += (after[near] - mean(after)) / spread(after);
          sum -= (before[near] - mean(before)) / spread(before);
          count++;
        }
      }
    }
    return sum / count;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** 1 where all are equal. */
  private static double spread(float[] values) {
    double mean = mean(values);
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares == 0 ? 1 : Math.sqrt(squares / values.length);
  }

  /** The three most watched titles that are not on a list. */
  private static int[] popularUnwatched(Taste taste) {
    int[] watchers = KnownTitles.watchers(DemoStrategies.DATA.ratings());
    return TopK.of(new float[watchers.length], watchers, unwatched(taste), 3);
  }

  /** The titles that are most like one and not on a list. */
  private static int[] nearest(int row, Taste taste) {
    float[] scores = DemoStrategies.FITTED.get("similar").score(Taste.ofTitles(row));
    return TopK.of(scores, new int[scores.length], unwatched(taste), NEAREST);
  }

  private static BitSet unwatched(Taste taste) {
    BitSet rows = new BitSet();
    rows.set(0, DemoStrategies.DATA.catalogue().size());
    rows.andNot(taste.leaveOut());
    return rows;
  }
}
