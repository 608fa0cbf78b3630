package osusume.nmf;

/** Watches a training. Called on the training thread, between iterations. */
@FunctionalInterface
public interface IterationListener {
  /** Watches nothing. */
  IterationListener NONE = (iteration, relativeError, secondsSoFar) -> {};

  /**
   * An iteration is done.
   *
   * @param iteration which one, from 1; 0 is the start
   * @param relativeError ‖X − WH‖ / ‖X‖ after it
   * @param secondsSoFar since training began
   */
  void iteration(int iteration, double relativeError, double secondsSoFar);
}
