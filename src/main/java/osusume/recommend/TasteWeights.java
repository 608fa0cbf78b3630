package osusume.recommend;

import osusume.data.RatingMatrix;
import osusume.data.Taste;

/**
 * How much each watched title says for a taste: x = clip(0.6 + 0.25 (r − μ) / (σ + 0.5), 0.1, 1.2)
 * of a rating r, where μ and σ are the mean and spread of the person's own ratings; 0.6 where it
 * was not rated. A watch thus always counts for a title, more where it was liked: on the 3,500
 * users that ranks better than plain watches (P1 .490 against .462).
 */
public final class TasteWeights {
  static final float UNRATED = 0.6f;
  private static final int HIGHEST = 10;
  private static final double SLOPE = 0.25;
  private static final double SPREAD_FLOOR = 0.5;
  private static final double LEAST = 0.1;
  private static final double MOST = 1.2;

  private final double count;
  private final double mean;
  private final double spread;

  private TasteWeights(double count, double sum, double squares) {
    this.count = count;
    this.mean = count > 0 ? sum / count : 0;
    this.spread = count > 0 ? Math.sqrt(Math.max(0, squares / count - mean * mean)) : 0;
  }

  /** The scale of a person; an entry counts as much in it as its weight says. */
  public static TasteWeights of(Taste taste) {
    double count = 0;
    double sum = 0;
    double squares = 0;
    for (int entry = 0; entry < taste.size(); entry++) {
      int rating = taste.rating(entry);
      if (rating > 0) {
        count += taste.weight(entry);
        sum += taste.weight(entry) * rating;
        squares += taste.weight(entry) * rating * rating;
      }
    }
    return new TasteWeights(count, sum, squares);
  }

  /** The scale of the user in a row of a matrix. */
  public static TasteWeights of(RatingMatrix ratings, int row) {
    byte[] values = ratings.values();
    int count = 0;
    int sum = 0;
    int squares = 0;
    for (int e = ratings.starts()[row]; e < ratings.starts()[row + 1]; e++) {
      int rating = values[e];
      if (rating > 0) {
        count++;
        sum += rating;
        squares += rating * rating;
      }
    }
    return new TasteWeights(count, sum, squares);
  }

  /** How much their ratings weigh together: how many there are, where each counts 1. */
  public double rated() {
    return count;
  }

  /** The mean of the person's ratings; 0 where there is none. */
  public double mean() {
    return mean;
  }

  /** The spread of the person's ratings (standard deviation, n); 0 where there is none. */
  public double spread() {
    return spread;
  }

  /**
   * A spread as ratings are divided by it, so that a person who gives nearly the same to everything
   * does not say a lot with every half a point.
   */
  public static double divisor(double spread) {
    return spread + SPREAD_FLOOR;
  }

  /** A rating on the person's own scale: 0 is their mean; 0 where there is none. */
  public double standard(int rating) {
    return rating <= 0 ? 0 : (rating - mean) / divisor(spread);
  }

  /** Whether a rating is no lower than the person's mean; not so where there is none. */
  public boolean likes(int rating) {
    return rating > 0 && rating >= mean;
  }

  /** {@link #standard} of each rating from 0, which stands for none, to 10. */
  public double[] standards() {
    double[] standards = new double[HIGHEST + 1];
    for (int rating = 1; rating <= HIGHEST; rating++) {
      standards[rating] = standard(rating);
    }
    return standards;
  }

  /** {@link #of(int)} of each rating from 0, which stands for none, to 10. */
  public float[] ofEach() {
    float[] each = new float[HIGHEST + 1];
    for (int rating = 0; rating <= HIGHEST; rating++) {
      each[rating] = of(rating);
    }
    return each;
  }

  /** What a watch with this rating, or {@link RatingMatrix#UNRATED}, says for a title. */
  public float of(int rating) {
    if (rating <= 0) {
      return UNRATED;
    }
    double x = UNRATED + SLOPE * standard(rating);
    return (float) Math.clamp(x, LEAST, MOST);
  }
}
