package osusume.recommend;

import java.util.BitSet;

/**
 * Bends scores from what everybody knows to what few know: of each of the best titles' scores,
 * standardised, a part of the title's standardised log-popularity is taken off. With that the mean
 * log-popularity of the first k can only fall as novelty rises, whatever the scores (the k titles
 * with the largest s − n·p, for growing n).
 */
final class Novelty {
  /**
   * So many of the best titles change places; the others stay behind them in their order, so that
   * nobody is told to watch what does not suit them only because nobody knows it.
   */
  static final int POOL = 300;

  /** How many spreads of the scores a spread of log-popularity is worth at novelty 1. */
  private static final double MOST = 1.5;

  private Novelty() {}

  /**
   * @param scores one a catalogue row; not written
   * @param watchers how many watched each
   * @param candidates the catalogue rows that count
   * @param novelty −1 to 1; 0 gives the scores as they are
   * @return scores of the candidates; of other rows the number says nothing
   */
  static float[] bend(float[] scores, int[] watchers, BitSet candidates, double novelty) {
    if (novelty == 0 || candidates.isEmpty()) {
      return scores;
    }
    int[] best = TopK.of(scores, watchers, candidates, POOL);
    double[] score = new double[best.length];
    double[] popularity = new double[best.length];
    for (int i = 0; i < best.length; i++) {
      score[i] = scores[best[i]];
      popularity[i] = Math.log1p(watchers[best[i]]);
    }
    double cut = score[best.length - 1];
    double perSpread = standardise(score);
    standardise(popularity);
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < best.length; i++) {
      score[i] -= novelty * MOST * popularity[i];
      lowest = Math.min(lowest, score[i]);
    }
    float[] bent = new float[scores.length];
    for (int row = candidates.nextSetBit(0); row >= 0; row = candidates.nextSetBit(row + 1)) {
      bent[row] = (float) (lowest - 1 - perSpread * (cut - scores[row]));
    }
    for (int i = 0; i < best.length; i++) {
      bent[best[i]] = (float) score[i];
    }
    return bent;
  }

  /**
   * Gives numbers mean 0 and spread 1; all 0 where all are equal.
   *
   * @return what a difference was multiplied by; 1 where all are equal
   */
  private static double standardise(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double perSpread = squares > 0 ? 1 / Math.sqrt(squares / values.length) : 1;
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] - mean) * perSpread;
    }
    return perSpread;
  }
}
