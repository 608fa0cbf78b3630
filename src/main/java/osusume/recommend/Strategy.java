package osusume.recommend;

/**
 * A way of recommending before it has seen any data: one small class each. A strategy that stands
 * in {@link Strategies#ALL} can be evaluated and asked for by name.
 */
public interface Strategy {
  /** As a person types it. */
  String name();

  /**
   * Learns what it needs.
   *
   * @throws osusume.progress.CancelledException if the person asked to stop
   * @throws IllegalArgumentException if the data do not allow it; worded for a person
   */
  Recommender fit(Fitting fitting);
}
