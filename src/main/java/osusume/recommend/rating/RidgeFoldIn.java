package osusume.recommend.rating;

import java.util.Arrays;
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

  /**
   * The places of the numbers that are not 0 in every title they rated, ascending. The others are 0
   * in the position, and A is diagonal there: they are left out of the work.
   */
  private final int[] active;

  /** Inverse of A at the active places, row after row. */
  private final double[] inverse;

  /** Qᵀ C 1 at the active places: for somebody whose every rating is one above expectation. */
  private final double[] ones;

  /** At the active places. */
  private final double[] position;

  /** The whole position in single precision. */
  private final float[] direction;

  /**
   * @param titles q of each catalogue row
   * @param penalties λ_l, all above zero
   */
  RidgeFoldIn(Person person, TitleVectors titles, double[] penalties) {
    this.d = titles.d();
    this.vectors = titles.numbers();
    Sums sums = new Sums(titles);
    for (int i = 0; i < person.count(); i++) {
      sums.add(person.rows()[i], person.weights()[i], person.left()[i]);
    }
    this.active = sums.active();
    int count = active.length;
    double[] a = new double[count * count];
    double[] b = new double[count];
    this.ones = new double[count];
    for (int l = 0; l < count; l++) {
      b[l] = sums.left[active[l]];
      ones[l] = sums.ones[active[l]];
      for (int j = 0; j <= l; j++) {
        a[l * count + j] = sums.products[active[l] * d + active[j]];
      }
      a[l * count + l] += penalties[active[l]];
    }
    this.inverse = Positive.inverse(a, count);
    this.position = times(b);
    this.direction = new float[d];
    for (int l = 0; l < count; l++) {
      direction[active[l]] = (float) position[l];
    }
  }

  /** Qᵀ C Q, of which the lower triangle alone is filled, Qᵀ C e and Qᵀ C 1. */
  private static final class Sums {
    private final TitleVectors titles;
    private final int d;
    private final double[] products;
    private final double[] left;
    private final double[] ones;
    private final boolean[] met;

    Sums(TitleVectors titles) {
      this.titles = titles;
      this.d = titles.d();
      this.products = new double[d * d];
      this.left = new double[d];
      this.ones = new double[d];
      this.met = new boolean[d];
    }

    void add(int row, float weight, float leftOver) {
      int from = titles.start(row);
      int to = titles.start(row + 1);
      if (to - from == d) {
        addWhole(from, weight, leftOver);
      } else {
        addSome(from, to, weight, leftOver);
      }
    }

    /** Where no number is 0, so that the products of a row stand side by side. */
    private void addWhole(int from, float weight, float leftOver) {
      float[] numbers = titles.others();
      for (int l = 0; l < d; l++) {
        float q = weight * numbers[from + l];
        addOne(l, q, leftOver);
        int at = l * d;
        for (int j = 0; j <= l; j++) {
          products[at + j] += q * numbers[from + j];
        }
      }
    }

    private void addSome(int from, int to, float weight, float leftOver) {
      int[] places = titles.places();
      float[] numbers = titles.others();
      for (int i = from; i < to; i++) {
        float q = weight * numbers[i];
        addOne(places[i], q, leftOver);
        int at = places[i] * d;
        for (int j = from; j <= i; j++) {
          products[at + places[j]] += q * numbers[j];
        }
      }
    }

    private void addOne(int l, float q, float leftOver) {
      met[l] = true;
      left[l] += q * leftOver;
      ones[l] += q;
    }

    int[] active() {
      int[] active = new int[d];
      int count = 0;
      for (int l = 0; l < d; l++) {
        if (met[l]) {
          active[count++] = l;
        }
      }
      return Arrays.copyOf(active, count);
    }
  }

  /** A⁻¹ b; by columns of the inverse, which are its rows. */
  private double[] times(double[] b) {
    double[] x = new double[b.length];
    for (int j = 0; j < b.length; j++) {
      for (int l = 0; l < b.length; l++) {
        x[l] += inverse[j * b.length + l] * b[j];
      }
    }
    return x;
  }

  void predict(Request request, float[] predicted) {
    double[] ofOnes = null;
    for (int i = 0; i < predicted.length; i++) {
      int at = request.rows()[i] * d;
      double value = Kernels.best().dot(direction, 0, vectors, at, d);
      int entry = request.entry(i);
      if (entry >= 0) {
        ofOnes = ofOnes == null ? times(ones) : ofOnes;
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
    for (int l = 0; l < x.length; l++) {
      sum += x[l] * vectors[at + active[l]];
    }
    return sum;
  }

  private double lever(int at) {
    double sum = 0;
    for (int l = 0; l < active.length; l++) {
      float q = vectors[at + active[l]];
      if (q != 0) {
        double row = 0;
        for (int j = 0; j < active.length; j++) {
          row += inverse[l * active.length + j] * vectors[at + active[j]];
        }
        sum += q * row;
      }
    }
    return sum;
  }
}
