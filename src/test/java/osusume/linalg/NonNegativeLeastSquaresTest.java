package osusume.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonNegativeLeastSquaresTest {
  private final Random random = new Random(11);

  @Test
  void withoutABindingBoundItIsTheLinearSystem() {
    double[] w =
        NonNegativeLeastSquares.solve(new double[] {2, 0, 0, 4}, new double[] {6, 2}).solution();
    assertThat(w).containsExactly(new double[] {3, 0.5}, within(1e-12));
  }

  @Test
  void aNegativeCoordinateIsBoundAndTheOtherSolvedAlone() {
    // Unbound: w = (−1, 2); bound: the second alone is 3/2.
    double[] w =
        NonNegativeLeastSquares.solve(new double[] {1, 1, 1, 2}, new double[] {1, 3}).solution();
    assertThat(w).containsExactly(new double[] {0, 1.5}, within(1e-12));
  }

  @Test
  void itIsTheBestOfAllSubsets() {
    for (int trial = 0; trial < 300; trial++) {
      int k = 1 + random.nextInt(6);
      double[] gram = gram(k, 8);
      double[] b = random.doubles(k, -1, 2).toArray();
      double found = objective(gram, b, NonNegativeLeastSquares.solve(gram, b).solution());
      assertThat(found).isCloseTo(bruteForce(gram, b), within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 80, 200})
  void theConditionsOfOptimalityHold(int k) {
    double[] gram = gram(k, 3 * k);
    double[] b = random.doubles(k, -k, 3 * k).toArray();
    assertOptimal(gram, b, NonNegativeLeastSquares.solve(gram, b).solution());
  }

  @Test
  void dependentAndZeroComponentsAreNoTrouble() {
    for (int trial = 0; trial < 100; trial++) {
      int k = 6;
      // Rank 3 at most, component 5 is zero, components 0 and 1 are equal.
      double[][] rows = new double[3][k];
      for (double[] row : rows) {
        for (int c = 0; c < k - 1; c++) {
          row[c] = random.nextDouble();
        }
        row[1] = row[0];
      }
      double[] x = random.doubles(3, 0, 1).toArray();
      double[] gram = new double[k * k];
      double[] b = new double[k];
      for (int l = 0; l < k; l++) {
        for (int r = 0; r < 3; r++) {
          b[l] += rows[r][l] * x[r];
          for (int j = 0; j < k; j++) {
            gram[l * k + j] += rows[r][l] * rows[r][j];
          }
        }
      }
      assertOptimal(gram, b, NonNegativeLeastSquares.solve(gram, b).solution());
    }
  }

  @Test
  void nothingToExplainGivesZero() {
    var solved = NonNegativeLeastSquares.solve(new double[] {1, 0, 0, 1}, new double[2]);
    assertThat(solved.solution()).containsExactly(0, 0);
    assertThat(solved.passive()).isEmpty();
  }

  @Test
  void solvingOverThePassiveSetGivesTheSolutionBack() {
    double[] gram = gram(12, 30);
    double[] b = random.doubles(12, -5, 20).toArray();
    var solved = NonNegativeLeastSquares.solve(gram, b);
    int[] passive = solved.passive();
    double[] ofPassive = new double[passive.length];
    for (int p = 0; p < passive.length; p++) {
      ofPassive[p] = b[passive[p]];
    }
    double[] again = solved.solvePassive(ofPassive);
    assertThat(passive).hasSizeBetween(1, 11);
    for (int p = 0; p < passive.length; p++) {
      assertThat(again[p]).isCloseTo(solved.solution()[passive[p]], within(1e-9)).isPositive();
    }
  }

  private double[] gram(int k, int rows) {
    double[] gram = new double[k * k];
    for (int r = 0; r < rows; r++) {
      double[] row = random.doubles(k, 0, 1).toArray();
      for (int l = 0; l < k; l++) {
        for (int j = 0; j < k; j++) {
          gram[l * k + j] += row[l] * row[j];
        }
      }
    }
    return gram;
  }

  private static double objective(double[] gram, double[] b, double[] w) {
    double value = 0;
    for (int l = 0; l < b.length; l++) {
      value -= 2 * b[l] * w[l];
      for (int j = 0; j < b.length; j++) {
        value += w[l] * gram[l * b.length + j] * w[j];
      }
    }
    return value;
  }

  private static double bruteForce(double[] gram, double[] b) {
    int k = b.length;
    double best = 0;
    for (int subset = 1; subset < 1 << k; subset++) {
      int[] chosen = new int[Integer.bitCount(subset)];
      for (int l = 0, next = 0; l < k; l++) {
        if ((subset >> l & 1) == 1) {
          chosen[next++] = l;
        }
      }
      var system = new Array2DRowRealMatrix(chosen.length, chosen.length);
      var right = new ArrayRealVector(chosen.length);
      for (int i = 0; i < chosen.length; i++) {
        right.setEntry(i, b[chosen[i]]);
        for (int j = 0; j < chosen.length; j++) {
          system.setEntry(i, j, gram[chosen[i] * k + chosen[j]]);
        }
      }
      double[] part = new LUDecomposition(system).getSolver().solve(right).toArray();
      double[] w = new double[k];
      boolean feasible = true;
      for (int i = 0; i < chosen.length; i++) {
        w[chosen[i]] = part[i];
        feasible &= part[i] >= 0;
      }
      best = feasible ? Math.min(best, objective(gram, b, w)) : best;
    }
    return best;
  }

  /** Karush, Kuhn, Tucker: w ≥ 0, the gradient is 0 where w is above 0 and points outwards else. */
  private static void assertOptimal(double[] gram, double[] b, double[] w) {
    int k = b.length;
    double size = 1;
    for (double value : b) {
      size = Math.max(size, Math.abs(value));
    }
    for (int l = 0; l < k; l++) {
      double gradient = -b[l];
      for (int j = 0; j < k; j++) {
        gradient += gram[l * k + j] * w[j];
      }
      assertThat(w[l]).isNotNegative();
      assertThat(gradient).isGreaterThan(-1e-8 * size);
      if (w[l] > 0) {
        assertThat(gradient).isCloseTo(0, within(1e-8 * size));
      }
    }
  }
}
