package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

class BlendRecommenderTest extends RecommenderContract {
  private static final Dataset DATA = Checkerboard.data();
  private static final SimilarModel SIMILAR = SimilarTraining.train(DATA, "1", 1, Progress.NONE);
  static final NmfSettings GROUPS = new NmfSettings(2, 50, 1e-4, NmfSettings.Start.NNDSVD, 1);
  private static final NmfModel NMF = new FreshFitting(DATA, GROUPS, Progress.NONE).nmf();
  private static final BlendModel MODEL = BlendTraining.train(DATA, GROUPS, "1", 2, Progress.NONE);

  @Override
  Recommender fit(Dataset data) {
    return new BlendRecommender(new DatasetFacts(data), SIMILAR, NMF, MODEL);
  }

  private static BlendFacts facts() {
    return new BlendFacts(
        new DatasetFacts(DATA),
        new SimilarRecommender(DATA, SIMILAR),
        NMF,
        IntStream.range(0, Checkerboard.TITLES).toArray(),
        MODEL.together());
  }

  @Test
  void fewUsersWithManyRatingsLearnNoWeightsOfTheirOwn() {
    assertThat(MODEL.learned()).isFalse();
    assertThat(MODEL.weights()).hasSize(BlendFeature.COUNT);
  }

  @Test
  void enoughUsersLearnWeightsThatPutTheirOwnHalfFirst() {
    Dataset large = Checkerboard.data(600, 60);
    BlendModel model = BlendTraining.train(large, GROUPS, "1", 2, Progress.NONE);
    assertThat(model.learned()).isTrue();
    BlendModel again = BlendTraining.train(large, GROUPS, "1", 1, Progress.NONE);
    assertThat(again.weights()).containsExactly(model.weights());
    assertThat(again.together()).isEqualTo(model.together());
    var blend =
        new BlendRecommender(
            new DatasetFacts(large),
            SimilarTraining.train(large, "1", 1, Progress.NONE),
            new FreshFitting(large, GROUPS, Progress.NONE).nmf(),
            model);
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
    var facts = facts();
    Taste taste = Taste.of(new int[] {0, 3, 21}, new byte[] {9, 5, -1});
    float[][] features = facts.of(taste, Tuning.NONE).features();
    float[] scores = fit(DATA).score(taste);
    for (int row = 0; row < Checkerboard.TITLES; row++) {
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
    var facts = facts();
    int[] watchers = KnownTitles.watchers(DATA.ratings());
    float[] confidence =
        facts.of(Checkerboard.taste(0, 2), Tuning.NONE)
            .features()[BlendFeature.CONFIDENCE.ordinal()];
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
    BlendTraining.train(large, GROUPS, "1", 1, stoppingAfter(told, Integer.MAX_VALUE));
    assertThat(told).isSorted().allMatch(fraction -> fraction >= 0 && fraction <= 1);
    for (int reports = 1; reports <= told.size(); reports++) {
      Progress progress = stoppingAfter(new ArrayList<>(), reports);
      assertThatThrownBy(() -> BlendTraining.train(large, GROUPS, "1", 1, progress))
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
  void theSharesOfTheReasonsAreThoseOfTheScore() {
    var facts = facts();
    Taste taste = Taste.of(new int[] {0, 3, 5, 21}, new byte[] {9, 5, 10, -1});
    Recommender blend = fit(DATA);
    float[] scores = blend.score(taste);
    double mean =
        IntStream.range(0, Checkerboard.TITLES).mapToDouble(row -> scores[row]).average().orElse(0);
    var reasons = new BlendReasons(facts, MODEL.weights(), facts.of(taste, Tuning.NONE));
    for (int row = 0; row < Checkerboard.TITLES; row++) {
      double above = Arrays.stream(reasons.added(row)).sum();
      assertThat(above).isCloseTo(scores[row] - mean, within(1e-3));
      List<Reason> given = blend.reasons(taste, row, 100);
      assertThat(given.stream().mapToDouble(Reason::share).sum()).isBetween(0.0, 1 + 1e-9);
      assertThat(given).isSortedAccordingTo(Comparator.comparing(Reason::share).reversed());
      assertThat(given).allMatch(reason -> reason.share() >= 0.01);
    }
    assertThat(blend.reasons(taste, 1, 3))
        .anyMatch(reason -> reason instanceof Reason.Watched watched && watched.animeRow() == 0);
  }

  @Test
  void reasonsOfSeveralTitlesAreThoseOfEach() {
    Taste taste = Checkerboard.taste(0, 2);
    int[] rows = {4, 1, Checkerboard.TITLES};
    List<List<Reason>> together = fit(DATA).reasons(taste, rows, 2);
    assertThat(together).hasSize(3);
    for (int i = 0; i < rows.length; i++) {
      assertThat(together.get(i)).isEqualTo(fit(DATA).reasons(taste, rows[i], 2));
    }
  }

  @Test
  void aPartThatCountsForNothingIsGone() {
    Taste taste = Checkerboard.taste(0, 2);
    var weights = new EnumMap<BlendPart, Double>(BlendPart.class);
    for (BlendPart part : BlendPart.values()) {
      weights.put(part, part == BlendPart.POPULAR ? 1.0 : 0.0);
    }
    Recommender turned = fit(DATA).tuned(new Tuning(new BlendWeights(weights), Set.of()));
    float[] own = turned.score(taste);
    float[][] features = facts().of(taste, Tuning.NONE).features();
    for (int row = 0; row < Checkerboard.TITLES; row++) {
      double sum = 0;
      for (BlendFeature feature : BlendFeature.values()) {
        if (feature.part() == BlendPart.POPULAR) {
          sum += MODEL.weights()[feature.ordinal()] * features[feature.ordinal()][row];
        }
      }
      assertThat((double) own[row]).isCloseTo(sum, within(1e-4));
      assertThat(turned.reasons(taste, row, 5)).allMatch(r -> r instanceof Reason.Popular);
    }
    assertThat(fit(DATA).tuned(Tuning.NONE).score(taste)).isEqualTo(fit(DATA).score(taste));
  }

  @Test
  void modelsThatWereNotLearnedTogetherAreRefused() {
    Dataset other = SmallWorld.data();
    SimilarModel similar = SimilarTraining.train(other, "1", 1, Progress.NONE);
    assertThatThrownBy(() -> new BlendRecommender(new DatasetFacts(DATA), similar, NMF, MODEL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not learned together");
  }
}
