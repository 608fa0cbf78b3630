package osusume.recommend;

import osusume.data.RatingMatrix;
import osusume.data.Taste;

/**
 * How much each watched title says for a taste: x = clip(0.6 + 0.25 (r − μ) / (σ + 0.5), 0.1, 1.2)
 * of a rating r, where μ and σ are the mean and spread of the person's own ratings; 0.6 where it
 * was not rated. A watch thus always counts for a title, more where it was liked: on the 3,500
 * users that ranks better than plain watches (P1 .490 against .462).
 */
final class TasteWeights {
  static final float UNRATED = 0.6f;
  private static final double SLOPE = 0.25;
  private static final double SPREAD_FLOOR = 0.5;
  private static final double LEAST = 0.1;
  private static final double MOST = 1.2;

  private final double mean;
  private final double spread;

  private TasteWeights(double count, double sum, double squares) {
    this.mean = count > 0 ? sum / count : 0;
    this.spread = count > 0 ? Math.sqrt(Math.max(0, squares / count - mean * mean)) : 0;
  }

  /** The scale of a person; an entry counts as much in it as its weight says. */
  static TasteWeights of(Taste taste) {
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
  static TasteWeights of(RatingMatrix ratings, int row) {
    double count = 0;
    double sum = 0;
    double squares = 0;
    for (int e = ratings.starts()[row]; e < ratings.starts()[row + 1]; e++) {
      int rating = ratings.values()[e];
      if (rating > 0) {
        count++;
        sum += rating;
        squares += rating * rating;
      }
    }
    return new TasteWeights(count, sum, squares);
  }

  /** The mean of the person's ratings; 0 where there is none. */
  double mean() {
    return mean;
  }

  /** What a watch with this rating, or {@link RatingMatrix#UNRATED}, says for a title. */
  float of(int rating) {
    if (rating <= 0) {
      return UNRATED;
    }
    double x = UNRATED + SLOPE * (rating - mean) / (spread + SPREAD_FLOOR);
    return (float) Math.clamp(x, LEAST, MOST);
  }
}
