package osusume.recommend.rating;

/** Small positive definite systems in double precision, by Cholesky's factorisation. */
final class Positive {
  private Positive() {}

  /**
   * The lower Cholesky factor of a matrix, in its place.
   *
   * @param a d × d, row after row; only the lower triangle is read and written
   */
  static void factor(double[] a, int d) {
    for (int j = 0; j < d; j++) {
      double pivot = a[j * d + j];
      for (int l = 0; l < j; l++) {
        pivot -= a[j * d + l] * a[j * d + l];
      }
      double root = Math.sqrt(pivot);
      a[j * d + j] = root;
      for (int i = j + 1; i < d; i++) {
        double sum = a[i * d + j];
        for (int l = 0; l < j; l++) {
          sum -= a[i * d + l] * a[j * d + l];
        }
        a[i * d + j] = sum / root;
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
   * The inverse of a matrix, whole; its lower triangle is overwritten.
   *
   * @param a d × d, row after row; only the lower triangle is read
   */
  static double[] inverse(double[] a, int d) {
    factor(a, d);
    // The inverse of L, in rows; then L⁻ᵀ L⁻¹.
    double[] lower = new double[d * d];
    for (int j = 0; j < d; j++) {
      lower[j * d + j] = 1 / a[j * d + j];
      for (int i = j + 1; i < d; i++) {
        double sum = 0;
        for (int l = j; l < i; l++) {
          sum -= a[i * d + l] * lower[l * d + j];
        }
        lower[i * d + j] = sum / a[i * d + i];
      }
    }
    double[] inverse = new double[d * d];
    for (int l = 0; l < d; l++) {
      for (int i = 0; i <= l; i++) {
        double factor = lower[l * d + i];
        for (int j = 0; j <= l; j++) {
          inverse[i * d + j] += factor * lower[l * d + j];
        }
      }
    }
    return inverse;
  }
}
