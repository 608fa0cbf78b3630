package osusume.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Values worked out by hand. */
class RankingMetricsTest {
  private static final int[] RANKED = {7, 3, 9, 1, 5};

  private static BitSet rows(int... rows) {
    BitSet bits = new BitSet();
    for (int row : rows) {
      bits.set(row);
    }
    return bits;
  }

  @Test
  void gainIsDiscountedByTheLogarithmOfTheRank() {
    // Hits at ranks 1 and 3: 1/log2(2) + 1/log2(4) = 1.5; ideal for three: 1 + 0.63093 + 0.5.
    assertThat(RankingMetrics.ndcg(RANKED, rows(7, 9, 100), 10))
        .isCloseTo(1.5 / (1.5 + 1 / (Math.log(3) / Math.log(2))), within(1e-12));
    assertThat(RankingMetrics.ndcg(RANKED, rows(7, 9, 100), 10)).isCloseTo(0.7039, within(1e-4));
  }

  @Test
  void ofMoreRelevantTitlesThanKTheIdealHoldsK() {
    // k = 2, ranks 1 and 2 relevant, a third relevant title further down: nothing could be better.
    assertThat(RankingMetrics.ndcg(RANKED, rows(7, 3, 9), 2)).isEqualTo(1);
    assertThat(RankingMetrics.recall(RANKED, rows(7, 3, 9), 2)).isEqualTo(1);
  }

  @Test
  void nothingFoundIsZero() {
    assertThat(RankingMetrics.ndcg(RANKED, rows(2), 10)).isZero();
    assertThat(RankingMetrics.recall(RANKED, rows(2), 10)).isZero();
    assertThat(RankingMetrics.ndcg(RANKED, rows(9), 2)).isZero();
  }

  @Test
  void recallIsHitsByWhatCouldBeHit() {
    assertThat(RankingMetrics.recall(RANKED, rows(7, 1, 100, 101), 5)).isEqualTo(0.5);
    assertThat(RankingMetrics.recall(RANKED, rows(7, 1, 100, 101), 3))
        .isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void meanOverTheFirstK() {
    int[] rank = {10, 4, 30, 2, 50, 6, 70, 9, 80, 1};
    // rows 7, 3, 9 have ranks 9, 2, 1
    assertThat(RankingMetrics.mean(RANKED, rank, 3)).isEqualTo(4);
    assertThat(RankingMetrics.mean(RANKED, rank, 10)).isEqualTo((9 + 2 + 1 + 4 + 6) / 5.0);
  }
}
