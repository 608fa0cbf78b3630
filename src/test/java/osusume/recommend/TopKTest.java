package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TopKTest {
  @RepeatedTest(200)
  void picksWhatSortingEverythingWouldPick(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    // Every other time so many that they are looked at by blocks.
    int repeated = repetition.getCurrentRepetition();
    int n = 1 + random.nextInt(repeated % 2 == 0 ? 60 : 3000);
    int levels = repeated % 3 == 0 ? 1000 : 5;
    // Now nearly all, now a few in every block, now nearly none.
    int within = 2 + random.nextInt(repeated % 5 == 0 ? 500 : 4);
    boolean few = repeated % 10 == 0;
    float[] scores = new float[n];
    int[] watchers = new int[n];
    BitSet candidates = new BitSet();
    for (int row = 0; row < n; row++) {
      // Often few distinct values, so that ties are frequent; zeros and negative scores occur too.
      scores[row] = random.nextInt(levels) - 1;
      watchers[row] = random.nextInt(3);
      candidates.set(row, random.nextInt(within) > 0 != few);
    }
    int k = 1 + random.nextInt(repeated % 4 == 0 ? n + 5 : Math.min(n, 30));
    int[] sorted =
        candidates.stream()
            .boxed()
            .sorted(
                (a, b) -> {
                  if (scores[a] != scores[b]) {
                    return Float.compare(scores[b], scores[a]);
                  }
                  return watchers[a] != watchers[b] ? watchers[b] - watchers[a] : a - b;
                })
            .limit(k)
            .mapToInt(Integer::intValue)
            .toArray();
    assertThat(TopK.of(scores, watchers, candidates, k))
        .as("scores %s, watchers %s", Arrays.toString(scores), Arrays.toString(watchers))
        .containsExactly(sorted);
  }

  @Test
  void nothingToPickFromIsAnEmptyAnswer() {
    assertThat(TopK.of(new float[3], new int[3], new BitSet(), 5)).isEmpty();
  }
}
