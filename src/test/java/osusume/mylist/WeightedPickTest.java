package osusume.mylist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class WeightedPickTest {
  private static final int PICKS = 100_000;

  @Test
  void eachIsPickedInProportionToItsWeight() {
    double[] weights = {5, 0, 1, 3, 0.5, 0, 10, 0.5};
    RandomGenerator random = new Random(1);
    int[] counts = new int[weights.length];
    for (int i = 0; i < PICKS; i++) {
      counts[WeightedPick.index(weights, random)]++;
    }
    double chiSquared = 0;
    int possible = 0;
    for (int i = 0; i < weights.length; i++) {
      double expected = PICKS * weights[i] / 20;
      if (expected == 0) {
        assertThat(counts[i]).isZero();
      } else {
        chiSquared += (counts[i] - expected) * (counts[i] - expected) / expected;
        possible++;
      }
    }
    assertThat(chiSquared)
        .isLessThan(new ChiSquaredDistribution(possible - 1).inverseCumulativeProbability(0.999));
  }

  @Test
  void theSameSeedPicksTheSame() {
    double[] weights = WeightedPick.byRank(50, 10);
    Random one = new Random(7);
    Random other = new Random(7);
    for (int i = 0; i < 100; i++) {
      assertThat(WeightedPick.index(weights, one)).isEqualTo(WeightedPick.index(weights, other));
    }
  }

  @Test
  void weightsHalveWithTheRankAndNobodyIsWithoutAChance() {
    double[] weights = WeightedPick.byRank(100_000, 5);
    assertThat(weights[0]).isEqualTo(1);
    assertThat(weights[5]).isEqualTo(0.5);
    assertThat(weights[15]).isEqualTo(0.125);
    assertThat(weights).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(weights[99_999]).isPositive();
    assertThat(WeightedPick.byRank(0, 5)).isEmpty();
  }

  @Test
  void ofALongListAFifthHasHalfAChanceAndOfAShortOneThreeRanksDo() {
    assertThat(WeightedPick.byRank(100)).isEqualTo(WeightedPick.byRank(100, 20));
    assertThat(WeightedPick.byRank(5)).isEqualTo(WeightedPick.byRank(5, 3));
  }

  @Test
  void theEndsOfTheRangeAreWithinIt() {
    double[] weights = {0, 0.1, 0.2, 0.3, 0};
    assertThat(WeightedPick.index(weights, () -> 0)).isEqualTo(1);
    assertThat(WeightedPick.index(weights, () -> -1)).isEqualTo(3);
    assertThat(WeightedPick.index(new double[] {4}, () -> -1)).isZero();
  }

  @Test
  void whereThereIsNothingToPickThatIsSaid() {
    Random random = new Random(1);
    for (double[] weights :
        new double[][] {
          {},
          {0, 0},
          {1, -1},
          {1, Double.NaN},
          {1, Double.POSITIVE_INFINITY},
          {Double.MAX_VALUE, Double.MAX_VALUE}
        }) {
      assertThatThrownBy(() -> WeightedPick.index(weights, random))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> WeightedPick.byRank(3, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.0 ranks");
  }
}
