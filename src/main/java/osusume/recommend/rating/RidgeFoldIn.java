package osusume.recommend.rating;

import osusume.linalg.Kernels;
import osusume.recommend.rating.ResidualModel.Request;

/**
 * A person's position among titles that are vectors: the p that minimises Σ c_i (e_i − pᵀq_i)² + Σ
 * λ_l p_l² over the titles they rated, with the weights c of the ratings, and from it the
 * prediction pᵀq for any title. Without the rating of title j itself the prediction is (q_jᵀp − h_j
 * e_j) / (1 − h_j), h_j = c_j q_jᵀ A⁻¹ q_j, A = Qᵀ C Q + Λ: exactly what solving again without j
 * would give (Sherman and Morrison 1950).
 */
final class RidgeFoldIn {
  private final int d;
  private final float[] vectors;

  /** Inverse of A, row after row. */
  private final double[] inverse;

  private final double[] position;

  /** The position in single precision. */
  private final float[] direction;

  /** The position that a person would have whose every rating is one above expectation. */
  private final double[] ofOnes;

  /**
   * @param vectors d numbers a catalogue row
   * @param penalties λ_l, all above zero
   */
  RidgeFoldIn(Person person, float[] vectors, double[] penalties) {
    this.d = penalties.length;
    this.vectors = vectors;
    double[] a = new double[d * d];
    double[] sums = new double[d];
    double[] ones = new double[d];
    for (int i = 0; i < person.count(); i++) {
      add(person.rows()[i] * d, person.weights()[i], person.left()[i], a, sums, ones);
    }
    for (int l = 0; l < d; l++) {
      a[l * d + l] += penalties[l];
    }
    this.inverse = Positive.inverse(a, d);
    this.position = times(sums);
    this.ofOnes = times(ones);
    this.direction = new float[d];
    for (int l = 0; l < d; l++) {
      direction[l] = (float) position[l];
    }
  }

  private void add(int at, float weight, float left, double[] a, double[] sums, double[] ones) {
    for (int l = 0; l < d; l++) {
      float q = weight * vectors[at + l];
      if (q != 0) {
        sums[l] += q * left;
        ones[l] += q;
        for (int j = 0; j <= l; j++) {
          a[l * d + j] += q * vectors[at + j];
        }
      }
    }
  }

  private double[] times(double[] b) {
    double[] x = new double[d];
    for (int l = 0; l < d; l++) {
      for (int j = 0; j < d; j++) {
        x[l] += inverse[l * d + j] * b[j];
      }
    }
    return x;
  }

  void predict(Request request, float[] predicted) {
    for (int i = 0; i < predicted.length; i++) {
      int at = request.rows()[i] * d;
      double value = Kernels.best().dot(direction, 0, vectors, at, d);
      int entry = request.entry(i);
      if (entry >= 0) {
        double lever = request.person().weights()[entry] * lever(at);
        // Where a lever is near 1 a difference of floats would be mostly rounding.
        double without = (dot(position, at) - lever * request.person().left()[entry]) / (1 - lever);
        double onesWithout = (dot(ofOnes, at) - lever) / (1 - lever);
        value = without + request.rise(entry) * onesWithout;
      }
      predicted[i] = (float) value;
    }
  }

  private double dot(double[] x, int at) {
    double sum = 0;
    for (int l = 0; l < d; l++) {
      sum += x[l] * vectors[at + l];
    }
    return sum;
  }

  private double lever(int at) {
    double sum = 0;
    for (int l = 0; l < d; l++) {
      if (vectors[at + l] != 0) {
        double row = 0;
        for (int j = 0; j < d; j++) {
          row += inverse[l * d + j] * vectors[at + j];
        }
        sum += vectors[at + l] * row;
      }
    }
    return sum;
  }
}
