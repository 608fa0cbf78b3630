package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

class SimilarRecommenderTest extends RecommenderContract {
  private static final Dataset DATA = Checkerboard.data();
  private static final SimilarModel MODEL = SimilarTraining.train(DATA, "1", 2, Progress.NONE);

  @Override
  Recommender fit(Dataset data) {
    return new SimilarRecommender(data, SimilarTraining.train(data, "1", 1, Progress.NONE));
  }

  @Test
  void theWeightsAreThoseOfTheClosedForm() {
    RealMatrix exact = closedForm();
    assertThat(MODEL.animeIds())
        .containsExactly(IntStream.range(500, 500 + Checkerboard.TITLES).toArray());
    for (int i = 0; i < Checkerboard.TITLES; i++) {
      assertThat(MODEL.weights().at(i, i)).isZero();
      for (int j = 0; j < Checkerboard.TITLES; j++) {
        assertThat((double) MODEL.weights().at(i, j)).isCloseTo(exact.getEntry(i, j), within(1e-5));
      }
    }
  }

  /** EASE by commons-math3, in double precision and dense, with the weights written out. */
  private static RealMatrix closedForm() {
    RatingMatrix ratings = DATA.ratings();
    int titles = Checkerboard.TITLES;
    RealMatrix gram = new Array2DRowRealMatrix(titles, titles);
    double[] lengths = new double[ratings.rowCount()];
    for (int user = 0; user < lengths.length; user++) {
      lengths[user] = ratings.starts()[user + 1] - ratings.starts()[user];
    }
    double[] sorted = lengths.clone();
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    for (int user = 0; user < lengths.length; user++) {
      double[] x = new double[titles];
      double[] rated =
          IntStream.range(ratings.starts()[user], ratings.starts()[user + 1])
              .map(e -> ratings.values()[e])
              .filter(rating -> rating > 0)
              .asDoubleStream()
              .toArray();
      double mean = Arrays.stream(rated).average().orElseThrow();
      double spread =
          Math.sqrt(Arrays.stream(rated).map(r -> (r - mean) * (r - mean)).average().orElseThrow());
      for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
        int rating = ratings.values()[e];
        x[ratings.columns()[e]] =
            rating < 0
                ? 0.6
                : Math.min(1.2, Math.max(0.1, 0.6 + 0.25 * (rating - mean) / (spread + 0.5)));
      }
      for (int i = 0; i < titles; i++) {
        for (int j = 0; j < titles; j++) {
          gram.addToEntry(i, j, x[i] * x[j] / Math.sqrt(lengths[user] / median));
        }
      }
    }
    for (int i = 0; i < titles; i++) {
      gram.addToEntry(i, i, gram.getEntry(i, i) / 9 + 50);
    }
    RealMatrix inverse = MatrixUtils.inverse(gram);
    RealMatrix weights = new Array2DRowRealMatrix(titles, titles);
    for (int i = 0; i < titles; i++) {
      for (int j = 0; j < titles; j++) {
        weights.setEntry(i, j, i == j ? 0 : -inverse.getEntry(i, j) / inverse.getEntry(j, j));
      }
    }
    return weights;
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    for (int threads : new int[] {1, 3}) {
      assertThat(SimilarTraining.train(DATA, "1", threads, Progress.NONE).weights())
          .isEqualTo(MODEL.weights());
    }
  }

  /** 150 titles that all users watch: more than are kept of a column. */
  @Test
  void onlyTheStrongestWeightsOfAScoredTitleAreKept() {
    int titles = 150;
    Dataset many = everybodyWatches(titles);
    SimilarModel model = SimilarTraining.train(many, "1", 1, Progress.NONE);
    int[] kept = new int[titles];
    for (int column : model.weights().columns()) {
      kept[column]++;
    }
    for (int count : kept) {
      assertThat(count).isEqualTo(SimilarTraining.KEPT);
    }
  }

  /**
   * Everybody watches title 0, and with it either 1 or 2: each of these speaks against the other.
   */
  @Test
  void negativeWeightsAreKept() {
    int users = 400;
    int[] columns = new int[2 * users];
    for (int user = 0; user < users; user++) {
      columns[2 * user + 1] = 1 + user % 2;
    }
    byte[] ratings = new byte[columns.length];
    Arrays.fill(ratings, (byte) 8);
    SimilarModel model =
        SimilarTraining.train(watched(users, columns, ratings, 3), "1", 1, Progress.NONE);
    assertThat(model.weights().at(0, 1)).isPositive();
    assertThat(model.weights().at(1, 2)).isNegative();
    assertThat(model.weights().at(2, 1)).isNegative();
  }

  @Test
  void theContributionsSumToTheScore() {
    var similar = new SimilarRecommender(DATA, MODEL);
    Taste taste = Taste.of(new int[] {0, 3, 7, 21, 41}, new byte[] {10, 4, -1, 8, 9});
    float[] scores = similar.score(taste);
    for (int row = 0; row < Checkerboard.TITLES; row++) {
      double sum = Arrays.stream(similar.contributions(taste, row)).sum();
      assertThat(sum).isCloseTo(scores[row], within(1e-6));
    }
    assertThat(similar.contributions(taste, 40)).containsOnly(0.0);
    assertThat(scores[40]).isEqualTo(scores[41]).isLessThanOrEqualTo(0);
  }

  @Test
  void aLikedTitleSaysMoreThanADislikedOne() {
    var similar = new SimilarRecommender(DATA, MODEL);
    List<Reason> reasons = similar.reasons(Taste.of(new int[] {0, 1}, new byte[] {10, 2}), 5, 2);
    Reason.Watched first = (Reason.Watched) reasons.getFirst();
    assertThat(first.animeRow()).isZero();
    assertThat(first.rating()).isEqualTo(10);
    assertThat(reasons.stream().mapToDouble(Reason::share).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void itCanBeStoppedAtEveryReport() {
    List<Double> told = new ArrayList<>();
    SimilarTraining.train(DATA, "1", 1, stoppingAfter(told, Integer.MAX_VALUE));
    assertThat(told).isSorted().allMatch(fraction -> fraction >= 0 && fraction <= 1);
    for (int reports = 1; reports <= told.size(); reports++) {
      Progress progress = stoppingAfter(new ArrayList<>(), reports);
      assertThatThrownBy(() -> SimilarTraining.train(DATA, "1", 1, progress))
          .isInstanceOf(CancelledException.class);
    }
  }

  private static Progress stoppingAfter(List<Double> told, int reports) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        told.add(fraction);
      }

      @Override
      public boolean cancelled() {
        return told.size() >= reports;
      }
    };
  }

  @Test
  void tooSmallADataSetIsRefusedInASentence() {
    Dataset tiny = everybodyWatches(1);
    assertThatThrownBy(() -> SimilarTraining.train(tiny, "1", 1, Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too few ratings");
    SimilarTraining.train(everybodyWatches(2), "1", 1, Progress.NONE);
  }

  @Test
  void aModelOfTitlesThatTheCatalogueLacksIsRefused() {
    Dataset other = SmallWorld.data();
    assertThatThrownBy(() -> new SimilarRecommender(other, MODEL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("500");
  }

  /** Four users who watched the same first titles of the checkerboard's catalogue, or of more. */
  private static Dataset everybodyWatches(int titles) {
    int users = 4;
    int[] columns = new int[users * titles];
    byte[] ratings = new byte[users * titles];
    for (int e = 0; e < columns.length; e++) {
      columns[e] = e % titles;
      ratings[e] = (byte) (1 + (7 * e + e / titles) % 10);
    }
    return watched(users, columns, ratings, Math.max(titles, 3));
  }

  /** A data set in which each user watched equally many titles. */
  private static Dataset watched(int users, int[] columns, byte[] ratings, int catalogueSize) {
    int each = columns.length / users;
    return new Dataset(
        "all",
        false,
        Checkerboard.catalogue(catalogueSize),
        new RatingMatrix(
            IntStream.range(0, users).toArray(),
            IntStream.rangeClosed(0, users).map(user -> user * each).toArray(),
            columns,
            ratings,
            catalogueSize),
        "all",
        new ImportReport(0, 0, 0, 0, List.of()));
  }
}
