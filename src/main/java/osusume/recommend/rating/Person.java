package osusume.recommend.rating;

import java.util.Arrays;
import osusume.data.Taste;

/**
 * What a person's ratings say beyond the titles' own offsets: their offset b_u, and of each title
 * they rated what is left over, e = r − μ − b_i − b_u. Unrated titles say nothing here. A rating of
 * weight c counts as c ratings, in every sum.
 */
final class Person {
  /** About the root mean square error of the biases alone. */
  private static final double USUAL_SPREAD = 1.2;

  private static final double SPREAD_PRIOR = 10;

  private final int[] rows;
  private final float[] aboveTitles;
  private final float[] left;
  private final float[] weights;

  /** The sum of the weights. */
  private final double size;

  private final double sum;
  private final double offset;
  private final float[] aboveMean;
  private final double sumAboveMean;
  private final double squares;

  private Person(int[] rows, float[] weights, float[] aboveMean, float[] aboveTitles) {
    this.rows = rows;
    this.weights = weights;
    this.aboveMean = aboveMean;
    this.aboveTitles = aboveTitles;
    double total = 0;
    double totalAboveMean = 0;
    double totalWeight = 0;
    for (int i = 0; i < rows.length; i++) {
      total += weights[i] * aboveTitles[i];
      totalAboveMean += weights[i] * aboveMean[i];
      totalWeight += weights[i];
    }
    this.size = totalWeight;
    this.sumAboveMean = totalAboveMean;
    this.sum = total;
    this.offset = total / (size + Biases.PERSON_PRIOR);
    this.left = new float[rows.length];
    double totalSquares = 0;
    for (int i = 0; i < left.length; i++) {
      left[i] = (float) (aboveTitles[i] - offset);
      totalSquares += weights[i] * left[i] * left[i];
    }
    this.squares = totalSquares;
  }

  static Person of(Biases biases, Taste taste) {
    int[] rows = new int[taste.size()];
    float[] above = new float[taste.size()];
    float[] aboveMean = new float[taste.size()];
    float[] weights = new float[taste.size()];
    int n = 0;
    for (int entry = 0; entry < taste.size(); entry++) {
      if (taste.rating(entry) > 0) {
        rows[n] = taste.row(entry);
        weights[n] = taste.weight(entry);
        aboveMean[n] = (float) (taste.rating(entry) - biases.mean());
        above[n++] = biases.aboveTitle(taste.row(entry), taste.rating(entry));
      }
    }
    return new Person(
        Arrays.copyOf(rows, n),
        Arrays.copyOf(weights, n),
        Arrays.copyOf(aboveMean, n),
        Arrays.copyOf(above, n));
  }

  /** How many titles they rated. */
  int count() {
    return rows.length;
  }

  /** How much their ratings weigh together: how many there are, where each counts 1. */
  double size() {
    return size;
  }

  /** The same without one entry; −1: with all. */
  double sizeWithoutEntry(int entry) {
    return entry < 0 ? size : size - weights[entry];
  }

  /** How much each rating counts, above 0 and at most 1. Not to be written. */
  float[] weights() {
    return weights;
  }

  /** The catalogue rows of what they rated. Not to be written. */
  int[] rows() {
    return rows;
  }

  /** What is left over of each rating. Not to be written. */
  float[] left() {
    return left;
  }

  /** b_u. */
  double offset() {
    return offset;
  }

  /** b_u, without one entry; −1: with all. */
  double offsetWithoutEntry(int entry) {
    return entry < 0
        ? offset
        : (sum - weights[entry] * aboveTitles[entry])
            / (size - weights[entry] + Biases.PERSON_PRIOR);
  }

  /** How far the person's mean is above everybody's, drawn to it; without one entry, or −1. */
  double meanWithoutEntry(int entry) {
    double out = entry < 0 ? 0 : weights[entry] * aboveMean[entry];
    return (sumAboveMean - out) / (sizeWithoutEntry(entry) + UserMean.PRIOR);
  }

  /**
   * How widely the person's ratings lie about the biases: the root of the mean of e², with {@link
   * #SPREAD_PRIOR} pseudo-ratings at the usual spread; without one entry, or −1.
   */
  double spreadWithoutEntry(int entry) {
    double others = squares;
    double count = sizeWithoutEntry(entry);
    if (entry >= 0) {
      // Without the entry the offset falls by some δ, so that every other e grows by it.
      double rise = offset - offsetWithoutEntry(entry);
      double own = weights[entry] * left[entry];
      double sumLeft = sum - size * offset - own;
      others += 2 * rise * sumLeft + count * rise * rise - own * left[entry];
    }
    double usual = SPREAD_PRIOR * USUAL_SPREAD * USUAL_SPREAD;
    return Math.sqrt((others + usual) / (count + SPREAD_PRIOR));
  }
}
