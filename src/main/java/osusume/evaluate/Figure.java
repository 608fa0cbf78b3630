package osusume.evaluate;

/**
 * One figure of a strategy.
 *
 * @param standardError over people; NaN where there is none (coverage is one number for all)
 * @param low lower end of the 95 % confidence interval; NaN where there is none
 * @param high its upper end
 */
public record Figure(
    String strategy, Metric metric, double value, double standardError, double low, double high) {
  static Figure coverage(String strategy, double share) {
    return new Figure(strategy, Metric.COVERAGE_10, share, Double.NaN, Double.NaN, Double.NaN);
  }

  static Figure of(String strategy, Metric metric, Estimate estimate) {
    double margin = estimate.margin();
    return new Figure(
        strategy,
        metric,
        estimate.value(),
        estimate.standardError(),
        estimate.value() - margin,
        estimate.value() + margin);
  }
}
