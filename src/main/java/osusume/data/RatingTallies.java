package osusume.data;

import java.util.Arrays;
import java.util.List;

/**
 * What is aggregated of ratings, by group: how often each rating came, which is all that millions
 * of them need, and of the other columns running sums (Welford's, with weights). A <i>cell</i> is a
 * group of titles and a rating; where ratings are grouped each cell is a group, else eleven are.
 */
final class RatingTallies {
  /** Ratings 1 to 10, and 0 for none. */
  static final int RATINGS = 11;

  private final boolean byRating;
  private final int[] rows;
  private final int[] groupRows;
  private final double[][] values;
  private final double[][] counts;
  private final double[][] means;
  private final double[][] squares;
  private final double[][] mins;
  private final double[][] maxs;

  /**
   * @param titleGroups how many groups of titles there are
   * @param byRating whether each rating is a group of its own
   * @param values of columns of titles that are told, by title; NaN is not known
   */
  RatingTallies(int titleGroups, boolean byRating, List<double[]> values) {
    this.byRating = byRating;
    this.rows = new int[titleGroups * RATINGS];
    this.values = values.toArray(double[][]::new);
    int groups = byRating ? rows.length : titleGroups;
    this.groupRows = new int[groups];
    this.counts = new double[this.values.length][groups];
    this.means = new double[this.values.length][groups];
    this.squares = new double[this.values.length][groups];
    this.mins = new double[this.values.length][groups];
    this.maxs = new double[this.values.length][groups];
  }

  /** How many groups there are. */
  int groups() {
    return groupRows.length;
  }

  /** The number of the group that a row of the table falls into. */
  int group(int titleGroup, int rating) {
    return byRating ? titleGroup * RATINGS + rating : titleGroup;
  }

  /** The group of titles of a group. */
  int titleGroup(int group) {
    return byRating ? group / RATINGS : group;
  }

  /** The rating of a group; 0 where it is none, or where ratings are not grouped. */
  int rating(int group) {
    return byRating ? group % RATINGS : 0;
  }

  /** Adds the same row some times. */
  void add(int titleGroup, int rating, int title, int times) {
    rows[titleGroup * RATINGS + rating] += times;
    int group = group(titleGroup, rating);
    groupRows[group] += times;
    for (int c = 0; c < values.length; c++) {
      double value = values[c][title];
      if (!Double.isNaN(value)) {
        add(c, group, value, times);
      }
    }
  }

  private void add(int c, int group, double value, int times) {
    boolean first = counts[c][group] == 0;
    counts[c][group] += times;
    double off = value - means[c][group];
    means[c][group] += off * (times / counts[c][group]);
    squares[c][group] += times * off * (value - means[c][group]);
    mins[c][group] = first ? value : Math.min(mins[c][group], value);
    maxs[c][group] = first ? value : Math.max(maxs[c][group], value);
  }

  /** Forgets a group. */
  void clear(int group) {
    Arrays.fill(rows, from(group), to(group), 0);
    groupRows[group] = 0;
    for (int c = 0; c < values.length; c++) {
      counts[c][group] = 0;
      means[c][group] = 0;
      squares[c][group] = 0;
    }
  }

  private int from(int group) {
    return byRating ? group : group * RATINGS;
  }

  private int to(int group) {
    return byRating ? group + 1 : (group + 1) * RATINGS;
  }

  /** How many rows a group has. */
  int rows(int group) {
    return groupRows[group];
  }

  /** What is told of a column of titles; NaN where there are too few values. */
  double ofTitles(int column, TableQuery.Fn fn, int group) {
    double count = counts[column][group];
    return switch (fn) {
      case COUNT -> count;
      case SUM -> count * means[column][group];
      case STDEV -> count < 2 ? Double.NaN : Math.sqrt(squares[column][group] / (count - 1));
      case MEAN -> count == 0 ? Double.NaN : means[column][group];
      case MIN -> count == 0 ? Double.NaN : mins[column][group];
      case MAX -> count == 0 ? Double.NaN : maxs[column][group];
      case MEDIAN, SHARE -> throw new IllegalArgumentException(fn + " is not told of a title.");
    };
  }

  /** What is told of the ratings; NaN where there are too few. */
  double ofRatings(TableQuery.Fn fn, int group) {
    long count = 0;
    long sum = 0;
    int min = 0;
    int max = 0;
    for (int cell = from(group); cell < to(group); cell++) {
      int rating = cell % RATINGS;
      if (rating > 0 && rows[cell] > 0) {
        count += rows[cell];
        sum += (long) rating * rows[cell];
        min = min == 0 ? rating : min;
        max = rating;
      }
    }
    if (fn == TableQuery.Fn.COUNT || fn == TableQuery.Fn.SUM) {
      return fn == TableQuery.Fn.COUNT ? count : sum;
    }
    if (count == 0) {
      return Double.NaN;
    }
    return switch (fn) {
      case MIN -> min;
      case MAX -> max;
      case MEAN -> (double) sum / count;
      case MEDIAN -> (ratingAt((count - 1) / 2, group) + ratingAt(count / 2, group)) / 2.0;
      case STDEV -> deviation(count, (double) sum / count, group);
      default -> throw new IllegalArgumentException(fn + " is not told of a rating.");
    };
  }

  private double deviation(long count, double mean, int group) {
    double squared = 0;
    for (int cell = from(group); cell < to(group); cell++) {
      double off = cell % RATINGS - mean;
      squared += cell % RATINGS == 0 ? 0 : off * off * rows[cell];
    }
    return count < 2 ? Double.NaN : Math.sqrt(squared / (count - 1));
  }

  private int ratingAt(long place, int group) {
    long left = place;
    int cell = from(group);
    while (cell % RATINGS == 0 || left >= rows[cell]) {
      left -= cell % RATINGS == 0 ? 0 : rows[cell];
      cell++;
    }
    return cell % RATINGS;
  }
}
