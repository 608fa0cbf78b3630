package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

class BlendRecommenderTest extends RecommenderContract {
  private static final Dataset DATA = Checkerboard.data();
  private static final SimilarModel SIMILAR = SimilarTraining.train(DATA, "1", 1, Progress.NONE);
  private static final BlendModel MODEL = BlendTraining.train(DATA, "1", 2, Progress.NONE);

  @Override
  Recommender fit(Dataset data) {
    return new BlendRecommender(data, SIMILAR, MODEL);
  }

  @Test
  void fewUsersWithManyRatingsLearnNoWeightsOfTheirOwn() {
    assertThat(MODEL.learned()).isFalse();
    assertThat(MODEL.weights()).hasSize(BlendFeature.COUNT);
  }

  @Test
  void enoughUsersLearnWeightsThatPutTheirOwnHalfFirst() {
    Dataset large = Checkerboard.data(600, 60);
    BlendModel model = BlendTraining.train(large, "1", 2, Progress.NONE);
    assertThat(model.learned()).isTrue();
    BlendModel again = BlendTraining.train(large, "1", 1, Progress.NONE);
    assertThat(again.weights()).containsExactly(model.weights());
    assertThat(again.together()).isEqualTo(model.together());
    var blend =
        new BlendRecommender(large, SimilarTraining.train(large, "1", 1, Progress.NONE), model);
    for (int user = 0; user < 20; user++) {
      float[] scores = blend.score(Taste.ofUser(large.ratings(), user));
      double own = mean(scores, user % 2 * 30);
      double other = mean(scores, (1 - user % 2) * 30);
      assertThat(own).isGreaterThan(other);
    }
  }

  private static double mean(float[] scores, int from) {
    return IntStream.range(from, from + 30).mapToDouble(row -> scores[row]).average().orElseThrow();
  }

  @Test
  void theScoreIsTheWeightedSumOfTheFeatures() {
    int[] rows = IntStream.range(0, Checkerboard.TITLES).toArray();
    var facts =
        new BlendFacts(
            DATA,
            Franchises.of(DATA.catalogue()),
            new SimilarRecommender(DATA, SIMILAR),
            rows,
            MODEL.together());
    Taste taste = Taste.of(new int[] {0, 3, 21}, new byte[] {9, 5, -1});
    float[][] features = facts.of(taste);
    float[] scores = fit(DATA).score(taste);
    for (int row : rows) {
      double sum = 0;
      for (BlendFeature feature : BlendFeature.values()) {
        sum += MODEL.weights()[feature.ordinal()] * features[feature.ordinal()][row];
      }
      assertThat((double) scores[row]).isCloseTo(sum, within(1e-4));
    }
    assertThat(scores[Checkerboard.TITLES]).isEqualTo(lowest(scores));
  }

  private static float lowest(float[] scores) {
    float lowest = scores[0];
    for (float score : scores) {
      lowest = Math.min(lowest, score);
    }
    return lowest;
  }

  @Test
  void confidenceIsTheStrongestOfAnyWatchedTitle() {
    int[] rows = IntStream.range(0, Checkerboard.TITLES).toArray();
    var facts =
        new BlendFacts(
            DATA,
            Franchises.of(DATA.catalogue()),
            new SimilarRecommender(DATA, SIMILAR),
            rows,
            MODEL.together());
    int[] watchers = KnownTitles.watchers(DATA.ratings());
    float[] confidence = facts.of(Checkerboard.taste(0, 2))[BlendFeature.CONFIDENCE.ordinal()];
    double first = MODEL.together().at(0, 5) / (watchers[0] + 15.0);
    double second = MODEL.together().at(1, 5) / (watchers[1] + 15.0);
    assertThat((double) confidence[5]).isCloseTo(Math.max(first, second), within(1e-6));
    assertThat(confidence[Checkerboard.TITLES - 1]).isZero();
  }

  @Test
  void companionsAreCountedByUsers() {
    int both = 0;
    for (int user = 0; user < Checkerboard.USERS; user++) {
      both += DATA.ratings().at(user, 2) != 0 && DATA.ratings().at(user, 7) != 0 ? 1 : 0;
    }
    assertThat(MODEL.together().at(2, 7)).isEqualTo(both).isPositive();
    assertThat(MODEL.together().at(7, 2)).isEqualTo(both);
    assertThat(MODEL.together().at(2, 2)).isZero();
    assertThat(MODEL.together().at(2, 27)).isZero();
  }

  @Test
  void itCanBeStoppedAtEveryReport() {
    Dataset large = Checkerboard.data(240, 60);
    List<Double> told = new ArrayList<>();
    BlendTraining.train(large, "1", 1, stoppingAfter(told, Integer.MAX_VALUE));
    assertThat(told).isSorted().allMatch(fraction -> fraction >= 0 && fraction <= 1);
    for (int reports = 1; reports <= told.size(); reports++) {
      Progress progress = stoppingAfter(new ArrayList<>(), reports);
      assertThatThrownBy(() -> BlendTraining.train(large, "1", 1, progress))
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
  void modelsThatWereNotLearnedTogetherAreRefused() {
    Dataset other = SmallWorld.data();
    SimilarModel similar = SimilarTraining.train(other, "1", 1, Progress.NONE);
    assertThatThrownBy(() -> new BlendRecommender(DATA, similar, MODEL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not learned together");
  }
}
