package osusume.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values worked out by hand; quantiles of Student's t from the table. */
class EstimateTest {
  @Test
  void meanWithItsStandardErrorAndInterval() {
    // 1 2 3 6: mean 3, squares 4 + 1 + 0 + 9 = 14, variance 14/3, error sqrt(14/3/4) = 1.0801
    Estimate estimate = Estimate.ofMean(new double[] {1, 2, 3, 6});
    assertThat(estimate.value()).isEqualTo(3);
    assertThat(estimate.standardError()).isCloseTo(1.0801, within(1e-4));
    assertThat(estimate.margin()).isCloseTo(3.1824 * 1.0801, within(1e-3));
  }

  @Test
  void differencesArePairedPersonByPerson() {
    Estimate one = Estimate.ofMean(new double[] {0.9, 0.5, 0.1});
    Estimate other = Estimate.ofMean(new double[] {0.8, 0.3, 0.1});
    // differences .1 .2 0: mean .1, variance .01, error sqrt(.01/3)
    assertThat(one.minus(other).value()).isCloseTo(0.1, within(1e-12));
    assertThat(one.minus(other).standardError()).isCloseTo(Math.sqrt(0.01 / 3), within(1e-12));
  }

  @Test
  void rootMeanSquareOverAllRatings() {
    // errors: a has 1 and 3, b has 2: mean square (1 + 9 + 4) / 3
    Estimate square = Estimate.ofRatio(new double[] {10, 4}, new double[] {2, 1});
    assertThat(square.value()).isCloseTo(14 / 3.0, within(1e-12));
    assertThat(square.root().value()).isCloseTo(Math.sqrt(14 / 3.0), within(1e-12));
    // pulls of the ratio: (10 - 28/3) / 1.5 = 4/9 and (4 - 14/3) / 1.5 = -4/9
    assertThat(square.standardError())
        .isCloseTo(Math.sqrt(2) * (4 / 9.0) / Math.sqrt(2), within(1e-12));
    assertThat(square.root().standardError())
        .isCloseTo(4 / 9.0 / (2 * Math.sqrt(14 / 3.0)), within(1e-12));
  }

  @Test
  void equalCountsMakeARatioAMean() {
    Estimate ratio = Estimate.ofRatio(new double[] {2, 4, 9}, new double[] {1, 1, 1});
    Estimate mean = Estimate.ofMean(new double[] {2, 4, 9});
    assertThat(ratio.value()).isEqualTo(mean.value());
    assertThat(ratio.standardError()).isCloseTo(mean.standardError(), within(1e-12));
  }

  @Test
  void onePersonHasNoInterval() {
    assertThat(Estimate.ofMean(new double[] {0.4}).margin()).isNaN();
  }
}
