package osusume.recommend.rating;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import osusume.data.Dataset;
import osusume.linalg.ParallelBlocks;
import osusume.progress.Progress;

/**
 * The rating predictor of a data set, and how it came about.
 *
 * @param stack the predictor
 * @param fingerprint of the data set it was fitted to
 * @param programVersion which program fitted it
 * @param fittedAt when
 * @param seconds how long it took
 */
public record RatingFit(
    Stack stack, String fingerprint, String programVersion, Instant fittedAt, double seconds) {

  /**
   * Fits the predictor. The same data give the same numbers for any number of threads.
   *
   * @throws osusume.progress.CancelledException if the person asked to stop
   */
  public static RatingFit of(Dataset data, String programVersion, int threads, Progress progress) {
    long start = System.nanoTime();
    progress.check();
    try (var parallel = new ParallelBlocks(threads)) {
      Stack stack = StackFit.fit(data.catalogue(), data.ratings(), parallel, progress);
      double seconds = (System.nanoTime() - start) / 1e9;
      return new RatingFit(
          stack,
          data.fingerprint(),
          programVersion,
          Instant.now().truncatedTo(ChronoUnit.SECONDS),
          seconds);
    }
  }
}
