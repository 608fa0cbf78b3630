package osusume.evaluate;

import java.util.Arrays;

/** Metrics of scores that should set titles of one kind above those of another. */
final class OrderMetrics {
  private OrderMetrics() {}

  /** The share of (top, bottom) pairs of which the first has the higher score; a tie is a half. */
  static double auc(float[] top, float[] bottom) {
    double right = 0;
    for (float above : top) {
      for (float below : bottom) {
        right += above > below ? 1 : above == below ? 0.5 : 0;
      }
    }
    return right / ((double) top.length * bottom.length);
  }

  /**
   * The share of top titles among the first |top| of all by score. Titles that tie at the border
   * are counted as if drawn by lot: by the share of them that fits.
   */
  static double precision(float[] top, float[] bottom) {
    float[] all = Arrays.copyOf(top, top.length + bottom.length);
    System.arraycopy(bottom, 0, all, top.length, bottom.length);
    Arrays.sort(all);
    float border = all[bottom.length];
    int above = count(top, border, true) + count(bottom, border, true);
    int tiedTop = count(top, border, false);
    int tied = tiedTop + count(bottom, border, false);
    double drawn = (double) (top.length - above) * tiedTop / tied;
    return (count(top, border, true) + drawn) / top.length;
  }

  private static int count(float[] scores, float border, boolean above) {
    int count = 0;
    for (float score : scores) {
      count += (above ? score > border : score == border) ? 1 : 0;
    }
    return count;
  }
}
