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

  /**
   * The rows of Lᵀ of a matrix.
   *
   * @param a d × d, row after row; only the lower triangle is read
   */
  private static double[][] upperFactor(double[] a, int d) {
    double[][] upper = new double[d][d];
    for (int j = 0; j < d; j++) {
      double[] row = upper[j];
      for (int i = j; i < d; i++) {
        row[i] = a[i * d + j];
      }
      subtractRows(upper, j, upper, 0, j, row, j, d);
      double root = Math.sqrt(row[j]);
      row[j] = root;
      for (int i = j + 1; i < d; i++) {
        row[i] /= root;
      }
    }
    return upper;
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
    double[][] upper = upperFactor(a, d);
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
