package osusume.mylist;

import java.util.random.RandomGenerator;

/**
 * A random choice in which the better ranked is the likelier one, but nobody is without a chance.
 */
public final class WeightedPick {
  /** After a fifth of the ranks the weight has halved, but not sooner than {@link #LEAST_HALF}. */
  private static final double FIFTH = 5;

  private static final double LEAST_HALF = 3;

  private WeightedPick() {}

  /**
   * Weights for a ranked list that do not depend on the scale of its scores: from the first on, the
   * weight halves every fifth of the list, but not sooner than after three ranks.
   *
   * @param count how many there are to choose from
   * @return the weight of each rank, the best first, above 0
   */
  public static double[] byRank(int count) {
    return byRank(count, Math.max(LEAST_HALF, count / FIFTH));
  }

  /**
   * @param half after how many ranks the weight has halved; above 0
   */
  static double[] byRank(int count, double half) {
    if (!(half > 0)) {
      throw new IllegalArgumentException(
          "Weights halve after %s ranks, but must after more than 0.".formatted(half));
    }
    double[] weights = new double[count];
    for (int rank = 0; rank < count; rank++) {
      // Very far down the power is no longer a number above 0.
      weights[rank] = Math.max(Math.pow(2, -rank / half), Double.MIN_NORMAL);
    }
    return weights;
  }

  /**
   * Picks one, each with a chance in proportion to its weight.
   *
   * @param weights 0 or more each, and at least one above 0
   * @return the index of the weight that was picked
   * @throws IllegalArgumentException if there is nothing to pick, or a weight is no such number
   */
  public static int index(double[] weights, RandomGenerator random) {
    double sum = 0;
    for (double weight : weights) {
      if (!(weight >= 0)) {
        throw new IllegalArgumentException(
            "A weight is %s, but must be 0 or more.".formatted(weight));
      }
      sum += weight;
    }
    if (!(sum > 0) || Double.isInfinite(sum)) {
      throw new IllegalArgumentException("There is nothing to pick: the weights add up to " + sum);
    }
    double left = random.nextDouble() * sum;
    int picked = -1;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        picked = i;
        left -= weights[i];
        if (left < 0) {
          break;
        }
      }
    }
    return picked;
  }
}
