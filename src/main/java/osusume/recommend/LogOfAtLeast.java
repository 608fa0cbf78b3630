package osusume.recommend;

/**
 * ln(x + floor) of numbers that are often 0: what is so of most titles is worked out once, for
 * logarithms are the most of what features of thousands of titles cost.
 */
final class LogOfAtLeast {
  private final double floor;
  private final float ofZero;

  /**
   * @param floor above 0
   */
  LogOfAtLeast(double floor) {
    this.floor = floor;
    this.ofZero = (float) Math.log(floor);
  }

  /**
   * @param x not below 0
   */
  float of(double x) {
    return x == 0 ? ofZero : (float) Math.log(x + floor);
  }
}
