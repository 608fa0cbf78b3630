package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.nmf.FoldIn;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

class BaggedRecommenderTest extends RecommenderContract {
  private static final Dataset DATA = Checkerboard.data();
  private static final BaggedModel MODEL = BaggedTraining.train(DATA, "1.2.3", 1, Progress.NONE);

  @Override
  Recommender fit(Dataset data) {
    return new BaggedRecommender(data, MODEL);
  }

  @Test
  void theSameBitsForAnyNumberOfThreads() {
    for (int threads : new int[] {2, 3, 8}) {
      BaggedModel other = BaggedTraining.train(DATA, "1.2.3", threads, Progress.NONE);
      assertThat(other.animeIds()).isEqualTo(MODEL.animeIds());
      assertThat(other.h()).isDeepEqualTo(MODEL.h());
    }
  }

  @Test
  void everySampleIsAnotherOne() {
    assertThat(MODEL.h()).hasNumberOfRows(BaggedTraining.BAGS);
    for (int bag = 1; bag < MODEL.h().length; bag++) {
      assertThat(MODEL.h()[bag]).isNotEqualTo(MODEL.h()[0]);
    }
  }

  @Test
  void aScoreIsTheMeanOverTheFactorisations() {
    // One list, folded in by hand: everything rated alike counts 0.6 of the scale.
    Taste taste = Checkerboard.taste(0, 6);
    int titles = MODEL.animeIds().length;
    int k = MODEL.components();
    int[] columns = new int[6];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(i);
    }
    float[] values = new float[columns.length];
    Arrays.fill(values, BaggedTraining.SCALE * TasteWeights.UNRATED);
    double[] expected = new double[titles];
    for (float[] h : MODEL.h()) {
      float[] w = new FoldIn(h, k, titles).fold(columns, values);
      for (int title = 0; title < titles; title++) {
        for (int c = 0; c < k; c++) {
          expected[title] += (double) w[c] * h[c * titles + title] / MODEL.h().length;
        }
      }
    }
    float[] scores = fit(DATA).score(taste);
    for (int title = 0; title < titles; title++) {
      int row = DATA.catalogue().rowOfId(MODEL.animeIds()[title]);
      assertThat((double) scores[row]).isCloseTo(expected[title], within(1e-4));
    }
  }

  private static int column(int catalogueRow) {
    int id = DATA.catalogue().anime(catalogueRow).id();
    for (int column = 0; column < MODEL.animeIds().length; column++) {
      if (MODEL.animeIds()[column] == id) {
        return column;
      }
    }
    throw new AssertionError("no column for row " + catalogueRow);
  }

  @Test
  void whatEachTitleAddsSumsToTheScore() {
    var recommender = new BaggedRecommender(DATA, MODEL);
    Taste taste = Taste.of(new int[] {0, 3, 5, 22}, new byte[] {9, -1, 6, 4});
    float[] scores = recommender.score(taste);
    for (int row = 0; row < scores.length; row++) {
      assertThat(Arrays.stream(recommender.contributions(taste, row)).sum())
          .isCloseTo(scores[row], within(1e-4));
    }
  }

  @Test
  void whatNobodyWatchedScoresNothing() {
    float[] scores = fit(DATA).score(Checkerboard.taste(1, 8));
    for (int row = Checkerboard.TITLES; row < scores.length; row++) {
      assertThat(scores[row]).isZero();
    }
    for (float score : scores) {
      assertThat(score).isNotNegative();
    }
  }

  @Test
  void progressRisesAndACancelEndsTheTraining() {
    List<Double> told = new ArrayList<>();
    Progress cancelledHalfWay =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            told.add(fraction);
            assertThat(message).contains("sample").contains("of " + BaggedTraining.BAGS);
          }

          @Override
          public boolean cancelled() {
            return !told.isEmpty() && told.getLast() > 0.5;
          }
        };
    assertThatThrownBy(() -> BaggedTraining.train(DATA, "", 2, cancelledHalfWay))
        .isInstanceOf(CancelledException.class);
    assertThat(told).isSorted();
    assertThat(told.getLast()).isBetween(0.5, 0.75);
  }

  @Test
  void tooFewPeopleAreSaid() {
    Dataset few = Checkerboard.data(2, 4);
    assertThatThrownBy(() -> BaggedTraining.train(few, "", 1, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too few ratings");
  }

  @Test
  void ofAHandfulOfPeopleSomethingIsLearnedOrTheyAreSaidToBeTooFew() {
    int learned = 0;
    for (int users = 2; users <= 12; users++) {
      for (int titles = 4; titles <= 12; titles += 4) {
        Dataset few = Checkerboard.data(users, titles);
        try {
          BaggedModel model = BaggedTraining.train(few, "", 1, Progress.NONE);
          for (float score :
              new BaggedRecommender(few, model).score(Taste.ofUser(few.ratings(), 0))) {
            assertThat(score).isFinite().isNotNegative();
          }
          learned++;
        } catch (IllegalArgumentException e) {
          assertThat(e).hasMessageContaining("too few ratings");
        }
      }
    }
    assertThat(learned).isGreaterThan(10);
  }

  @Test
  void aModelOfOtherTitlesIsRefused() {
    var strange =
        new BaggedModel(
            new int[] {999_999}, 1, new float[][] {{1}}, "x", "1", MODEL.trainedAt(), 1);
    assertThatThrownBy(() -> new BaggedRecommender(DATA, strange))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("999999");
  }
}
