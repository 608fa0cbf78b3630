package osusume.recommend.rating;

import java.util.Arrays;

/** Small positive definite systems in double precision, by Cholesky's factorisation. */
final class Positive {
  private Positive() {}

  /**
   * The lower Cholesky factor of a matrix, in its place.
   *
   * @param a d × d, row after row; only the lower triangle is read and written
   */
  static void factor(double[] a, int d) {
    double[][] upper = upperFactor(a, d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        a[i * d + j] = upper[j][i];
      }
    }
  }

  private static double[][] upperFactor(double[] a, int d) {
    double[][] upper = new double[d][d];
    for (int j = 0; j < d; j++) {
      for (int i = j; i < d; i++) {
        upper[j][i] = a[i * d + j];
      }
    }
    factorRows(upper);
    return upper;
  }

  /**
   * The rows of Lᵀ of a matrix, in the place of its own.
   *
   * @param upper rows as long as there are rows; only what is right of the diagonal, and on it, is
   *     read and written
   */
  static void factorRows(double[][] upper) {
    int d = upper.length;
    for (int j = 0; j < d; j++) {
      double[] row = upper[j];
      subtractRows(upper, j, upper, 0, j, row, j, d);
      double root = Math.sqrt(row[j]);
      row[j] = root;
      for (int i = j + 1; i < d; i++) {
        row[i] /= root;
      }
    }
  }

  /**
   * Solves L Lᵀ x = b in the place of b.
   *
   * @param upper what {@link #factorRows} made
   */
  static void solveRows(double[][] upper, double[] b) {
    int d = upper.length;
    for (int i = 0; i < d; i++) {
      double[] row = upper[i];
      double x = b[i] / row[i];
      b[i] = x;
      for (int j = i + 1; j < d; j++) {
        b[j] -= x * row[j];
      }
    }
    for (int i = d - 1; i >= 0; i--) {
      double[] row = upper[i];
      b[i] = (b[i] - dot(row, b, i + 1, d)) / row[i];
    }
  }

  /** In four sums that do not wait for each other. */
  private static double dot(double[] x, double[] y, int from, int to) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = from;
    for (; i + 4 <= to; i += 4) {
      first += x[i] * y[i];
      second += x[i + 1] * y[i + 1];
      third += x[i + 2] * y[i + 2];
      fourth += x[i + 3] * y[i + 3];
    }
    for (; i < to; i++) {
      first += x[i] * y[i];
    }
    return first + second + (third + fourth);
  }

  /**
   * y ← y − Σ α_l x_l over some rows l, for a part of the numbers in a row. They are taken away one
   * row after the other, whatever is done at once, so that the bits do not depend on it: all
   * numbers of a row are alike, and the compiler works on several of them at a time.
   *
   * @param alphas of each row l the number at {@code column}
   */
  private static void subtractRows(
      double[][] alphas,
      int column,
      double[][] x,
      int fromRow,
      int toRow,
      double[] y,
      int from,
      int to) {
    int l = fromRow;
    for (; l + 4 <= toRow; l += 4) {
      double alpha = alphas[l][column];
      double beta = alphas[l + 1][column];
      double gamma = alphas[l + 2][column];
      double delta = alphas[l + 3][column];
      double[] first = x[l];
      double[] second = x[l + 1];
      double[] third = x[l + 2];
      double[] fourth = x[l + 3];
      for (int i = from; i < to; i++) {
        y[i] = y[i] - alpha * first[i] - beta * second[i] - gamma * third[i] - delta * fourth[i];
      }
    }
    for (; l < toRow; l++) {
      double alpha = alphas[l][column];
      double[] row = x[l];
      for (int i = from; i < to; i++) {
        y[i] -= alpha * row[i];
      }
    }
  }

  /** Solves L Lᵀ x = b in the place of b. */
  static void solve(double[] factor, int d, double[] b) {
    for (int i = 0; i < d; i++) {
      double sum = b[i];
      for (int l = 0; l < i; l++) {
        sum -= factor[i * d + l] * b[l];
      }
      b[i] = sum / factor[i * d + i];
    }
    for (int i = d - 1; i >= 0; i--) {
      double sum = b[i];
      for (int l = i + 1; l < d; l++) {
        sum -= factor[l * d + i] * b[l];
      }
      b[i] = sum / factor[i * d + i];
    }
  }

  /**
   * The inverse of a matrix, whole.
   *
   * @param a d × d, row after row; only the lower triangle is read
   */
  static double[] inverse(double[] a, int d) {
    return inverseOfFactored(upperFactor(a, d));
  }

  /**
   * The inverse of a matrix, whole, row after row.
   *
   * @param upper what {@link #factorRows} made of it
   */
  static double[] inverseOfFactored(double[][] upper) {
    int d = upper.length;
    // The inverse of L, in rows, 0 above the diagonal; then L⁻ᵀ L⁻¹.
    double[][] lower = new double[d][d];
    for (int i = 0; i < d; i++) {
      double[] row = lower[i];
      subtractRows(upper, i, lower, 0, i, row, 0, i);
      for (int j = 0; j < i; j++) {
        row[j] /= upper[i][i];
      }
      row[i] = 1 / upper[i][i];
    }
    double[] inverse = new double[d * d];
    double[] negative = new double[d];
    for (int i = 0; i < d; i++) {
      Arrays.fill(negative, 0, i + 1, 0);
      subtractRows(lower, i, lower, i, d, negative, 0, i + 1);
      for (int j = 0; j <= i; j++) {
        // Not −x, which would make −0 of what is 0.
        inverse[i * d + j] = 0 - negative[j];
        inverse[j * d + i] = inverse[i * d + j];
      }
    }
    return inverse;
  }
}
