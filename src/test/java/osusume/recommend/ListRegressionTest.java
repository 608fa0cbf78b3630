package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import osusume.linalg.ParallelBlocks;
import osusume.progress.Progress;

class ListRegressionTest {
  private static final double[] TRUTH = {1.5, -0.7, 0.2};

  /** One liked title drawn by the softmax of a known score: its weights are found again. */
  @Test
  void theWeightsBehindTheChoicesAreFound() {
    List<RankedList> lists = drawn(4000);
    for (int threads = 1; threads <= 2; threads++) {
      try (var parallel = new ParallelBlocks(threads)) {
        float[] weights = ListRegression.learn(lists, 3, parallel, Progress.NONE);
        for (int f = 0; f < 3; f++) {
          assertThat((double) weights[f]).isCloseTo(TRUTH[f], within(0.1));
        }
      }
    }
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    List<RankedList> lists = drawn(300);
    float[][] found = new float[3][];
    for (int threads = 1; threads <= 3; threads++) {
      try (var parallel = new ParallelBlocks(threads)) {
        found[threads - 1] = ListRegression.learn(lists, 3, parallel, Progress.NONE);
      }
    }
    assertThat(found[1]).containsExactly(found[0]);
    assertThat(found[2]).containsExactly(found[0]);
  }

  @Test
  void aFeatureThatNeverVariesGetsNoWeight() {
    List<RankedList> lists = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      lists.add(new RankedList(new float[] {3, 1, 3, 0}, new boolean[] {true, false}));
    }
    try (var parallel = new ParallelBlocks(1)) {
      float[] weights = ListRegression.learn(lists, 2, parallel, Progress.NONE);
      assertThat(weights[0]).isZero();
      assertThat(weights[1]).isPositive();
    }
  }

  private static List<RankedList> drawn(int count) {
    Random random = new Random(5);
    List<RankedList> lists = new ArrayList<>();
    for (int list = 0; list < count; list++) {
      int candidates = 8;
      float[] features = new float[3 * candidates];
      double[] weight = new double[candidates];
      double total = 0;
      for (int c = 0; c < candidates; c++) {
        double score = 0;
        for (int f = 0; f < 3; f++) {
          // Of different spreads, so that the scaling is put to the test.
          features[3 * c + f] = (float) (random.nextGaussian() * (1 + f));
          score += TRUTH[f] * features[3 * c + f];
        }
        weight[c] = Math.exp(score);
        total += weight[c];
      }
      double draw = random.nextDouble() * total;
      int chosen = 0;
      while (chosen < candidates - 1 && draw > weight[chosen]) {
        draw -= weight[chosen++];
      }
      boolean[] liked = new boolean[candidates];
      liked[chosen] = true;
      lists.add(new RankedList(features, liked));
    }
    return lists;
  }
}
