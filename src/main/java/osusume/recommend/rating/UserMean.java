package osusume.recommend.rating;

import java.util.Arrays;
import osusume.data.RatingMatrix;
import osusume.data.Taste;

/**
 * Everybody rates everything with their own mean, drawn towards everybody's mean where they rated
 * little: (Σ r + κ μ) / (n + κ). The least a predictor must beat.
 */
final class UserMean implements RatingModel {
  /** κ: so many ratings of the common mean are added to a person's own. */
  static final double PRIOR = 3;

  private final double mean;

  private UserMean(double mean) {
    this.mean = mean;
  }

  static UserMean fit(RatingMatrix ratings) {
    return new UserMean(meanOf(ratings));
  }

  /** The mean of all ratings; the middle of the scale where there are none. */
  static double meanOf(RatingMatrix ratings) {
    long sum = 0;
    long count = 0;
    for (byte rating : ratings.values()) {
      if (rating > 0) {
        sum += rating;
        count++;
      }
    }
    return count == 0 ? 5.5 : (double) sum / count;
  }

  @Override
  public float[] predict(Taste taste, int[] animeRows) {
    int[] own = new int[Arrays.stream(animeRows).max().orElse(-1) + 1];
    float[] ownWeights = new float[own.length];
    double sum = 0;
    double count = 0;
    for (int entry = 0; entry < taste.size(); entry++) {
      int rating = taste.rating(entry);
      if (rating > 0) {
        sum += taste.weight(entry) * rating;
        count += taste.weight(entry);
        if (taste.row(entry) < own.length) {
          own[taste.row(entry)] = rating;
          ownWeights[taste.row(entry)] = taste.weight(entry);
        }
      }
    }
    float[] predicted = new float[animeRows.length];
    for (int i = 0; i < predicted.length; i++) {
      float weight = ownWeights[animeRows[i]];
      double left = weight * own[animeRows[i]];
      predicted[i] = (float) ((sum - left + PRIOR * mean) / (count - weight + PRIOR));
    }
    return predicted;
  }
}
