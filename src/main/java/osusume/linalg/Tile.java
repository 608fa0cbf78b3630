package osusume.linalg;

import java.util.Arrays;

/**
 * {@link Kernels#TILE} rows of a table, turned: component after component, so that a vector holds
 * one component of many rows.
 */
public final class Tile {
  private Tile() {}

  /**
   * Turns rows {@code from} to {@code from} + TILE − 1 of a table into a tile. Rows past the last
   * one are zero.
   *
   * @param rows how many rows the table has
   * @param k how many floats of a row count
   * @param tile k × TILE
   */
  public static void load(float[] table, int stride, int from, int rows, int k, float[] tile) {
    int count = Math.min(Kernels.TILE, rows - from);
    if (count < Kernels.TILE) {
      Arrays.fill(tile, 0f);
    }
    for (int r = 0; r < count; r++) {
      int at = (from + r) * stride;
      for (int c = 0; c < k; c++) {
        tile[c * Kernels.TILE + r] = table[at + c];
      }
    }
  }

  /** Turns a tile back into rows of a table; the rows past the last one are left out. */
  public static void store(float[] tile, int k, float[] table, int stride, int from, int rows) {
    int count = Math.min(Kernels.TILE, rows - from);
    for (int r = 0; r < count; r++) {
      int at = (from + r) * stride;
      for (int c = 0; c < k; c++) {
        table[at + c] = tile[c * Kernels.TILE + r];
      }
    }
  }
}
