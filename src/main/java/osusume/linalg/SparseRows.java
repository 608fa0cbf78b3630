package osusume.linalg;

import java.util.Arrays;

/**
 * A sparse matrix of small whole numbers, compressed by row (CSR). Immutable; the arrays are the
 * matrix's own and must not be written.
 *
 * @param columnCount how many columns there are
 * @param starts where each row starts; one longer than there are rows
 * @param columns the column of each entry, ascending within a row
 * @param weights the value of each entry
 */
public record SparseRows(int columnCount, int[] starts, int[] columns, byte[] weights) {
  /**
   * A long row is summed in stretches of this many entries, so that its single-precision sum stays
   * as good as that of a short one.
   */
  private static final int STRETCH = 2048;

  /** Rows that {@link #times} hands to a thread at once. */
  private static final int BLOCK = 128;

  /** How many rows there are. */
  public int rowCount() {
    return starts.length - 1;
  }

  /** How many entries there are. */
  public int entryCount() {
    return columns.length;
  }

  /** The same entries compressed by column. */
  public SparseRows transpose() {
    int[] newStarts = new int[columnCount + 1];
    for (int column : columns) {
      newStarts[column + 1]++;
    }
    for (int c = 0; c < columnCount; c++) {
      newStarts[c + 1] += newStarts[c];
    }
    int[] fill = newStarts.clone();
    int[] rows = new int[columns.length];
    byte[] newWeights = new byte[columns.length];
    for (int row = 0; row < rowCount(); row++) {
      for (int e = starts[row]; e < starts[row + 1]; e++) {
        int to = fill[columns[e]]++;
        rows[to] = row;
        newWeights[to] = weights[e];
      }
    }
    return new SparseRows(rowCount(), newStarts, rows, newWeights);
  }

  /** The sum of the squares of all entries. */
  public double squaredNorm() {
    long sum = 0;
    for (byte weight : weights) {
      sum += weight * weight;
    }
    return sum;
  }

  /** The sum of all entries. */
  public double sum() {
    long sum = 0;
    for (byte weight : weights) {
      sum += weight;
    }
    return sum;
  }

  /**
   * One row times a dense table: out = x_row · table.
   *
   * @param table columnCount rows of {@code stride} floats
   * @param out {@code stride} floats; what was in them is lost
   * @param scratch {@code stride} floats, likewise
   */
  public void rowTimes(
      int row, float[] table, int stride, float[] out, float[] scratch, Kernels kernels) {
    Arrays.fill(out, 0, stride, 0f);
    int end = starts[row + 1];
    if (end - starts[row] <= STRETCH) {
      kernels.addRows(columns, weights, starts[row], end, table, stride, out);
      return;
    }
    for (int from = starts[row]; from < end; from += STRETCH) {
      Arrays.fill(scratch, 0, stride, 0f);
      int to = Math.min(end, from + STRETCH);
      kernels.addRows(columns, weights, from, to, table, stride, scratch);
      for (int c = 0; c < stride; c++) {
        out[c] += scratch[c];
      }
    }
  }

  /**
   * The whole matrix times a dense table: out = x · table.
   *
   * @param table columnCount rows of {@code stride} floats
   * @param out rowCount rows of {@code stride} floats; what was in them is lost
   */
  public void times(
      float[] table, int stride, float[] out, Kernels kernels, ParallelBlocks parallel) {
    float[][] sums = new float[parallel.threads()][stride];
    float[][] scratch = new float[parallel.threads()][stride];
    int blocks = (rowCount() + BLOCK - 1) / BLOCK;
    parallel.run(
        blocks,
        (block, worker) -> {
          int end = Math.min(rowCount(), (block + 1) * BLOCK);
          for (int row = block * BLOCK; row < end; row++) {
            rowTimes(row, table, stride, sums[worker], scratch[worker], kernels);
            System.arraycopy(sums[worker], 0, out, row * stride, stride);
          }
        });
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SparseRows that
        && columnCount == that.columnCount
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(columns, that.columns)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(starts) + Arrays.hashCode(columns);
  }

  @Override
  public String toString() {
    return "SparseRows[%d x %d, %d entries]".formatted(rowCount(), columnCount, entryCount());
  }
}
