package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NoveltyTest {
  private static final int TITLES = 500;

  private final float[] scores = new float[TITLES];
  private final int[] watchers = new int[TITLES];
  private final BitSet candidates = new BitSet();

  private void draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int row = 0; row < TITLES; row++) {
      watchers[row] = (int) Math.exp(7 * random.nextDouble());
      // Some of what is scored is popularity, as in every strategy.
      scores[row] = (float) (random.nextGaussian() + Math.log1p(watchers[row]) / 3);
      candidates.set(row, random.nextInt(5) > 0);
    }
  }

  private int[] best(double novelty, int k) {
    return TopK.of(Novelty.bend(scores, watchers, candidates, novelty), watchers, candidates, k);
  }

  @RepeatedTest(30)
  void theMoreNoveltyTheFewerKnowTheTitles(RepetitionInfo repetition) {
    draw(repetition.getCurrentRepetition());
    double before = Double.POSITIVE_INFINITY;
    for (int step = -4; step <= 4; step++) {
      double known =
          IntStream.of(best(step / 4.0, 10)).mapToDouble(row -> Math.log1p(watchers[row])).sum();
      assertThat(known).isLessThanOrEqualTo(before + 1e-3);
      before = known;
    }
    assertThat(before)
        .isLessThan(
            IntStream.of(best(-1, 10)).mapToDouble(row -> Math.log1p(watchers[row])).sum() / 2);
  }

  @Test
  void atZeroTheScoresAreAsTheyWere() {
    draw(1);
    assertThat(Novelty.bend(scores, watchers, candidates, 0)).isSameAs(scores);
  }

  @RepeatedTest(10)
  void whatDoesNotSuitStaysBehindInItsOrder(RepetitionInfo repetition) {
    draw(repetition.getCurrentRepetition());
    int all = candidates.cardinality();
    int[] asScored = TopK.of(scores, watchers, candidates, all);
    int[] bent = best(1, all);
    assertThat(bent).hasSize(all);
    assertThat(IntStream.of(bent).limit(Novelty.POOL))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.of(asScored).limit(Novelty.POOL).boxed().toList());
    assertThat(IntStream.of(bent).skip(Novelty.POOL))
        .containsExactlyElementsOf(IntStream.of(asScored).skip(Novelty.POOL).boxed().toList());
  }

  @Test
  void equalScoresAndNoCandidatesCanBeBentToo() {
    assertThat(Novelty.bend(scores, watchers, candidates, 1)).hasSize(TITLES);
    candidates.set(3, 9);
    watchers[4] = 7;
    assertThat(best(1, 6)[5]).isEqualTo(4);
    assertThat(best(-1, 6)[0]).isEqualTo(4);
  }
}
