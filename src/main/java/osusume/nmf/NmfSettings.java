package osusume.nmf;

import java.util.Objects;

/**
 * What a training is asked for.
 *
 * @param components how many taste groups, 2 to 200
 * @param maxIterations iterations at most, 1 or more
 * @param tolerance training stops once the relative error has fallen by less than this over the
 *     last {@link #STOP_WINDOW} iterations; 0 trains for all iterations
 * @param start where the factors start
 * @param seed of everything random; the same seed gives the same model
 */
public record NmfSettings(
    int components, int maxIterations, double tolerance, Start start, long seed) {
  /** Over how many iterations the fall of the error is held against the tolerance. */
  public static final int STOP_WINDOW = 5;

  /** The fewest groups a model may have. */
  public static final int MIN_COMPONENTS = 2;

  /** The most groups a model may have. */
  public static final int MAX_COMPONENTS = 200;

  /** Where the factors start. */
  public enum Start {
    /**
     * From the leading singular vectors, zeros filled with the mean of the data: Boutsidis and
     * Gallopoulos 2008, "SVD based initialization", variant NNDSVDa, on a randomized SVD.
     */
    NNDSVD,
    /** From seeded noise of the size of the data. */
    RANDOM
  }

  /** 20 groups, 200 iterations at most, tolerance 1e-4, NNDSVD, seed 1. */
  public static final NmfSettings DEFAULT = new NmfSettings(20, 200, 1e-4, Start.NNDSVD, 1);

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public NmfSettings {
    Objects.requireNonNull(start, "start");
    if (components < MIN_COMPONENTS || components > MAX_COMPONENTS) {
      throw new IllegalArgumentException(
          "The number of components must be from %d to %d, but it is %d."
              .formatted(MIN_COMPONENTS, MAX_COMPONENTS, components));
    }
    if (maxIterations < 1) {
      throw new IllegalArgumentException(
          "The number of iterations must be 1 or more, but it is %d.".formatted(maxIterations));
    }
    if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
      throw new IllegalArgumentException(
          "The tolerance must be 0 or a finite number above it, but it is %s."
              .formatted(tolerance));
    }
  }

  /** The same with another number of components. */
  public NmfSettings withComponents(int components) {
    return new NmfSettings(components, maxIterations, tolerance, start, seed);
  }

  /** The same with another limit of iterations. */
  public NmfSettings withMaxIterations(int maxIterations) {
    return new NmfSettings(components, maxIterations, tolerance, start, seed);
  }

  /** The same with another tolerance. */
  public NmfSettings withTolerance(double tolerance) {
    return new NmfSettings(components, maxIterations, tolerance, start, seed);
  }

  /** The same with another start. */
  public NmfSettings withStart(Start start) {
    return new NmfSettings(components, maxIterations, tolerance, start, seed);
  }

  /** The same with another seed. */
  public NmfSettings withSeed(long seed) {
    return new NmfSettings(components, maxIterations, tolerance, start, seed);
  }
}
