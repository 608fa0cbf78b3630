package osusume.data;

import java.util.Arrays;

/**
 * How much entries of a list count by their age, since tastes change: max(floor, 2^(−age / h)), so
 * that with every half-life h an entry counts half as much (an exponential decay, as in Ding and Li
 * 2005, "Time Weight Collaborative Filtering").
 *
 * @param halfLifeDays h, above zero; infinite: all entries count alike
 * @param floor what even the oldest entry counts, above 0 and at most 1
 */
public record Recency(double halfLifeDays, double floor) {
  /** What even the oldest entry counts unless told otherwise: it was liked once. */
  public static final double USUAL_FLOOR = 0.1;

  private static final double DAYS_OF_YEAR = 365.25;

  /** All entries count alike, whatever their age. */
  public static final Recency OFF = new Recency(Double.POSITIVE_INFINITY, USUAL_FLOOR);

  /**
   * @throws IllegalArgumentException if a number is out of its range; worded for a person
   */
  public Recency {
    if (!(halfLifeDays > 0)) {
      throw new IllegalArgumentException(
          "The half-life is %s days, but must be above 0.".formatted(halfLifeDays));
    }
    if (!(floor > 0 && floor <= 1)) {
      throw new IllegalArgumentException(
          "The least weight of an entry is %s, but must be above 0 and at most 1."
              .formatted(floor));
    }
  }

  /** A half-life with the usual floor. */
  public static Recency ofDays(double halfLifeDays) {
    return new Recency(halfLifeDays, USUAL_FLOOR);
  }

  /** A half-life of so many years of 365.25 days, with the usual floor. */
  public static Recency ofYears(double halfLifeYears) {
    return ofDays(halfLifeYears * DAYS_OF_YEAR);
  }

  /**
   * The weights of the entries of one list. An entry without a date has the median weight of those
   * with one, for nothing says whether it is newer or older than they are, and with 1 a list half
   * of which has no dates would be ruled by that half; where no entry has a date, all count 1.
   *
   * @param agesInDays one an entry; below zero (a date in the future) is 0; NaN where there is none
   * @return one an entry, above 0 and at most 1
   */
  public double[] weights(double[] agesInDays) {
    double[] known =
        Arrays.stream(agesInDays).filter(age -> !Double.isNaN(age)).map(this::weight).toArray();
    double undated = median(known);
    return Arrays.stream(agesInDays)
        .map(age -> Double.isNaN(age) ? undated : weight(age))
        .toArray();
  }

  private double weight(double age) {
    return Math.max(floor, Math.pow(2, -Math.max(0, age) / halfLifeDays));
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return 1;
    }
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }
}
