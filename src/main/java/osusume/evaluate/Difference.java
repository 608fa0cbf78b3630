package osusume.evaluate;

/**
 * By how much a figure of one strategy is larger than that of another, person by person.
 *
 * @param value the figure of {@code strategy} less that of {@code than}
 * @param standardError of the paired difference
 * @param low lower end of its 95 % confidence interval
 * @param high its upper end
 */
public record Difference(
    String strategy,
    String than,
    Metric metric,
    double value,
    double standardError,
    double low,
    double high) {
  static Difference of(String strategy, String than, Metric metric, Estimate difference) {
    double margin = difference.margin();
    return new Difference(
        strategy,
        than,
        metric,
        difference.value(),
        difference.standardError(),
        difference.value() - margin,
        difference.value() + margin);
  }

  /** Whether the interval does not hold 0. */
  public boolean clear() {
    return low > 0 || high < 0;
  }

  /** Whether it is clear, and {@code strategy} the better one. */
  public boolean clearlyBetter() {
    return metric.moreIsBetter() ? low > 0 : high < 0;
  }
}
