package osusume.nmf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import osusume.data.RatingMatrix;
import osusume.linalg.Kernels;
import osusume.linalg.ParallelBlocks;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/**
 * Trains taste groups: min over W, H ≥ 0 of ‖X − WH‖²_F, where X holds the ratings above zero and
 * zeros elsewhere. The same seed gives the same bits on the same machine, whatever the number of
 * threads.
 *
 * <p>Training stops, converged, when the relative error has fallen by less than the tolerance over
 * the last {@link NmfSettings#STOP_WINDOW} iterations, or when it can fall no further in single
 * precision; otherwise after the given number of iterations.
 */
public final class Nmf {
  /** What a model says of its program where nobody told it. */
  public static final String UNKNOWN_VERSION = "unknown";

  /** The share of the progress bar that the start takes. */
  private static final double START_SHARE = 0.15;

  private Nmf() {}

  /**
   * Trains on all cores.
   *
   * @see #train(RatingMatrix, int[], String, String, NmfSettings, int, Progress, IterationListener)
   */
  public static NmfModel train(
      RatingMatrix ratings,
      int[] animeIdOfColumn,
      String fingerprint,
      NmfSettings settings,
      Progress progress,
      IterationListener listener) {
    return train(
        ratings,
        animeIdOfColumn,
        fingerprint,
        UNKNOWN_VERSION,
        settings,
        Runtime.getRuntime().availableProcessors(),
        progress,
        listener);
  }

  /**
   * Trains.
   *
   * @param ratings users × titles; only read
   * @param animeIdOfColumn outer id of each column, distinct; only read
   * @param fingerprint of the data set, kept in the model
   * @param programVersion kept in the model
   * @param threads how many threads work, the caller's included; they end with the training
   * @param progress asked at each iteration, and between the passes of the start, whether to go on
   * @throws CancelledException if it says so
   * @throws IllegalArgumentException if the data allow no such model: no rating above zero, or
   *     fewer users or titles with one than there are to be components
   */
  public static NmfModel train(
      RatingMatrix ratings,
      int[] animeIdOfColumn,
      String fingerprint,
      String programVersion,
      NmfSettings settings,
      int threads,
      Progress progress,
      IterationListener listener) {
    long begun = System.nanoTime();
    if (animeIdOfColumn.length != ratings.columnCount()) {
      throw new IllegalArgumentException(
          "The ratings have %d titles, but ids were given for %d."
              .formatted(ratings.columnCount(), animeIdOfColumn.length));
    }
    progress.check();
    progress.report(0, "preparing the ratings");
    PositiveRatings x = PositiveRatings.of(ratings);
    checkSize(x, ratings.rowCount(), settings);
    Kernels kernels = Kernels.best();
    try (ParallelBlocks parallel = new ParallelBlocks(threads)) {
      progress.report(0.02, "finding where to start");
      Factors start = StartingFactors.of(x, settings, kernels, parallel, progress::check);
      progress.check();
      Hals hals = new Hals(x, start, settings.components(), kernels, parallel);
      double[] loss = new double[Math.min(settings.maxIterations(), 255) + 1];
      loss[0] = hals.error();
      listener.iteration(0, loss[0], secondsSince(begun));
      int done = 0;
      boolean converged = false;
      while (done < settings.maxIterations() && !converged) {
        progress.check();
        hals.iterate();
        if (++done == loss.length) {
          loss = Arrays.copyOf(loss, 2 * done);
        }
        loss[done] = hals.error();
        converged = hals.stalled() || settled(loss, done, settings.tolerance());
        listener.iteration(done, loss[done], secondsSince(begun));
        progress.report(
            START_SHARE + (1 - START_SHARE) * done / settings.maxIterations(),
            String.format(
                Locale.ROOT,
                "iteration %d of at most %d, relative error %.4f",
                done,
                settings.maxIterations(),
                loss[done]));
      }
      progress.check();
      Factors factors = hals.factors();
      int[] order = scale(factors, settings.components());
      var training =
          new TrainingRecord(
              settings,
              fingerprint,
              programVersion,
              Instant.now().truncatedTo(ChronoUnit.MILLIS),
              secondsSince(begun),
              converged);
      return new NmfModel(
          usersInOrder(factors, order, x.userRows(), ratings.rowCount()),
          animeInOrder(factors, order, x.animeCount()),
          ratings.rowIds().clone(),
          Arrays.stream(x.animeColumns()).map(column -> animeIdOfColumn[column]).toArray(),
          Arrays.copyOf(loss, done + 1),
          training);
    }
  }

  private static void checkSize(PositiveRatings x, int rows, NmfSettings settings) {
    if (x.userCount() == 0) {
      throw new IllegalArgumentException(
          "There is no rating above zero in this data set, so there is nothing to learn from.");
    }
    int most = Math.min(x.userCount(), x.animeCount());
    if (settings.components() > most) {
      throw new IllegalArgumentException(
          ("%d components are more than this data set allows: it has %d users and %d titles with a"
                  + " rating. Ask for %d or fewer.")
              .formatted(settings.components(), x.userCount(), x.animeCount(), most));
    }
    // The widest table there is: that of the start, which takes a few columns more.
    long floats = (long) Math.max(rows, x.animeCount()) * Kernels.stride(settings.components() + 8);
    if (floats > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "%d components for %d users do not fit into memory. Ask for fewer components."
              .formatted(settings.components(), rows));
    }
  }

  private static boolean settled(double[] loss, int done, double tolerance) {
    return done >= NmfSettings.STOP_WINDOW
        && loss[done - NmfSettings.STOP_WINDOW] - loss[done] < tolerance;
  }

  /**
   * Scales the rows of H to length 1, W taking up the scale.
   *
   * @return the components by the total of their column of W, largest first
   */
  private static int[] scale(Factors factors, int k) {
    double[] lengths = new double[k];
    for (int i = 0; i < factors.h().length; i++) {
      int c = i % factors.stride();
      if (c < k) {
        lengths[c] += (double) factors.h()[i] * factors.h()[i];
      }
    }
    for (int c = 0; c < k; c++) {
      lengths[c] = Math.sqrt(lengths[c]);
    }
    for (int i = 0; i < factors.h().length; i++) {
      int c = i % factors.stride();
      if (c < k && lengths[c] > 0) {
        factors.h()[i] = (float) (factors.h()[i] / lengths[c]);
      }
    }
    double[] totals = new double[k];
    for (int i = 0; i < factors.w().length; i++) {
      int c = i % factors.stride();
      if (c < k) {
        factors.w()[i] = (float) (factors.w()[i] * lengths[c]);
        totals[c] += factors.w()[i];
      }
    }
    return IntStream.range(0, k)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer c) -> -totals[c]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static float[] usersInOrder(Factors factors, int[] order, int[] rows, int rowCount) {
    int k = order.length;
    float[] w = new float[Math.multiplyExact(rowCount, k)];
    for (int user = 0; user < rows.length; user++) {
      for (int c = 0; c < k; c++) {
        w[rows[user] * k + c] = factors.w()[user * factors.stride() + order[c]];
      }
    }
    return w;
  }

  private static float[] animeInOrder(Factors factors, int[] order, int animeCount) {
    float[] h = new float[order.length * animeCount];
    for (int anime = 0; anime < animeCount; anime++) {
      for (int c = 0; c < order.length; c++) {
        h[c * animeCount + anime] = factors.h()[anime * factors.stride() + order[c]];
      }
    }
    return h;
  }

  private static double secondsSince(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
