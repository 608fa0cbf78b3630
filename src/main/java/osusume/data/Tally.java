package osusume.data;

import java.util.Arrays;

/** The values of one column in one group, as they come. */
final class Tally {
  private static final int HIGHEST = 10;

  private long count;
  private double mean;
  private double squares;
  private double sum;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  /** Either every value, or how often each rating came, which is all that millions of them need. */
  private double[] values;

  private final int[] ratings;

  /**
   * @param ofRatings whether the values are whole numbers from 1 to 10
   * @param keeps whether the median will be asked for
   */
  Tally(boolean ofRatings, boolean keeps) {
    this.ratings = ofRatings && keeps ? new int[HIGHEST + 1] : null;
    this.values = keeps && !ofRatings ? new double[8] : null;
  }

  /** Adds a value; an unknown one (NaN) does not count. */
  void add(double value) {
    if (Double.isNaN(value)) {
      return;
    }
    if (ratings != null) {
      ratings[(int) value]++;
    } else if (values != null) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * values.length);
      }
      values[(int) count] = value;
    }
    count++;
    double off = value - mean;
    mean += off / count;
    squares += off * (value - mean);
    sum += value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  /** NaN where there are too few values. */
  double get(TableQuery.Fn fn) {
    return switch (fn) {
      case COUNT -> count;
      case SUM -> sum;
      case STDEV -> count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
      case MEAN -> count == 0 ? Double.NaN : sum / count;
      case MIN -> count == 0 ? Double.NaN : min;
      case MAX -> count == 0 ? Double.NaN : max;
      case MEDIAN -> count == 0 ? Double.NaN : median();
      case SHARE -> throw new IllegalArgumentException("A share is one of rows, not of values.");
    };
  }

  private double median() {
    if (ratings == null) {
      double[] sorted = Arrays.copyOf(values, (int) count);
      Arrays.sort(sorted);
      return (sorted[(int) ((count - 1) / 2)] + sorted[(int) (count / 2)]) / 2;
    }
    return (ratingAt((count - 1) / 2) + ratingAt(count / 2)) / 2.0;
  }

  private int ratingAt(long place) {
    int rating = 0;
    for (long left = place; left >= 0; left -= ratings[rating]) {
      rating++;
    }
    return rating;
  }
}
