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
  private final TitleVectors titles;
  private final Person person;

  /**
   * The places of the numbers that are not 0 in every title they rated, ascending. The others are 0
   * in the position, and A is diagonal there: they are left out of the work.
   */
  private final int[] active;

  /** Of A at the active places, as {@link Positive#factorRows} leaves it. */
  private final double[][] factor;

  /** At the active places. */
  private final double[] position;

  /** The whole position in single precision. */
  private final float[] direction;

  /**
   * @param titles q of each catalogue row
   * @param penalties λ_l, all above zero
   */
  RidgeFoldIn(Person person, TitleVectors titles, double[] penalties) {
    this.titles = titles;
    this.person = person;
    int d = titles.d();
    Sums sums = new Sums(titles, person);
    this.active = sums.active();
    this.factor = new double[active.length][active.length];
    this.position = new double[active.length];
    for (int l = 0; l < active.length; l++) {
      int at = active[l] * d;
      for (int j = l; j < active.length; j++) {
        factor[l][j] = sums.products[at + active[j]];
      }
      factor[l][l] += penalties[active[l]];
      position[l] = sums.left[active[l]];
    }
    Positive.factorRows(factor);
    Positive.solveRows(factor, position);
    this.direction = new float[d];
    for (int l = 0; l < active.length; l++) {
      direction[active[l]] = (float) position[l];
    }
  }

  /** Qᵀ C Q, of which only what is right of the diagonal, and on it, is filled; and Qᵀ C e. */
  private static final class Sums {
    private final int d;
    private final double[] products;
    private final double[] left;

    Sums(TitleVectors titles, Person person) {
      this.d = titles.d();
      this.products = new double[d * d];
      this.left = new double[d];
      // Vectors without a 0 go to the kernel, all together; they stand in the first places.
      int[] starts = new int[person.count()];
      float[] weights = new float[starts.length];
      float[] leftOver = new float[starts.length];
      int whole = 0;
      for (int i = 0; i < starts.length; i++) {
        int row = person.rows()[i];
        if (titles.start(row + 1) - titles.start(row) == d) {
          starts[whole] = titles.start(row);
          weights[whole] = person.weights()[i];
          leftOver[whole++] = person.left()[i];
        } else {
          addSome(titles, row, person.weights()[i], person.left()[i]);
        }
      }
      Kernels.best()
          .addNormalEquations(titles.others(), starts, weights, leftOver, whole, d, products, left);
    }

    private void addSome(TitleVectors titles, int row, float weight, float leftOver) {
      int[] places = titles.places();
      float[] numbers = titles.others();
      int from = titles.start(row);
      int to = titles.start(row + 1);
      for (int i = from; i < to; i++) {
        float q = weight * numbers[i];
        int column = places[i];
        left[column] += q * leftOver;
        for (int j = from; j <= i; j++) {
          products[places[j] * d + column] += q * numbers[j];
        }
      }
    }

    int[] active() {
      int[] active = new int[d];
      int count = 0;
      for (int l = 0; l < d; l++) {
        if (products[l * d + l] > 0) {
          active[count++] = l;
        }
      }
      return Arrays.copyOf(active, count);
    }
  }

  void predict(Request request, float[] predicted) {
    WithoutOne withoutOne = null;
    for (int i = 0; i < predicted.length; i++) {
      int at = request.rows()[i] * titles.d();
      int entry = request.entry(i);
      if (entry < 0) {
        predicted[i] = Kernels.best().dot(direction, 0, titles.numbers(), at, titles.d());
      } else {
        withoutOne = withoutOne == null ? new WithoutOne() : withoutOne;
        predicted[i] = (float) withoutOne.predict(at, entry, request.rise(entry));
      }
    }
  }

  /** Predictions of what the person rated themselves, each without its own rating. */
  private final class WithoutOne {
    /** Inverse of A at the active places, row after row. */
    private final double[] inverse = Positive.inverseOfFactored(factor);

    /** A⁻¹ Qᵀ C 1: where somebody stands whose every rating is one above expectation. */
    private final double[] ofOnes = ones();

    private double[] ones() {
      double[] ones = new double[active.length];
      for (int i = 0; i < person.count(); i++) {
        int at = person.rows()[i] * titles.d();
        for (int l = 0; l < ones.length; l++) {
          ones[l] += person.weights()[i] * titles.numbers()[at + active[l]];
        }
      }
      Positive.solveRows(factor, ones);
      return ones;
    }

    double predict(int at, int entry, double rise) {
      double lever = person.weights()[entry] * lever(at);
      // Where a lever is near 1 a difference of floats would be mostly rounding.
      double without = (dot(position, at) - lever * person.left()[entry]) / (1 - lever);
      double onesWithout = (dot(ofOnes, at) - lever) / (1 - lever);
      return without + rise * onesWithout;
    }

    private double dot(double[] x, int at) {
      double sum = 0;
      for (int l = 0; l < x.length; l++) {
        sum += x[l] * titles.numbers()[at + active[l]];
      }
      return sum;
    }

    private double lever(int at) {
      float[] numbers = titles.numbers();
      double sum = 0;
      for (int l = 0; l < active.length; l++) {
        float q = numbers[at + active[l]];
        if (q != 0) {
          double row = 0;
          for (int j = 0; j < active.length; j++) {
            row += inverse[l * active.length + j] * numbers[at + active[j]];
          }
          sum += q * row;
        }
      }
      return sum;
    }
  }
}
