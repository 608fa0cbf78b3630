package osusume.nmf;

import osusume.linalg.Kernels;
import osusume.linalg.ParallelBlocks;
import osusume.linalg.SparseRows;
import osusume.linalg.Tile;

/**
 * Improves one factor while the other is held: one pass over the data, and sweeps of HALS over each
 * tile of rows while its product with the data is still in the cache.
 */
final class HalfStep {
  private final SparseRows x;
  private final int k;
  private final int stride;
  private final Kernels kernels;
  private final ParallelBlocks parallel;
  private final Scratch[] scratch;

  HalfStep(SparseRows x, int k, Kernels kernels, ParallelBlocks parallel) {
    this.x = x;
    this.k = k;
    this.stride = Kernels.stride(k);
    this.kernels = kernels;
    this.parallel = parallel;
    this.scratch = new Scratch[parallel.threads()];
    for (int i = 0; i < scratch.length; i++) {
      scratch[i] = new Scratch(k, stride);
    }
  }

  /**
   * One pass.
   *
   * @param held the other factor
   * @param gram its Gram matrix, k × k
   * @param from the rows to start the sweeps at; may be {@code out}
   * @param out the improved rows
   * @param sweeps how often HALS goes over each row
   * @return ⟨X, out · heldᵀ⟩
   */
  double improve(float[] held, double[] gram, float[] from, float[] out, int sweeps) {
    float[] singleGram = new float[k * k];
    for (int i = 0; i < singleGram.length; i++) {
      singleGram[i] = (float) gram[i];
    }
    float[] inverse = new float[k];
    for (int l = 0; l < k; l++) {
      inverse[l] = singleGram[l * k + l] > 0 ? 1 / singleGram[l * k + l] : 0;
    }
    return pass(
        held,
        from,
        (mine, first) -> {
          kernels.halsSweeps(singleGram, inverse, k, mine.products, mine.rows, sweeps);
          Tile.store(mine.rows, k, out, stride, first, x.rowCount());
        });
  }

  /** ⟨X, rows · heldᵀ⟩, changing nothing. */
  double crossTerm(float[] held, float[] rows) {
    return pass(held, rows, (mine, first) -> {});
  }

  private interface TileWork {
    void on(Scratch mine, int first);
  }

  private double pass(float[] held, float[] from, TileWork work) {
    int rows = x.rowCount();
    int tiles = (rows + Kernels.TILE - 1) / Kernels.TILE;
    double[] cross = new double[tiles];
    parallel.run(
        tiles,
        (tile, worker) -> {
          Scratch mine = scratch[worker];
          int first = tile * Kernels.TILE;
          multiply(held, first, mine);
          Tile.load(from, stride, first, rows, k, mine.rows);
          work.on(mine, first);
          double sum = 0;
          for (int c = 0; c < k; c++) {
            int at = c * Kernels.TILE;
            sum += kernels.dot(mine.products, at, mine.rows, at, Kernels.TILE);
          }
          cross[tile] = sum;
        });
    double sum = 0;
    for (double part : cross) {
      sum += part;
    }
    return sum;
  }

  /** The data of a tile's rows times the held factor, turned into a tile. */
  private void multiply(float[] held, int first, Scratch mine) {
    int count = Math.min(Kernels.TILE, x.rowCount() - first);
    for (int r = 0; r < count; r++) {
      x.rowTimes(first + r, held, stride, mine.product, mine.stretch, kernels);
      for (int c = 0; c < k; c++) {
        mine.products[c * Kernels.TILE + r] = mine.product[c];
      }
    }
    for (int r = count; r < Kernels.TILE; r++) {
      for (int c = 0; c < k; c++) {
        mine.products[c * Kernels.TILE + r] = 0;
      }
    }
  }

  /** What one worker writes to. */
  private static final class Scratch {
    final float[] product;
    final float[] stretch;
    final float[] products;
    final float[] rows;

    Scratch(int k, int stride) {
      product = new float[stride];
      stretch = new float[stride];
      products = new float[k * Kernels.TILE];
      rows = new float[k * Kernels.TILE];
    }
  }
}
