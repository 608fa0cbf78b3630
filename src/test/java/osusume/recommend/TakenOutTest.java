package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;

/** What a person takes out has no influence any more, in every strategy. */
class TakenOutTest {
  private static final Dataset DATA = Checkerboard.data();
  private static final NmfSettings SETTINGS =
      new NmfSettings(4, 100, 1e-6, NmfSettings.Start.NNDSVD, 1);
  private static final NmfModel MODEL = new FreshFitting(DATA, SETTINGS, Progress.NONE).nmf();
  private static final MixRecommender MIX = new MixRecommender(DATA, MODEL);
  private static final GroupRecommender GROUP = new GroupRecommender(DATA, MODEL);
  private static final SimilarModel SIMILAR = SimilarTraining.train(DATA, "1", 1, Progress.NONE);
  private static final List<Recommender> FITTED =
      List.of(
          new BlendRecommender(
              new DatasetFacts(DATA),
              SIMILAR,
              MODEL,
              BlendTraining.train(DATA, SETTINGS, "1", 1, Progress.NONE)),
          MIX,
          new SimilarRecommender(DATA, SIMILAR),
          GROUP);
  private static final Recommendations DOOR = new Recommendations(DATA, FITTED);

  private static Answer ask(Taste taste, String strategy, TakenOut takenOut) {
    return DOOR.answer(
        Request.of(taste, strategy).k(8).franchises(false).takenOut(takenOut).build());
  }

  private static TakenOut titles(Integer... rows) {
    return new TakenOut(Set.of(rows), Set.of());
  }

  private static TakenOut groups(Integer... groups) {
    return new TakenOut(Set.of(), Set.of(groups));
  }

  private static Tuning without(Integer... groups) {
    return new Tuning(BlendWeights.LEARNED, Set.of(groups));
  }

  @Test
  void aTitleTakenOutHasNoInfluenceAndIsNotRecommendedAllTheSame() {
    // Six titles of the first half and one of the second, which opens that half's door.
    Taste mixed = Taste.of(new int[] {0, 1, 2, 3, 4, 5, 20}, new byte[] {8, 9, 8, 9, 8, 9, 10});
    Taste without = Taste.of(new int[] {0, 1, 2, 3, 4, 5}, new byte[] {8, 9, 8, 9, 8, 9});
    for (Recommender strategy : FITTED) {
      Answer answer = ask(mixed, strategy.name(), titles(20));
      float[] scores = strategy.score(without);
      for (Recommendation title : answer.recommendations()) {
        assertThat(title.animeRow()).isNotEqualTo(20).isGreaterThan(5);
        assertThat((float) title.weight()).isEqualTo(scores[title.animeRow()]);
        assertThat(title.reasons())
            .noneMatch(reason -> reason instanceof Reason.Watched w && w.animeRow() == 20);
      }
    }
  }

  @Test
  void aUserOfTheDataSetIsServedAsSomebodyWithTheRestOfTheirList() {
    Taste user = Taste.ofUser(DATA.ratings(), 0);
    int out = user.row(0);
    int[] rows = IntStream.range(1, user.size()).map(user::row).toArray();
    byte[] ratings = new byte[rows.length];
    for (int i = 0; i < ratings.length; i++) {
      ratings[i] = (byte) user.rating(i + 1);
    }
    Taste rest = Taste.of(rows, ratings).knownOf(0);
    for (Recommender strategy : FITTED) {
      assertThat(strategy.score(user.without(Set.of(out)))).containsExactly(strategy.score(rest));
    }
  }

  @Test
  void whereNothingOnTheListIsTakenOutNothingChanges() {
    Taste user = Taste.ofUser(DATA.ratings(), 0);
    int notWatched =
        IntStream.range(0, Checkerboard.TITLES)
            .filter(row -> !user.holds(row))
            .findFirst()
            .orElseThrow();
    assertThat(user.without(Set.of(notWatched))).isSameAs(user);
    for (Recommender strategy : FITTED) {
      assertThat(ask(user, strategy.name(), titles(notWatched)))
          .isEqualTo(ask(user, strategy.name(), TakenOut.NONE));
    }
  }

  @Test
  void whoTakesOutEverythingGetsWhatIsPopularAndIsTold() {
    Taste taste = Checkerboard.taste(0, 2);
    for (Recommender strategy : FITTED) {
      Answer answer = ask(taste, strategy.name(), titles(0, 1));
      assertThat(answer.strategy()).isEqualTo("popular");
      assertThat(answer.note())
          .isEqualTo(
              "Without the reasons that were taken out there is nothing to go by, so these are the"
                  + " most watched titles that fit.");
      assertThat(answer.recommendations()).noneMatch(title -> title.animeRow() < 2);
    }
  }

  @Test
  void groupMovesOnToTheNextLargest() {
    Taste taste = Taste.ofUser(DATA.ratings(), 0);
    float[] row = MODEL.userRow(0);
    int first = MODEL.groupOf(row);
    row[first] = 0;
    int second = MODEL.groupOf(row);
    assertThat(second).isNotEqualTo(first).isNotNegative();
    float[] scores = GROUP.tuned(without(first)).score(taste);
    for (int column = 0; column < MODEL.animeCount(); column++) {
      int animeRow = DATA.catalogue().rowOfId(MODEL.animeId(column));
      assertThat(scores[animeRow]).isEqualTo(MODEL.h(second, column));
    }
    assertThat(ask(taste, "group", groups(first)).recommendations())
        .flatExtracting(Recommendation::reasons)
        .filteredOn(Reason.Group.class::isInstance)
        .extracting(reason -> ((Reason.Group) reason).group())
        .containsOnly(second);
  }

  @Test
  void mixLosesThePartOfTheGroupAndItsReasonsAddUpToWhatIsLeft() {
    Taste taste = Taste.of(new int[] {0, 1, 2, 3, 20, 21, 22}, new byte[] {8, 9, 8, 9, 8, 9, 10});
    float[] row = MODEL.foldIn().fold(columns(taste), ratings(taste));
    int out = MODEL.groupOf(row);
    float[] all = MIX.score(taste);
    float[] left = MIX.tuned(without(out)).score(taste);
    boolean others = false;
    for (int column = 0; column < MODEL.animeCount(); column++) {
      int animeRow = DATA.catalogue().rowOfId(MODEL.animeId(column));
      double part = (double) row[out] * MODEL.h(out, column);
      assertThat(all[animeRow] - left[animeRow]).isCloseTo((float) part, within(1e-4f));
      double sum =
          Arrays.stream(
                  MODEL
                      .foldIn()
                      .solve(columns(taste), ratings(taste))
                      .contributions(column, Set.of(out)))
              .sum();
      assertThat(sum).isCloseTo(left[animeRow], within(1e-4));
      others |= left[animeRow] > 0;
    }
    assertThat(others).as("the person has a part in another group").isTrue();
  }

  private static int[] columns(Taste taste) {
    return IntStream.range(0, taste.size())
        .map(entry -> MODEL.columnOfAnime(DATA.catalogue().anime(taste.row(entry)).id()))
        .toArray();
  }

  private static float[] ratings(Taste taste) {
    float[] ratings = new float[taste.size()];
    for (int entry = 0; entry < ratings.length; entry++) {
      ratings[entry] = taste.rating(entry);
    }
    return ratings;
  }

  @Test
  void allGroupsOrOneThatIsNotThereAreRefused() {
    Taste taste = Checkerboard.taste(0, 3);
    for (String strategy : List.of("mix", "group")) {
      assertThatThrownBy(() -> ask(taste, strategy, groups(0, 1, 2, 3)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "All 4 taste groups are taken out, so nothing is left to rank by. Put at least one"
                  + " of them back.");
      assertThatThrownBy(() -> ask(taste, strategy, groups(4)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("There is no taste group 5: they are numbered from 1 to 4.");
    }
    assertThat(MIX.tuned(Tuning.NONE)).isSameAs(MIX);
    assertThat(GROUP.tuned(Tuning.NONE)).isSameAs(GROUP);
  }

  @Test
  void takenOutTitlesStayOutOfTheCandidates() {
    BitSet leftOut = Checkerboard.taste(0, 3).without(Set.of(0, 2)).leaveOut();
    assertThat(leftOut.stream()).containsExactly(0, 1, 2);
  }
}
