package osusume.linalg;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * A symmetric matrix, of which only the lower triangle is kept, in tiles of {@link Kernels#TILE} ×
 * TILE: two bytes an entry of the whole, and nothing beside it while it is inverted.
 */
public final class SymmetricTiles {
  private static final int SIDE = Kernels.TILE;

  private final int size;
  private final int tiles;

  /** Tile (i, j), j ≤ i, at i (i + 1) / 2 + j; those on the diagonal hold both triangles. */
  private final float[][] lower;

  /** A matrix of zeros. */
  public SymmetricTiles(int size) {
    this.size = size;
    this.tiles = (size + SIDE - 1) / SIDE;
    this.lower = new float[tiles * (tiles + 1) / 2][SIDE * SIDE];
  }

  /** How many rows it has. */
  public int size() {
    return size;
  }

  /** How many rows of tiles it has: rows {@code t · TILE} on lie in the {@code t}-th. */
  public int tileRows() {
    return tiles;
  }

  /** One entry. */
  public float at(int row, int column) {
    int r = Math.max(row, column);
    int c = Math.min(row, column);
    return lower[tile(r / SIDE, c / SIDE)][r % SIDE * SIDE + c % SIDE];
  }

  /**
   * Sets an entry and its mirror image. Threads may set entries at once if the larger of row and
   * column lies in another row of tiles for each.
   */
  public void set(int row, int column, float value) {
    int r = Math.max(row, column);
    int c = Math.min(row, column);
    lower[tile(r / SIDE, c / SIDE)][r % SIDE * SIDE + c % SIDE] = value;
    if (r / SIDE == c / SIDE) {
      lower[tile(r / SIDE, c / SIDE)][c % SIDE * SIDE + r % SIDE] = value;
    }
  }

  /** Copies the row of an entry: all of its columns. */
  public void row(int row, float[] into) {
    int i = row / SIDE;
    for (int j = 0; j <= i; j++) {
      int count = Math.min(SIDE, size - j * SIDE);
      System.arraycopy(lower[tile(i, j)], row % SIDE * SIDE, into, j * SIDE, count);
    }
    for (int below = i + 1; below < tiles; below++) {
      float[] tile = lower[tile(below, i)];
      int count = Math.min(SIDE, size - below * SIDE);
      for (int r = 0; r < count; r++) {
        into[below * SIDE + r] = tile[r * SIDE + row % SIDE];
      }
    }
  }

  /**
   * Replaces this positive definite matrix by its inverse, by the symmetric sweep operator
   * (Goodnight 1979, "A Tutorial on the SWEEP Operator", The American Statistician 33(3), section
   * 3) over blocks of TILE pivots: n³/2 multiplications, in place, in single precision but for the
   * inverses of the pivot blocks. The same bits for any number of threads.
   *
   * @param step told how much is done, 0 to 1, before every pivot block; what it throws ends the
   *     work and leaves the matrix useless
   * @throws ArithmeticException if the matrix is not positive definite
   */
  public void invert(Kernels kernels, ParallelBlocks parallel, DoubleConsumer step) {
    for (int r = size; r < tiles * SIDE; r++) {
      lower[tile(tiles - 1, tiles - 1)][r % SIDE * SIDE + r % SIDE] = 1;
    }
    float[][] across = new float[tiles][SIDE * SIDE];
    float[][] solved = new float[tiles][SIDE * SIDE];
    float[][] turned = new float[tiles][SIDE * SIDE];
    for (int k = 0; k < tiles; k++) {
      step.accept((double) k / tiles);
      sweep(k, across, solved, turned, kernels, parallel);
    }
    parallel.run(
        tiles,
        (i, worker) -> {
          for (int j = 0; j <= i; j++) {
            negate(lower[tile(i, j)]);
          }
        });
  }

  private void sweep(
      int k,
      float[][] across,
      float[][] solved,
      float[][] turned,
      Kernels kernels,
      ParallelBlocks parallel) {
    float[] pivot = lower[tile(k, k)];
    float[] minusInverse = minusInverse(pivot, k);
    // across_j = A_kj, solved_j = P A_kj, turned_j = A_jk P, with P the inverse of the pivot block.
    parallel.run(
        tiles,
        (j, worker) -> {
          if (j < k) {
            System.arraycopy(lower[tile(k, j)], 0, across[j], 0, SIDE * SIDE);
          } else if (j > k) {
            turn(lower[tile(j, k)], across[j]);
          } else {
            return;
          }
          Arrays.fill(solved[j], 0);
          kernels.subtractProduct(minusInverse, across[j], solved[j]);
          turn(solved[j], turned[j]);
        });
    parallel.run(
        tiles,
        (block, worker) -> {
          // The long rows of the triangle first, so that no thread ends with one of them.
          int i = tiles - 1 - block;
          if (i == k) {
            return;
          }
          for (int j = 0; j <= i; j++) {
            if (j != k) {
              kernels.subtractProduct(turned[i], across[j], lower[tile(i, j)]);
            }
          }
        });
    for (int j = 0; j < k; j++) {
      System.arraycopy(solved[j], 0, lower[tile(k, j)], 0, SIDE * SIDE);
    }
    for (int i = k + 1; i < tiles; i++) {
      System.arraycopy(turned[i], 0, lower[tile(i, k)], 0, SIDE * SIDE);
    }
    System.arraycopy(minusInverse, 0, pivot, 0, SIDE * SIDE);
  }

  /** The inverse of a pivot block, negated, swept pivot by pivot in double precision. */
  private float[] minusInverse(float[] block, int k) {
    double[] a = new double[SIDE * SIDE];
    for (int i = 0; i < a.length; i++) {
      a[i] = block[i];
    }
    for (int p = 0; p < SIDE; p++) {
      double pivot = a[p * SIDE + p];
      if (!(pivot > 0) || Double.isInfinite(pivot)) {
        throw new ArithmeticException(
            "The matrix can't be inverted: its pivot %d is %s, where a number above 0 is expected."
                .formatted(k * SIDE + p, pivot));
      }
      for (int i = 0; i < SIDE; i++) {
        double factor = a[i * SIDE + p] / pivot;
        if (i != p) {
          for (int j = 0; j < SIDE; j++) {
            if (j != p) {
              a[i * SIDE + j] -= factor * a[p * SIDE + j];
            }
          }
        }
      }
      for (int i = 0; i < SIDE; i++) {
        if (i != p) {
          a[i * SIDE + p] /= pivot;
          a[p * SIDE + i] = a[i * SIDE + p];
        }
      }
      a[p * SIDE + p] = -1 / pivot;
    }
    float[] minusInverse = new float[SIDE * SIDE];
    for (int i = 0; i < a.length; i++) {
      minusInverse[i] = (float) a[i];
    }
    return minusInverse;
  }

  private static void turn(float[] from, float[] to) {
    for (int r = 0; r < SIDE; r++) {
      for (int c = 0; c < SIDE; c++) {
        to[c * SIDE + r] = from[r * SIDE + c];
      }
    }
  }

  private static void negate(float[] tile) {
    for (int i = 0; i < tile.length; i++) {
      tile[i] = -tile[i];
    }
  }

  private static int tile(int i, int j) {
    return i * (i + 1) / 2 + j;
  }
}
