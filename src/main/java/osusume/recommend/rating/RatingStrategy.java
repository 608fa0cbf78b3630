package osusume.recommend.rating;

import osusume.recommend.Fitting;

/**
 * A way of predicting ratings before it has seen any data. One that stands in {@link
 * RatingStrategies#ALL} can be evaluated by name.
 */
public interface RatingStrategy {
  /** As a person types it. */
  String name();

  /**
   * Learns from the rated titles of a data set.
   *
   * @throws osusume.progress.CancelledException if the person asked to stop
   */
  RatingModel fit(Fitting fitting);
}
