package osusume.nmf;

import java.util.Random;
import osusume.data.RatingMatrix;

/** Rating matrices for tests, and the plain arithmetic that training is held against. */
final class SmallData {
  private SmallData() {}

  /** Entries above zero are ratings, −1 is watched but unrated, 0 is nothing. */
  static RatingMatrix matrix(int[][] dense) {
    int columns = dense[0].length;
    int count = 0;
    for (int[] row : dense) {
      for (int value : row) {
        count += value != 0 ? 1 : 0;
      }
    }
    int[] ids = new int[dense.length];
    int[] starts = new int[dense.length + 1];
    int[] at = new int[count];
    byte[] values = new byte[count];
    int next = 0;
    for (int row = 0; row < dense.length; row++) {
      ids[row] = 10 + 3 * row;
      for (int column = 0; column < columns; column++) {
        if (dense[row][column] != 0) {
          at[next] = column;
          values[next++] = (byte) dense[row][column];
        }
      }
      starts[row + 1] = next;
    }
    return new RatingMatrix(ids, starts, at, values, columns);
  }

  /**
   * Users of a few tastes: each likes one kind of title, and rates others now and then. Every tenth
   * user has only unrated entries, every eleventh none, and every ninth title is never rated.
   */
  static int[][] tastes(int users, int titles, int kinds, long seed) {
    Random random = new Random(seed);
    int[][] dense = new int[users][titles];
    for (int u = 0; u < users; u++) {
      for (int a = 0; a < titles; a++) {
        boolean likes = u % kinds == a % kinds;
        if (random.nextDouble() < (likes ? 0.6 : 0.08) && u % 11 != 10) {
          int rating = likes ? 7 + random.nextInt(4) : 2 + random.nextInt(6);
          boolean rated = u % 10 != 9 && a % 9 != 8 && random.nextDouble() < 0.85;
          dense[u][a] = rated ? rating : RatingMatrix.UNRATED;
        }
      }
    }
    return dense;
  }

  /** Outer ids for columns, in no order. */
  static int[] animeIds(int titles) {
    int[] ids = new int[titles];
    for (int a = 0; a < titles; a++) {
      ids[a] = 100_000 - 7 * a * (a % 2 == 0 ? 1 : 3);
    }
    return ids;
  }

  /** ‖X − WH‖ / ‖X‖ entry by entry. */
  static double denseError(int[][] dense, NmfModel model, int[] animeIds) {
    double difference = 0;
    double size = 0;
    for (int u = 0; u < dense.length; u++) {
      for (int a = 0; a < dense[u].length; a++) {
        double x = Math.max(0, dense[u][a]);
        int column = model.columnOfAnime(animeIds[a]);
        double product = 0;
        for (int c = 0; c < model.components() && column >= 0; c++) {
          product += (double) model.w(u, c) * model.h(c, column);
        }
        difference += (x - product) * (x - product);
        size += x * x;
      }
    }
    return Math.sqrt(difference / size);
  }
}
