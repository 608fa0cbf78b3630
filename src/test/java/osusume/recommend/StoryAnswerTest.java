package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.recommend.rating.RatingPredictor;

/** What a row says of the title it is entered at, and what of the one that ranks it. */
class StoryAnswerTest {
  private static final int FIRST_PART = 0;
  private static final int BEST_PART = 1;
  private static final int UNWATCHED_PART = 2;
  private static final int OTHER = 3;
  private static final int KNOWN = 4;
  private static final List<String> NAMES =
      List.of("Clannad", "Clannad Movie", "Clannad 2nd Season", "Trigun", "Akira");
  private static final float[] PREDICTED = {6, 9, 5, 8, 7};

  private static final Taste TASTE = Taste.of(new int[] {KNOWN}, new byte[] {9});
  private static final Recommendations DOOR =
      new Recommendations(data(), List.of()).with(new Fixed());

  /** Two watched the first part, four the second, three the other story and the known title. */
  private static Dataset data() {
    return new Dataset(
        "stories",
        false,
        new Catalogue(
            IntStream.range(0, NAMES.size())
                .mapToObj(
                    t -> new Anime(t + 1, NAMES.get(t), List.of("Drama"), "TV", 12 + t, 7, 100))
                .toList()),
        new RatingMatrix(
            new int[] {1, 2, 3, 4},
            new int[] {0, 4, 8, 11, 12},
            new int[] {0, 1, 3, 4, 0, 1, 3, 4, 1, 3, 4, 1},
            new byte[] {8, 8, 8, 8, 8, 8, 8, 8, 9, 7, 7, 9},
            NAMES.size()),
        "s",
        new ImportReport(0, 0, 0, 0, List.of()));
  }

  /** Predicts the same for everybody. */
  private static final class Fixed implements RatingPredictor {
    @Override
    public float[] predict(Taste taste, int[] animeRows) {
      float[] ratings = new float[animeRows.length];
      for (int i = 0; i < ratings.length; i++) {
        ratings[i] = PREDICTED[animeRows[i]];
      }
      return ratings;
    }

    @Override
    public float[] halfWidths(Taste taste, int[] animeRows) {
      return new float[animeRows.length];
    }

    @Override
    public float ofUnknownTitle(Taste taste) {
      return 5;
    }
  }

  private static List<Recommendation> ask(Aim aim, boolean franchises) {
    Request.Builder request = Request.of(TASTE, "popular").aim(aim).franchises(franchises);
    return DOOR.answer(request.build()).recommendations();
  }

  @Test
  void weightAndReasonsAreThoseOfTheTitleThatRanksTheRow() {
    Recommendation story = ask(Aim.WATCH, true).getFirst();
    assertThat(story.animeRow()).isEqualTo(FIRST_PART);
    assertThat(story.rankedBy()).isEqualTo(BEST_PART);
    assertThat(story.story()).containsExactly(BEST_PART, UNWATCHED_PART);
    assertThat(story.weight()).isEqualTo(4);
    assertThat(story.reasons()).containsExactly(new Reason.Popular(4, 1));
    assertThat(story.predicted().orElseThrow().rating())
        .as("of what they would watch first")
        .isEqualTo(PREDICTED[FIRST_PART]);
  }

  @Test
  void byRatingTheRowsAreOrderedByTheRatingsShown() {
    List<Recommendation> rows = ask(Aim.RATE, true);
    assertThat(rows).extracting(Recommendation::animeRow).containsExactly(OTHER, FIRST_PART);
    assertThat(rows)
        .allMatch(row -> row.weight() == row.predicted().orElseThrow().rating())
        .allMatch(row -> row.rankedBy() == row.animeRow());
    assertThat(rows.getLast().story()).containsExactly(BEST_PART, UNWATCHED_PART);
  }

  @Test
  void whoPlansTheFirstPartIsNotSentToTheSecond() {
    Taste plans = Taste.builder().watched(KNOWN, 9, 1).leaveOut(FIRST_PART).build();
    assertThat(rows(Request.of(plans, "popular").franchises(true))).containsExactly(OTHER);
    assertThat(rows(Request.of(TASTE, "popular").with(plans).franchises(true)))
        .containsExactly(OTHER);
    assertThat(rows(Request.of(plans, "popular").franchises(false))).contains(BEST_PART);
    assertThat(
            rows(
                Request.of(plans, "popular")
                    .franchises(true)
                    .filter(AnimeFilter.builder().name("Clannad Movie").build())))
        .as("who asks for something else than the first part gets it")
        .contains(BEST_PART);
    BitSet part = new BitSet();
    part.set(BEST_PART);
    assertThat(rows(Request.of(plans, "popular").franchises(true).among(part)))
        .containsExactly(BEST_PART);
  }

  @Test
  void whoWatchedTheFirstPartGoesOnThoughItWasTakenOut() {
    Taste watched = Taste.of(new int[] {KNOWN, FIRST_PART}, new byte[] {9, 8});
    TakenOut first = new TakenOut(Set.of(FIRST_PART), Set.of());
    assertThat(rows(Request.of(watched, "popular").franchises(true).takenOut(first)))
        .contains(BEST_PART);
  }

  private static List<Integer> rows(Request.Builder request) {
    return DOOR.answer(request.build()).recommendations().stream()
        .map(Recommendation::animeRow)
        .toList();
  }

  @Test
  void aTitleThatStandsForItselfRanksItself() {
    for (Aim aim : Aim.values()) {
      assertThat(ask(aim, false)).hasSize(4).allMatch(row -> row.rankedBy() == row.animeRow());
    }
  }

  @Test
  void nothingSpeaksForWhatNobodyWatched() {
    assertThat(ask(Aim.WATCH, false).getLast().animeRow()).isEqualTo(UNWATCHED_PART);
    assertThat(ask(Aim.WATCH, false).getLast().reasons()).isEmpty();
    assertThat(ask(Aim.RATE, false).getLast().reasons()).isEmpty();
  }
}
