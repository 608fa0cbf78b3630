package osusume.recommend;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.IntStream;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.linalg.ColumnProducts;
import osusume.linalg.Kernels;
import osusume.linalg.ParallelBlocks;
import osusume.linalg.SparseFloats;
import osusume.linalg.SymmetricTiles;
import osusume.progress.Progress;

/**
 * Learns {@link SimilarModel}: EASE^R, the linear model from titles to titles without an intercept
 * and with a zero diagonal (Steck 2019, "Embarrassingly Shallow Autoencoders for Sparse Data",
 * arXiv 1905.03375, section 3.1), in closed form: P = (XᵀDX + Λ)⁻¹, B = −P / diag(P), where X holds
 * {@link TasteWeights} of the watches.
 *
 * <p>Two things are not as in that paper. Users are weighed, D = diag((nᵤ / median)^−0.5) by the
 * length nᵤ of their list, so that a few people with thousands of titles do not speak for all. And
 * Λ = (p / (1 − p)) diag(XᵀDX) + 50 with p = 0.1 (Steck 2020, "Autoencoders that don't overfit
 * towards the Identity", NeurIPS, section 3, and its L2 part): its first part grows with the data
 * by itself, title by title, so nothing has to be set anew for a data set of another size.
 *
 * <p>Measured on inner splits of the training part of P1 on the 3,500 users, seeds 11 and 12
 * (NDCG@10 of P1; of P1f): Λ = 72, unweighted: .315, .241 and .318, .241; Λ = 40: .318, .236 and
 * .318, .236; Λ = 120: .308, .240 and .310, .241; as here: .320, .248 and .320, .245; with exponent
 * −0.75: .317, .248 and .317, .242; with 20 for 50 and −0.75: .324, .243 and .326, .240. The one
 * that leads in P1f without giving up P1 was taken. Multiplying by popularity^−0.1 added .002 to
 * .005 there but is known to cost short lists, so it is left to the blend, which knows how long a
 * list is.
 */
public final class SimilarTraining {
  private static final double USER_EXPONENT = -0.5;
  private static final double DROPPED = 0.1;
  private static final double RIDGE = 50;

  /** Strongest weights that are kept for a scored title; dropping the rest costs nothing. */
  static final int KEPT = 100;

  private static final int BLOCK = 64;

  private SimilarTraining() {}

  /**
   * Learns from a data set.
   *
   * @param programVersion kept in the model
   * @param threads how many threads work, the caller's included; the model is the same for any
   * @param progress told how far the work is, and asked whether to go on
   * @throws osusume.progress.CancelledException if it says so
   * @throws IllegalArgumentException if there are not two titles with enough watchers
   */
  public static SimilarModel train(
      Dataset data, String programVersion, int threads, Progress progress) {
    long begun = System.nanoTime();
    progress.check();
    progress.report(0, "weighing what was watched");
    RatingMatrix ratings = data.ratings();
    int[] rows = KnownTitles.rows(ratings);
    if (rows.length < 2) {
      throw new IllegalArgumentException(
          "This data set has too few ratings to learn which titles go together: %d titles were watched by enough users, and 2 are needed."
              .formatted(rows.length));
    }
    SparseFloats tastes = tastes(ratings, rows);
    SparseFloats weights;
    try (var parallel = new ParallelBlocks(threads)) {
      SymmetricTiles gram =
          new ColumnProducts(tastes)
              .weighted(
                  userWeights(ratings),
                  parallel,
                  done -> step(progress, 0.02, 0.35, done, "comparing titles"));
      for (int i = 0; i < rows.length; i++) {
        double diagonal = gram.at(i, i);
        gram.set(i, i, (float) (diagonal + DROPPED / (1 - DROPPED) * diagonal + RIDGE));
      }
      gram.invert(
          Kernels.best(),
          parallel,
          done -> step(progress, 0.35, 0.95, done, "learning which titles go together"));
      weights = strongest(gram, parallel, progress);
    }
    progress.check();
    return new SimilarModel(
        ids(data.catalogue(), rows),
        weights,
        data.fingerprint(),
        programVersion,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        (System.nanoTime() - begun) / 1e9);
  }

  private static void step(Progress progress, double from, double to, double done, String what) {
    progress.check();
    progress.report(from + (to - from) * done, what);
  }

  /** The taste weights of every user, over the known titles. */
  static SparseFloats tastes(RatingMatrix ratings, int[] rows) {
    int[] places = KnownTitles.places(rows, ratings.columnCount());
    int[] starts = new int[ratings.rowCount() + 1];
    int[] columns = new int[ratings.entryCount()];
    float[] values = new float[ratings.entryCount()];
    int to = 0;
    for (int user = 0; user < ratings.rowCount(); user++) {
      TasteWeights scale = TasteWeights.of(ratings, user);
      for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
        int place = places[ratings.columns()[e]];
        if (place >= 0) {
          columns[to] = place;
          values[to++] = scale.of(ratings.values()[e]);
        }
      }
      starts[user + 1] = to;
    }
    return new SparseFloats(
        rows.length, starts, Arrays.copyOf(columns, to), Arrays.copyOf(values, to));
  }

  private static float[] userWeights(RatingMatrix ratings) {
    int[] lengths =
        IntStream.range(0, ratings.rowCount())
            .map(user -> ratings.starts()[user + 1] - ratings.starts()[user])
            .toArray();
    int[] sorted = IntStream.of(lengths).filter(length -> length > 0).sorted().toArray();
    double median = sorted[sorted.length / 2];
    float[] weights = new float[lengths.length];
    for (int user = 0; user < lengths.length; user++) {
      weights[user] =
          lengths[user] == 0 ? 0 : (float) Math.pow(lengths[user] / median, USER_EXPONENT);
    }
    return weights;
  }

  private static SparseFloats strongest(
      SymmetricTiles inverse, ParallelBlocks parallel, Progress progress) {
    int size = inverse.size();
    progress.report(0.95, "keeping the strongest weights");
    int[][] columns = new int[size][];
    float[][] values = new float[size][];
    parallel.run(
        (size + BLOCK - 1) / BLOCK,
        (block, worker) -> {
          progress.check();
          float[] column = new float[size];
          for (int j = block * BLOCK; j < Math.min(size, (block + 1) * BLOCK); j++) {
            inverse.row(j, column);
            float pivot = column[j];
            column[j] = 0;
            for (int i = 0; i < size; i++) {
              column[i] = -column[i] / pivot;
            }
            columns[j] = strongest(column);
            values[j] = new float[columns[j].length];
            for (int e = 0; e < columns[j].length; e++) {
              values[j][e] = column[columns[j][e]];
            }
          }
        });
    return SparseFloats.ofRows(size, columns, values).transpose();
  }

  /** Where the strongest weights of a column stand, ascending; of equal ones the first. */
  private static int[] strongest(float[] column) {
    float[] strengths = new float[column.length];
    for (int i = 0; i < column.length; i++) {
      strengths[i] = Math.abs(column[i]);
    }
    Arrays.sort(strengths);
    float least = strengths[Math.max(0, strengths.length - KEPT)];
    int above = 0;
    for (float weight : column) {
      above += Math.abs(weight) > least ? 1 : 0;
    }
    int equal = Math.min(KEPT, column.length) - above;
    int[] kept = new int[Math.min(KEPT, column.length)];
    int count = 0;
    for (int i = 0; i < column.length; i++) {
      float strength = Math.abs(column[i]);
      if (strength > 0 && (strength > least || (strength == least && equal-- > 0))) {
        kept[count++] = i;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private static int[] ids(Catalogue catalogue, int[] rows) {
    return IntStream.of(rows).map(row -> catalogue.anime(row).id()).toArray();
  }
}
