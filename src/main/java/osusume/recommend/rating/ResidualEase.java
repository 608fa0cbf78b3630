package osusume.recommend.rating;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import osusume.linalg.ColumnProducts;
import osusume.linalg.Kernels;
import osusume.linalg.ParallelBlocks;
import osusume.linalg.SparseFloats;
import osusume.linalg.SymmetricTiles;
import osusume.progress.Progress;

/**
 * EASE^R (Steck 2019, arXiv 1905.03375, section 3.1) on what the biases leave over, zero where
 * nothing was rated: ê_uj = Σ e_ui B_ij, with B = −P / diag(P) off the diagonal and zero on it, P =
 * (EᵀE + λI)⁻¹. Where {@link Neighbours} looks at the few titles most alike, this weighs all of
 * them against each other. Its predictions are drawn far towards zero, for most of E is not known;
 * the stack finds their scale.
 */
final class ResidualEase implements ResidualModel {
  /**
   * λ. On inner splits of the 3,500 users RMSE, scaled as the stack does, was 1.158 with 100, 1.146
   * with 400, 1.140 with 1,600 (biases alone: 1.195).
   */
  static final double LAMBDA = 1000;

  /** Only the titles with most raters take part: the work grows with the cube of their number. */
  static final int MOST_TITLES = 3000;

  static final int LEAST_RATERS = 5;

  /** So many of the strongest weights are kept of each title, whatever their sign. */
  static final int KEPT = 100;

  private static final int BLOCK = 64;

  private final SparseFloats weights;

  /**
   * @param weights row j: B_ij of the titles i that say something of title j; a row and a column a
   *     title of the catalogue
   */
  ResidualEase(SparseFloats weights) {
    this.weights = weights;
  }

  static ResidualEase fit(Residuals residuals, ParallelBlocks parallel, Progress progress) {
    int[] rows = mostRated(residuals);
    int[][] columns = new int[residuals.titleCount()][0];
    float[][] values = new float[residuals.titleCount()][0];
    if (rows.length > 1) {
      SymmetricTiles inverse = inverse(residuals, rows, parallel, progress);
      parallel.run(
          (rows.length + BLOCK - 1) / BLOCK,
          (block, worker) -> {
            progress.check();
            float[] row = new float[rows.length];
            for (int t = block * BLOCK; t < Math.min(rows.length, (block + 1) * BLOCK); t++) {
              inverse.row(t, row);
              int[] strongest = strongest(row, t);
              int[] titles = new int[strongest.length];
              float[] kept = new float[strongest.length];
              for (int i = 0; i < strongest.length; i++) {
                titles[i] = rows[strongest[i]];
                kept[i] = -row[strongest[i]] / inverse.at(t, t);
              }
              columns[rows[t]] = titles;
              values[rows[t]] = kept;
            }
          });
    }
    return new ResidualEase(SparseFloats.ofRows(residuals.titleCount(), columns, values));
  }

  /** The titles that take part, in catalogue order. */
  private static int[] mostRated(Residuals residuals) {
    return IntStream.range(0, residuals.titleCount())
        .filter(title -> residuals.raters(title) >= LEAST_RATERS)
        .boxed()
        .sorted(Comparator.comparingInt(title -> -residuals.raters(title)))
        .limit(MOST_TITLES)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private static SymmetricTiles inverse(
      Residuals residuals, int[] rows, ParallelBlocks parallel, Progress progress) {
    int[] places = new int[residuals.titleCount()];
    Arrays.fill(places, -1);
    for (int place = 0; place < rows.length; place++) {
      places[rows[place]] = place;
    }
    float[] alike = new float[residuals.personCount()];
    Arrays.fill(alike, 1);
    SymmetricTiles gram =
        new ColumnProducts(among(residuals, places, rows.length))
            .weighted(alike, parallel, done -> step(progress, 0.4 * done));
    for (int t = 0; t < rows.length; t++) {
      gram.set(t, t, (float) (gram.at(t, t) + LAMBDA));
    }
    gram.invert(Kernels.best(), parallel, done -> step(progress, 0.4 + 0.6 * done));
    return gram;
  }

  private static void step(Progress progress, double done) {
    progress.check();
    progress.report(done, "weighing titles against each other");
  }

  private static SparseFloats among(Residuals residuals, int[] places, int count) {
    int[] starts = new int[residuals.personCount() + 1];
    int[] columns = new int[residuals.titles().length];
    float[] values = new float[columns.length];
    int n = 0;
    for (int person = 0; person < residuals.personCount(); person++) {
      int end = residuals.personStarts()[person + 1];
      for (int e = residuals.personStarts()[person]; e < end; e++) {
        int place = places[residuals.titles()[e]];
        if (place >= 0) {
          columns[n] = place;
          values[n++] = residuals.ofPeople()[e];
        }
      }
      starts[person + 1] = n;
    }
    return new SparseFloats(count, starts, Arrays.copyOf(columns, n), Arrays.copyOf(values, n));
  }

  /** The places of the largest numbers of a row, but for one place, ascending. */
  private static int[] strongest(float[] row, int without) {
    long[] order = new long[row.length];
    for (int i = 0; i < row.length; i++) {
      int size = i == without ? 0 : Float.floatToIntBits(Math.abs(row[i]));
      order[i] = (long) size << 32 | (Integer.MAX_VALUE - i);
    }
    Arrays.sort(order);
    int kept = Math.min(KEPT, row.length - 1);
    return IntStream.range(0, kept)
        .map(i -> Integer.MAX_VALUE - (int) order[row.length - 1 - i])
        .filter(i -> i != without)
        .sorted()
        .toArray();
  }

  SparseFloats weights() {
    return weights;
  }

  @Override
  public void predict(Request request, float[] predicted) {
    // What is not rated is 0 here, so a rating that counts by a part is that much nearer to 0.
    float[] left = request.person().left().clone();
    for (int place = 0; place < left.length; place++) {
      left[place] = request.person().weights()[place] * left[place];
    }
    boolean few = (long) predicted.length * KEPT < request.places().titles();
    float[] byTitle = few ? null : byTitle(request, left);
    for (int i = 0; i < predicted.length; i++) {
      int title = request.rows()[i];
      double sum = few ? sum(title, request.places(), left) : sum(title, byTitle);
      int entry = request.entry(i);
      predicted[i] = (float) (entry < 0 ? sum : sum + request.rise(entry) * ones(request, title));
    }
  }

  private double sum(int title, Places places, float[] left) {
    double sum = 0;
    for (int e = weights.starts()[title]; e < weights.starts()[title + 1]; e++) {
      int place = places.of(weights.columns()[e]);
      if (place >= 0) {
        sum += weights.values()[e] * left[place];
      }
    }
    return sum;
  }

  /** Without a branch on whether the person rated a title, for many titles. */
  private static float[] byTitle(Request request, float[] left) {
    float[] byTitle = new float[request.places().titles()];
    for (int place = 0; place < left.length; place++) {
      byTitle[request.person().rows()[place]] = left[place];
    }
    return byTitle;
  }

  private double sum(int title, float[] byTitle) {
    double sum = 0;
    for (int e = weights.starts()[title]; e < weights.starts()[title + 1]; e++) {
      sum += weights.values()[e] * byTitle[weights.columns()[e]];
    }
    return sum;
  }

  /** The prediction for somebody who is one above expectation everywhere. */
  private double ones(Request request, int title) {
    double sum = 0;
    for (int e = weights.starts()[title]; e < weights.starts()[title + 1]; e++) {
      int place = request.places().of(weights.columns()[e]);
      sum += place >= 0 ? request.person().weights()[place] * weights.values()[e] : 0;
    }
    return sum;
  }
}
