package osusume.evaluate;

import java.util.BitSet;

/** Metrics of a ranked list against the titles that should stand in it; gain is binary. */
final class RankingMetrics {
  private RankingMetrics() {}

  /**
   * Normalised discounted cumulative gain: Σ 1/log₂(rank + 1) over the relevant titles among the
   * first k, by the largest that sum could be with min(k, relevant) of them.
   *
   * @param ranked catalogue rows, the best first
   */
  static double ndcg(int[] ranked, BitSet relevant, int k) {
    double gain = 0;
    for (int i = 0; i < Math.min(k, ranked.length); i++) {
      gain += relevant.get(ranked[i]) ? discount(i + 1) : 0;
    }
    double ideal = 0;
    for (int rank = 1; rank <= Math.min(k, relevant.cardinality()); rank++) {
      ideal += discount(rank);
    }
    return gain / ideal;
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 1);
  }

  /** Relevant titles among the first k, by min(k, relevant). */
  static double recall(int[] ranked, BitSet relevant, int k) {
    int hits = 0;
    for (int i = 0; i < Math.min(k, ranked.length); i++) {
      hits += relevant.get(ranked[i]) ? 1 : 0;
    }
    return (double) hits / Math.min(k, relevant.cardinality());
  }

  /** The mean of {@code of} over the first k. */
  static double mean(int[] ranked, int[] of, int k) {
    double sum = 0;
    int n = Math.min(k, ranked.length);
    for (int i = 0; i < n; i++) {
      sum += of[ranked[i]];
    }
    return sum / n;
  }
}
