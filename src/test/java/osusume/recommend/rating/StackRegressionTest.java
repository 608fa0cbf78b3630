package osusume.recommend.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StackRegressionTest {
  private static final int INPUTS = 18;

  private static double[][] inputs(int cases, Random random) {
    double[][] inputs = new double[INPUTS][];
    for (int i = 0; i < INPUTS; i++) {
      double unit = Math.pow(10, i % 5 - 2);
      inputs[i] = random.doubles(cases, -unit, unit).toArray();
    }
    return inputs;
  }

  @Test
  void termsStandInTheirOrder() {
    double[] terms = new double[Quadratic.terms(3)];
    Quadratic.expand(new double[][] {{0, 2}, {0, 3}, {0, 5}}, 1, terms);
    assertThat(terms).containsExactly(1, 2, 4, 3, 6, 9, 5, 10, 15, 25);
  }

  @Test
  void valuesAreTheSumsOfTheTerms() {
    Random random = new Random(1);
    double[][] inputs = inputs(50, random);
    double[] weights = random.doubles(StackInputs.TERMS, -1, 1).toArray();
    double[] values = Quadratic.values(inputs, 50, weights);
    double[] terms = new double[StackInputs.TERMS];
    for (int c = 0; c < 50; c++) {
      Quadratic.expand(inputs, c, terms);
      double sum = 0;
      for (int t = 0; t < terms.length; t++) {
        sum += weights[t] * terms[t];
      }
      assertThat(values[c]).isCloseTo(sum, within(1e-8 * Math.max(1, Math.abs(sum))));
    }
    assertThat(Quadratic.values(inputs(0, random), 0, weights)).isEmpty();
  }

  @Test
  void aPolynomialIsFoundAgainWhateverTheUnits() {
    Random random = new Random(2);
    double[] weights = new double[StackInputs.TERMS];
    weights[0] = 2;
    weights[1] = 300;
    weights[7] = -5;
    weights[TERM_OF_LAST_SQUARE] = 1;
    StackRegression[] halves = {new StackRegression(), new StackRegression()};
    for (StackRegression half : halves) {
      double[][] inputs = inputs(2000, random);
      half.add(inputs, Quadratic.values(inputs, 2000, weights));
    }
    double[] found = halves[0].plus(halves[1]).weights(1e-6, 1e-9);
    double[][] fresh = inputs(100, random);
    double[] expected = Quadratic.values(fresh, 100, weights);
    double[] predicted = Quadratic.values(fresh, 100, found);
    for (int c = 0; c < 100; c++) {
      assertThat(predicted[c]).isCloseTo(expected[c], within(1e-3));
    }
  }

  private static final int TERM_OF_LAST_SQUARE = StackInputs.TERMS - 1;

  @Test
  void theRidgeDrawsToZeroAndNothingAtAllIsZero() {
    Random random = new Random(3);
    double[][] inputs = inputs(500, random);
    double[] wanted = random.doubles(500, 1, 3).toArray();
    StackRegression regression = new StackRegression();
    assertThat(regression.weights(100, 1e-6)).containsOnly(0);
    regression.add(inputs, wanted);
    assertThat(norm(regression.weights(1e6, 1e-6))).isLessThan(norm(regression.weights(1, 1e-6)));
  }

  private static double norm(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight * weight;
    }
    return sum;
  }
}
