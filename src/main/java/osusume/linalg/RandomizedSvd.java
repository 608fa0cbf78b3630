package osusume.linalg;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The leading singular triples of a sparse matrix X (n × m) by random projection and subspace
 * iteration: Halko, Martinsson, Tropp, "Finding structure with randomness", SIAM Review 53 (2011),
 * algorithms 4.4 and 5.1. The subspace is that of the rows, so only XᵀX is iterated; tall tables
 * are made orthogonal by their Gram matrix, summed in double precision, and its small eigenvalue
 * problem.
 */
public final class RandomizedSvd {
  /**
   * Directions more than asked for, at least; they make the last ones asked for reliable. As many
   * are taken as fill the stride, which cost nothing.
   */
  private static final int OVERSAMPLING = 4;

  /**
   * A direction whose squared length is this much below the largest is rounding error in single
   * precision.
   */
  private static final double NOISE = 1e-12;

  private final int rank;
  private final int stride;
  private final double[] values;
  private final float[] left;
  private final float[] right;

  private RandomizedSvd(int rank, int stride, double[] values, float[] left, float[] right) {
    this.rank = rank;
    this.stride = stride;
    this.values = values;
    this.left = left;
    this.right = right;
  }

  /**
   * Computes the {@code rank} leading singular triples.
   *
   * @param x n × m
   * @param transposed the same matrix compressed by column, m × n
   * @param rank at most the smaller of n and m
   * @param iterations how often XᵀX is applied, 1 or more; each sharpens the directions
   * @param seed of the random projection
   * @param betweenPasses called between two passes over the matrix; it may throw to stop
   */
  public static RandomizedSvd of(
      SparseRows x,
      SparseRows transposed,
      int rank,
      int iterations,
      long seed,
      Kernels kernels,
      ParallelBlocks parallel,
      Runnable betweenPasses) {
    int width =
        Math.min(Kernels.stride(rank + OVERSAMPLING), Math.min(x.rowCount(), x.columnCount()));
    int wide = Kernels.stride(width);
    float[] inRows = new float[x.rowCount() * wide];
    float[] inColumns = gaussian(x.columnCount(), width, wide, seed);
    for (int i = 0; i < iterations; i++) {
      betweenPasses.run();
      x.times(inColumns, wide, inRows, kernels, parallel);
      betweenPasses.run();
      transposed.times(inRows, wide, inColumns, kernels, parallel);
      double[] gram = Gram.of(inColumns, x.columnCount(), width, wide, kernels, parallel);
      float[] toOrthogonal = whitening(new Eigen(gram, width), wide);
      rotate(inColumns, x.columnCount(), width, wide, toOrthogonal, wide, kernels, parallel);
    }
    betweenPasses.run();
    x.times(inColumns, wide, inRows, kernels, parallel);
    double[] gram = Gram.of(inRows, x.rowCount(), width, wide, kernels, parallel);
    Eigen eigen = new Eigen(gram, width);
    int stride = Kernels.stride(rank);
    double[] values = new double[rank];
    float[] toRight = new float[width * stride];
    float[] toLeft = new float[width * stride];
    for (int j = 0; j < rank; j++) {
      values[j] = Math.sqrt(Math.max(0, eigen.value(j)));
      double inverse = eigen.value(j) > NOISE * eigen.value(0) ? 1 / values[j] : 0;
      for (int i = 0; i < width; i++) {
        toRight[i * stride + j] = (float) eigen.vector(j, i);
        toLeft[i * stride + j] = (float) (eigen.vector(j, i) * inverse);
      }
    }
    float[] right =
        rotated(inColumns, x.columnCount(), width, wide, toRight, stride, kernels, parallel);
    float[] left = rotated(inRows, x.rowCount(), width, wide, toLeft, stride, kernels, parallel);
    return new RandomizedSvd(rank, stride, values, left, right);
  }

  /** How many triples there are. */
  public int rank() {
    return rank;
  }

  /** How many floats lie between two rows of {@link #left} and {@link #right}. */
  public int stride() {
    return stride;
  }

  /** The singular value number {@code j}, largest first; 0 past the rank of the matrix. */
  public double value(int j) {
    return values[j];
  }

  /**
   * The left singular vectors, n rows of {@code stride} floats, one column a triple; zero where the
   * singular value is zero. Not to be written.
   */
  public float[] left() {
    return left;
  }

  /** The right singular vectors, m rows of {@code stride} floats. Not to be written. */
  public float[] right() {
    return right;
  }

  private static float[] gaussian(int rows, int width, int stride, long seed) {
    Random random = new Random(seed);
    float[] table = new float[rows * stride];
    for (int row = 0; row < rows; row++) {
      for (int c = 0; c < width; c++) {
        table[row * stride + c] = (float) random.nextGaussian();
      }
    }
    return table;
  }

  /** The width × width map that makes the columns of a table orthonormal; noise maps to zero. */
  private static float[] whitening(Eigen eigen, int stride) {
    float[] map = new float[eigen.size * stride];
    for (int j = 0; j < eigen.size; j++) {
      if (eigen.value(j) > NOISE * eigen.value(0)) {
        double inverse = 1 / Math.sqrt(eigen.value(j));
        for (int i = 0; i < eigen.size; i++) {
          map[i * stride + j] = (float) (eigen.vector(j, i) * inverse);
        }
      }
    }
    return map;
  }

  private static float[] rotated(
      float[] table,
      int rows,
      int width,
      int stride,
      float[] map,
      int newStride,
      Kernels kernels,
      ParallelBlocks parallel) {
    float[] out = new float[rows * newStride];
    rotateInto(table, rows, width, stride, map, newStride, out, kernels, parallel);
    return out;
  }

  private static void rotate(
      float[] table,
      int rows,
      int width,
      int stride,
      float[] map,
      int newStride,
      Kernels kernels,
      ParallelBlocks parallel) {
    float[] out = rotated(table, rows, width, stride, map, newStride, kernels, parallel);
    System.arraycopy(out, 0, table, 0, out.length);
  }

  private static void rotateInto(
      float[] table,
      int rows,
      int width,
      int stride,
      float[] map,
      int newStride,
      float[] out,
      Kernels kernels,
      ParallelBlocks parallel) {
    int blockRows = 256;
    parallel.run(
        (rows + blockRows - 1) / blockRows,
        (block, worker) -> {
          int end = Math.min(rows, (block + 1) * blockRows);
          for (int row = block * blockRows; row < end; row++) {
            for (int i = 0; i < width; i++) {
              kernels.addScaled(
                  table[row * stride + i], map, i * newStride, out, row * newStride, newStride);
            }
          }
        });
  }

  /** Eigenvalues and vectors of a small symmetric matrix, largest first. */
  private static final class Eigen {
    final int size;
    private final EigenDecomposition decomposition;

    Eigen(double[] symmetric, int size) {
      this.size = size;
      double[][] rows = new double[size][size];
      for (int i = 0; i < size; i++) {
        System.arraycopy(symmetric, i * size, rows[i], 0, size);
      }
      this.decomposition = new EigenDecomposition(new Array2DRowRealMatrix(rows, false));
    }

    double value(int j) {
      return decomposition.getRealEigenvalue(j);
    }

    double vector(int j, int i) {
      return decomposition.getV().getEntry(i, j);
    }
  }
}
