package osusume.linalg;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/**
 * Products of every column of a tall sparse matrix with every other, xᵀx, column by column from the
 * matrix and its transpose: what two columns share costs a step, what they do not costs nothing.
 */
public final class ColumnProducts {
  private final SparseFloats x;
  private final SparseFloats byColumn;

  public ColumnProducts(SparseFloats x) {
    this.x = x;
    this.byColumn = x.transpose();
  }

  /** Is given what one column shares with each. */
  @FunctionalInterface
  public interface Counted {
    /**
     * @param column which one
     * @param together in how many rows it and each column both have an entry; lost afterwards
     */
    void column(int column, int[] together);
  }

  /**
   * xᵀ diag(rowWeights) x, each entry summed in double precision in the order of the rows: the same
   * bits for any number of threads.
   *
   * @param step told how much is done, 0 to 1, from any thread; what it throws ends the work
   */
  public SymmetricTiles weighted(float[] rowWeights, ParallelBlocks parallel, DoubleConsumer step) {
    int size = x.columnCount();
    var gram = new SymmetricTiles(size);
    double[][] sums = new double[parallel.threads()][size];
    AtomicInteger done = new AtomicInteger();
    parallel.run(
        gram.tileRows(),
        (block, worker) -> {
          // The long rows of the triangle first, so that no thread ends with one of them.
          int tileRow = gram.tileRows() - 1 - block;
          int end = Math.min(size, (tileRow + 1) * Kernels.TILE);
          for (int column = tileRow * Kernels.TILE; column < end; column++) {
            double[] sum = sums[worker];
            upTo(column, rowWeights, sum);
            for (int other = 0; other <= column; other++) {
              gram.set(column, other, (float) sum[other]);
            }
          }
          step.accept((double) done.incrementAndGet() / gram.tileRows());
        });
    return gram;
  }

  private void upTo(int column, float[] rowWeights, double[] sum) {
    Arrays.fill(sum, 0, column + 1, 0);
    int[] starts = x.starts();
    int[] columns = x.columns();
    float[] values = x.values();
    for (int c = byColumn.starts()[column]; c < byColumn.starts()[column + 1]; c++) {
      int row = byColumn.columns()[c];
      double factor = (double) rowWeights[row] * byColumn.values()[c];
      for (int e = starts[row]; e < starts[row + 1] && columns[e] <= column; e++) {
        sum[columns[e]] += factor * values[e];
      }
    }
  }

  /**
   * Counts for every column in how many rows it and each other both have an entry.
   *
   * @param counted is called once a column, from any thread
   * @param step as in {@link #weighted}
   */
  public void count(Counted counted, ParallelBlocks parallel, DoubleConsumer step) {
    int size = x.columnCount();
    int[][] counts = new int[parallel.threads()][size];
    int blocks = (size + Kernels.TILE - 1) / Kernels.TILE;
    AtomicInteger done = new AtomicInteger();
    parallel.run(
        blocks,
        (block, worker) -> {
          int end = Math.min(size, (block + 1) * Kernels.TILE);
          for (int column = block * Kernels.TILE; column < end; column++) {
            int[] count = counts[worker];
            Arrays.fill(count, 0);
            for (int c = byColumn.starts()[column]; c < byColumn.starts()[column + 1]; c++) {
              int row = byColumn.columns()[c];
              for (int e = x.starts()[row]; e < x.starts()[row + 1]; e++) {
                count[x.columns()[e]]++;
              }
            }
            counted.column(column, count);
          }
          step.accept((double) done.incrementAndGet() / blocks);
        });
  }
}
