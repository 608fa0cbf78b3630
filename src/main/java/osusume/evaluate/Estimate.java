package osusume.evaluate;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * A figure over people, with how far each person pulls it: the standard error is the spread of
 * those pulls by the root of the number of people. For a mean this is the textbook's standard
 * error; for an error per rating (people have different numbers of them) the linearised one, with
 * people, not ratings, as what was sampled. Figures of two strategies over the same people are
 * compared person by person.
 */
final class Estimate {
  private static final double CONFIDENCE = 0.95;

  private final double value;
  private final double[] pulls;

  private Estimate(double value, double[] pulls) {
    this.value = value;
    this.pulls = pulls;
  }

  /** The mean of one number a person. */
  static Estimate ofMean(double[] values) {
    double mean = new Mean().evaluate(values);
    return new Estimate(mean, Arrays.stream(values).map(v -> v - mean).toArray());
  }

  /**
   * A mean over items of which people have different numbers.
   *
   * @param sums the sum over each person's items
   * @param counts how many they are
   */
  static Estimate ofRatio(double[] sums, double[] counts) {
    double items = Arrays.stream(counts).sum();
    double value = Arrays.stream(sums).sum() / items;
    double itemsEach = items / counts.length;
    double[] pulls = new double[sums.length];
    Arrays.setAll(pulls, i -> (sums[i] - value * counts[i]) / itemsEach);
    return new Estimate(value, pulls);
  }

  /** The root of this figure: of a mean square error, say. */
  Estimate root() {
    double root = Math.sqrt(value);
    double slope = root == 0 ? 0 : 1 / (2 * root);
    return new Estimate(root, Arrays.stream(pulls).map(pull -> pull * slope).toArray());
  }

  /** By how much this figure is larger than another over the same people in the same order. */
  Estimate minus(Estimate other) {
    double[] differences = new double[pulls.length];
    Arrays.setAll(differences, i -> pulls[i] - other.pulls[i]);
    return new Estimate(value - other.value, differences);
  }

  double value() {
    return value;
  }

  /** NaN where there is but one person. */
  double standardError() {
    return pulls.length < 2
        ? Double.NaN
        : new StandardDeviation().evaluate(pulls, 0) / Math.sqrt(pulls.length);
  }

  /** Half the width of the 95 % confidence interval, by Student's t; NaN for one person. */
  double margin() {
    if (pulls.length < 2) {
      return Double.NaN;
    }
    double quantile = 1 - (1 - CONFIDENCE) / 2;
    return standardError()
        * new TDistribution(null, pulls.length - 1).inverseCumulativeProbability(quantile);
  }
}
