package osusume.recommend.rating;

import java.util.Arrays;

/**
 * Polynomials of the second degree: of inputs x₀ … xₙ₋₁ the terms 1, every xᵢ and every product
 * xᵢxⱼ, j ≤ i. Terms stand in this order: 1; then for each i in turn xᵢ, xᵢx₀, xᵢx₁, …, xᵢxᵢ.
 */
final class Quadratic {
  private Quadratic() {}

  /** How many terms there are of so many inputs. */
  static int terms(int inputs) {
    return 1 + inputs + inputs * (inputs + 1) / 2;
  }

  /**
   * The terms of one case.
   *
   * @param inputs for each input one number a case
   * @param terms is written
   */
  static void expand(double[][] inputs, int at, double[] terms) {
    terms[0] = 1;
    int t = 1;
    for (int i = 0; i < inputs.length; i++) {
      double x = inputs[i][at];
      terms[t++] = x;
      for (int j = 0; j <= i; j++) {
        terms[t++] = x * inputs[j][at];
      }
    }
  }

  /**
   * The value of a polynomial in many cases at once, a term of all cases after the other.
   *
   * @param inputs for each input one number a case
   * @param weights one a term
   * @return one number a case
   */
  static double[] values(double[][] inputs, int cases, double[] weights) {
    double[] values = new double[cases];
    double[] factor = new double[cases];
    Arrays.fill(values, weights[0]);
    int t = 1;
    for (int i = 0; i < inputs.length; i++) {
      Arrays.fill(factor, weights[t++]);
      for (int j = 0; j <= i; j++) {
        addScaled(weights[t++], inputs[j], factor);
      }
      addProduct(inputs[i], factor, values);
    }
    return values;
  }

  private static void addScaled(double weight, double[] x, double[] sum) {
    for (int c = 0; c < sum.length; c++) {
      sum[c] += weight * x[c];
    }
  }

  private static void addProduct(double[] x, double[] y, double[] sum) {
    for (int c = 0; c < sum.length; c++) {
      sum[c] += x[c] * y[c];
    }
  }
}
