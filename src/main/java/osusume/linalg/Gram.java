package osusume.linalg;

/** Gram matrices of tall dense tables. */
public final class Gram {
  /**
   * A fixed number of stretches, summed in their order: the same bits for any number of threads.
   */
  private static final int STRETCHES = 24;

  private Gram() {}

  /**
   * tableᵀ · table, summed in double precision over tiles of 64 rows in single precision.
   *
   * @param table {@code rows} rows of {@code stride} floats, of which the first {@code k} count
   * @return k × k, symmetric, row after row
   */
  public static double[] of(
      float[] table, int rows, int k, int stride, Kernels kernels, ParallelBlocks parallel) {
    int tiles = (rows + Kernels.TILE - 1) / Kernels.TILE;
    int stretches = Math.min(STRETCHES, tiles);
    double[][] parts = new double[stretches][];
    parallel.run(
        stretches,
        (stretch, worker) -> {
          int from = (int) ((long) tiles * stretch / stretches);
          int to = (int) ((long) tiles * (stretch + 1) / stretches);
          parts[stretch] = stretch(table, rows, k, stride, from, to, kernels);
        });
    double[] gram = new double[k * k];
    for (double[] part : parts) {
      for (int i = 0; i < gram.length; i++) {
        gram[i] += part[i];
      }
    }
    for (int l = 0; l < k; l++) {
      for (int j = 0; j < l; j++) {
        gram[j * k + l] = gram[l * k + j];
      }
    }
    return gram;
  }

  private static double[] stretch(
      float[] table, int rows, int k, int stride, int fromTile, int toTile, Kernels kernels) {
    double[] lower = new double[k * k];
    float[] tile = new float[k * Kernels.TILE];
    for (int t = fromTile; t < toTile; t++) {
      Tile.load(table, stride, t * Kernels.TILE, rows, k, tile);
      for (int l = 0; l < k; l++) {
        for (int j = 0; j <= l; j++) {
          lower[l * k + j] +=
              kernels.dot(tile, l * Kernels.TILE, tile, j * Kernels.TILE, Kernels.TILE);
        }
      }
    }
    return lower;
  }
}
