package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.progress.Progress;
import osusume.recommend.rating.RatingFit;
import osusume.recommend.rating.RatingPredictor;

class PredictedRatingsTest {
  private static final Dataset DATA = Checkerboard.data();
  private static final RatingPredictor PREDICTOR =
      RatingFit.of(DATA, "1", 1, Progress.NONE).stack();
  private static final SimilarRecommender SIMILAR =
      new SimilarRecommender(DATA, SimilarTraining.train(DATA, "1", 1, Progress.NONE));
  private static final Recommendations BARE = new Recommendations(DATA, List.of(SIMILAR));
  private static final Recommendations DOOR = BARE.with(PREDICTOR);
  private static final Taste TASTE =
      Taste.of(new int[] {0, 1, 2, 3, 22}, new byte[] {9, 8, 10, 9, 3});

  private static Request.Builder ask(Taste taste) {
    return Request.of(taste, "similar").k(6);
  }

  @Test
  void everyTitleOfAnAnswerCarriesWhatThePersonWouldRateIt() {
    assertThat(DOOR.predictsRatings()).isTrue();
    for (Recommendation title : DOOR.answer(ask(TASTE).build()).recommendations()) {
      int[] row = {title.animeRow()};
      PredictedRating predicted = title.predicted().orElseThrow();
      assertThat(predicted.rating()).isEqualTo(PREDICTOR.predict(TASTE, row)[0]).isBetween(1., 10.);
      assertThat(predicted.plusMinus()).isEqualTo(PREDICTOR.halfWidths(TASTE, row)[0]).isPositive();
    }
  }

  @Test
  void whatWasTakenOutDoesNotCountThereEither() {
    Taste without = TASTE.without(Set.of(22));
    var takenOut = new TakenOut(Set.of(22), Set.of());
    for (Recommendation title :
        DOOR.answer(ask(TASTE).takenOut(takenOut).build()).recommendations()) {
      assertThat(title.predicted().orElseThrow().rating())
          .isEqualTo(PREDICTOR.predict(without, new int[] {title.animeRow()})[0]);
    }
  }

  @Test
  void theyStayWithOtherStrategiesAndAreLeftOutOfRunsOverWholeDataSets() {
    Recommendations none = DOOR.instead(List.of());
    assertThat(none.strategies()).containsExactly("popular");
    Recommendations other = none.instead(List.of(SIMILAR));
    assertThat(other.predictsRatings()).isTrue();
    assertThat(other.strategies()).containsExactly("similar", "popular");
    assertThat(other.rank(ask(TASTE).build()).recommendations())
        .hasSize(6)
        .allMatch(title -> title.predicted().isEmpty());
    assertThat(BARE.predictsRatings()).isFalse();
    assertThat(BARE.answer(ask(TASTE).build()).recommendations())
        .extracting(Recommendation::predicted)
        .containsOnly(Optional.empty());
  }

  @Test
  void theAimToRateRanksByThem() {
    Answer answer = DOOR.answer(ask(TASTE).k(30).aim(Aim.RATE).build());
    assertThat(answer.strategy()).isEqualTo("rating");
    assertThat(answer.note()).isEmpty();
    assertThat(answer.recommendations())
        .extracting(Recommendation::weight)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    for (Recommendation title : answer.recommendations()) {
      assertThat(title.weight()).isEqualTo(title.predicted().orElseThrow().rating());
    }
    double best =
        IntStream.range(0, Checkerboard.TITLES)
            .filter(row -> !TASTE.holds(row))
            .mapToDouble(row -> PREDICTOR.predict(TASTE, new int[] {row})[0])
            .max()
            .orElseThrow();
    assertThat(answer.recommendations().getFirst().weight()).isEqualTo(best);
  }

  /** Everybody gives title 1 an 8, and title 2 a 4; who has a list gives one point more. */
  private static final class Staged implements RatingPredictor {
    @Override
    public float[] predict(Taste taste, int[] animeRows) {
      float[] ratings = new float[animeRows.length];
      for (int i = 0; i < ratings.length; i++) {
        ratings[i] = (animeRows[i] == 1 ? 8 : 4) + (taste.size() > 0 ? 1 : 0);
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

  @Test
  void itsReasonIsWhatOthersGive() {
    var ranked = new RatingRecommender(DATA, new Staged());
    Reason.Rated rated = (Reason.Rated) ranked.reasons(TASTE, 1, 5).getFirst();
    double sum = 0;
    int raters = 0;
    for (int user = 0; user < Checkerboard.USERS; user++) {
      int rating = DATA.ratings().at(user, 1);
      sum += Math.max(0, rating);
      raters += rating > 0 ? 1 : 0;
    }
    assertThat(rated.raters()).isEqualTo(raters);
    assertThat(rated.mean()).isCloseTo(sum / raters, within(1e-9));
    assertThat(rated.share()).as("3 of 4 points above 5").isEqualTo(0.75);
    assertThat(ranked.reasons(TASTE, 2, 5)).as("others speak against it").isEmpty();
    assertThat(ranked.reasons(TASTE, Checkerboard.TITLES, 5)).as("nobody rated it").isEmpty();
    assertThat(ranked.reasons(TASTE, 1, 0)).isEmpty();
  }

  @Test
  void reasonsOfSeveralTitlesAreThoseOfEach() {
    RatingRecommender rating = new RatingRecommender(DATA, PREDICTOR);
    int[] rows = {5, 30, Checkerboard.TITLES, 7};
    List<List<Reason>> together = rating.reasons(TASTE, rows, 5);
    for (int i = 0; i < rows.length; i++) {
      assertThat(together.get(i)).isEqualTo(rating.reasons(TASTE, rows[i], 5));
    }
    assertThat(together.get(2)).as("nobody rated it").isEmpty();
    assertThat(rating.reasons(TASTE, rows, 0)).containsOnly(List.of());
  }

  @Test
  void aTitleThatHardlyAnybodyRatedDoesNotLead() {
    // Nobody rated the titles at the end of the catalogue: of them the data say nothing.
    var ranked = DOOR.rank(ask(TASTE).k(100).aim(Aim.RATE).build()).recommendations();
    int n = ranked.size();
    assertThat(ranked.subList(n - Checkerboard.UNWATCHED, n))
        .allMatch(title -> title.animeRow() >= Checkerboard.TITLES && title.weight() == 1);
  }

  @Test
  void whoRatedNothingGetsWhatIsPopular() {
    Answer answer =
        DOOR.answer(ask(Taste.of(new int[] {0}, new byte[] {-1})).aim(Aim.RATE).build());
    assertThat(answer.strategy()).isEqualTo("popular");
    assertThat(answer.note()).startsWith("There is no rating to learn a taste from");
  }

  @Test
  void withoutAPredictorTheAimToRateIsRefused() {
    assertThatThrownBy(() -> BARE.answer(ask(TASTE).aim(Aim.RATE).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Nothing predicts the ratings of \"checkerboard\" yet, so titles can't be ranked by"
                + " what somebody would rate them. Train first.");
  }
}
