package osusume.nmf;

import osusume.linalg.ParallelBlocks;
import osusume.linalg.SparseRows;

/**
 * ‖X − WH‖ / ‖X‖ without forming WH: ‖X − WH‖² = ‖X‖² − 2⟨X, WH⟩ + ⟨WᵀW, HHᵀ⟩. The two products are
 * by-products of an iteration, so the error of each iteration costs no pass over the data.
 */
final class ReconstructionError {
  /**
   * Below this the three terms cancel to less than single-precision products can tell, and they are
   * computed anew in double precision.
   */
  private static final double CANCELLATION = 0.03;

  private static final int BLOCK = 64;

  private final SparseRows x;
  private final double squaredNorm;
  private final ParallelBlocks parallel;

  ReconstructionError(SparseRows x, ParallelBlocks parallel) {
    this.x = x;
    this.squaredNorm = x.squaredNorm();
    this.parallel = parallel;
  }

  /**
   * The error from its by-products, or computed anew where they are not good enough.
   *
   * @param cross ⟨X, WH⟩
   * @param gramW WᵀW, k × k
   * @param gramH HHᵀ, k × k
   */
  double of(double cross, double[] gramW, double[] gramH, float[] w, float[] h, int stride) {
    double error = relative(cross, gramW, gramH);
    return error < CANCELLATION ? exact(w, h, (int) Math.sqrt(gramW.length), stride) : error;
  }

  private double relative(double cross, double[] gramW, double[] gramH) {
    double square = 0;
    for (int i = 0; i < gramW.length; i++) {
      square += gramW[i] * gramH[i];
    }
    return Math.sqrt(Math.max(0, squaredNorm - 2 * cross + square) / squaredNorm);
  }

  private double exact(float[] w, float[] h, int k, int stride) {
    int blocks = (x.rowCount() + BLOCK - 1) / BLOCK;
    double[] cross = new double[blocks];
    parallel.run(
        blocks,
        (block, worker) -> {
          double sum = 0;
          int end = Math.min(x.rowCount(), (block + 1) * BLOCK);
          for (int row = block * BLOCK; row < end; row++) {
            for (int e = x.starts()[row]; e < x.starts()[row + 1]; e++) {
              sum += x.weights()[e] * dot(w, row * stride, h, x.columns()[e] * stride, k);
            }
          }
          cross[block] = sum;
        });
    double sum = 0;
    for (double part : cross) {
      sum += part;
    }
    return relative(sum, gram(w, k, stride), gram(h, k, stride));
  }

  private static double dot(float[] a, int aFrom, float[] b, int bFrom, int k) {
    double sum = 0;
    for (int c = 0; c < k; c++) {
      sum += (double) a[aFrom + c] * b[bFrom + c];
    }
    return sum;
  }

  private double[] gram(float[] table, int k, int stride) {
    double[] gram = new double[k * k];
    parallel.run(
        k,
        (l, worker) -> {
          for (int row = 0; row < table.length; row += stride) {
            double value = table[row + l];
            for (int j = 0; j < k; j++) {
              gram[l * k + j] += value * table[row + j];
            }
          }
        });
    return gram;
  }
}
