package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;
import osusume.recommend.rating.RatingFit;

/** What holds for every strategy there is, and for ranking by predicted ratings. */
class EveryStrategyTest {
  private static final Dataset DATA = Checkerboard.data();
  private static final List<Recommender> FITTED = fitted();

  private static List<Recommender> fitted() {
    var settings = new NmfSettings(3, 50, 1e-4, NmfSettings.Start.NNDSVD, 1);
    var fitting = new FreshFitting(DATA, settings, Progress.NONE);
    List<Recommender> all = new ArrayList<>();
    Strategies.ALL.forEach(strategy -> all.add(strategy.fit(fitting)));
    all.add(new RatingRecommender(DATA, RatingFit.of(DATA, "1", 1, Progress.NONE).stack()));
    return all;
  }

  static Stream<Recommender> strategies() {
    return FITTED.stream();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void theStrongestReasonComesFirst(Recommender strategy) {
    Taste mixed = Taste.of(new int[] {0, 1, 2, 3, 4, 20}, new byte[] {8, 9, 6, 10, -1, 7});
    for (Taste taste : List.of(mixed, Taste.ofUser(DATA.ratings(), 7))) {
      RecommenderContract.assertStrongestFirst(strategy, taste);
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void severalTitlesHaveTheReasonsThatEachHasAlone(Recommender strategy) {
    Taste taste = Taste.ofUser(DATA.ratings(), 3);
    int[] rows = {39, 0, Checkerboard.TITLES, 21};
    assertThat(strategy.reasons(taste, rows, 3))
        .isEqualTo(Arrays.stream(rows).mapToObj(row -> strategy.reasons(taste, row, 3)).toList());
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void thoseThatGoByGroupsChangeWithoutOne(Recommender strategy) {
    Taste taste = Taste.ofUser(DATA.ratings(), 3);
    boolean changes = false;
    for (int group = 0; group < 3; group++) {
      Recommender tuned = strategy.tuned(new Tuning(BlendWeights.LEARNED, Set.of(group)));
      changes |= !Arrays.equals(tuned.score(taste), strategy.score(taste));
    }
    assertThat(changes).isEqualTo(Strategies.BY_GROUPS.contains(strategy.name()));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void thoseThatNeedRatingsKnowNothingOfUnratedTitles(Recommender strategy) {
    Taste unrated = Taste.of(new int[] {0, 1, 2}, new byte[] {-1, -1, -1});
    assertThat(strategy.knows(unrated)).isEqualTo(!strategy.needsRatings());
  }

  @Test
  void whatALackIsCalledIsTrue() {
    Recommendations door = new Recommendations(DATA, FITTED);
    Taste nobody = Taste.of(new int[0], new byte[0]);
    Taste unrated = Taste.of(new int[] {0}, new byte[] {-1});
    Taste unknown = Taste.of(new int[] {Checkerboard.TITLES}, new byte[] {9});
    Taste unratedUnknown = Taste.of(new int[] {Checkerboard.TITLES}, new byte[] {-1});
    assertThat(lack(door, nobody, "mix")).contains(Lack.EMPTY_LIST);
    assertThat(lack(door, nobody, "similar")).contains(Lack.EMPTY_LIST);
    assertThat(lack(door, unrated, "mix")).contains(Lack.NO_RATING);
    assertThat(lack(door, unrated, "similar")).isEmpty();
    assertThat(lack(door, unknown, "mix")).contains(Lack.NO_RATED_TITLE_KNOWN);
    assertThat(lack(door, unknown, "similar")).contains(Lack.NOTHING_KNOWN);
    assertThat(lack(door, unratedUnknown, "group")).contains(Lack.NO_RATING);
    assertThat(lack(door, unratedUnknown, "people")).contains(Lack.NOTHING_KNOWN);
    assertThat(lack(door, nobody, "popular")).isEmpty();
    Answer answer = door.answer(Request.of(unratedUnknown, "similar").build());
    assertThat(answer.strategy()).isEqualTo("popular");
    assertThat(answer.note())
        .isEqualTo(
            "Nothing on the list is known to this strategy, so these are the most watched titles"
                + " that fit.");
  }

  @Test
  void aListOnWhichEverythingSpeaksAgainstItsLikeIsNothingToGoByButForTheBlend() {
    Recommendations door = new Recommendations(DATA, FITTED);
    Taste dropped = Taste.builder().dropped(0, 8, 1).dropped(1, -1, 1).watched(2, 1, 1).build();
    for (String strategy : List.of("similar", "people", "bagged", "mix", "group", "genres")) {
      assertThat(lack(door, dropped, strategy)).as(strategy).contains(Lack.ONLY_AGAINST);
    }
    assertThat(lack(door, Taste.builder().dropped(0, -1, 1).build(), "mix"))
        .contains(Lack.NO_RATING);
    Answer answer = door.answer(Request.of(dropped, "blend").k(12).build());
    assertThat(answer.lack()).isEmpty();
    assertThat(answer.recommendations())
        .as("the other half of the titles comes first")
        .allMatch(title -> title.animeRow() >= Checkerboard.TITLES / 2);
  }

  private static Optional<Lack> lack(Recommendations door, Taste taste, String strategy) {
    return door.rank(Request.of(taste, strategy).build()).lack();
  }
}
