package osusume.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values worked out by hand. */
class OrderMetricsTest {
  @Test
  void pairsInOrderAndTiesHalf() {
    // (3,1) right, (3,2) right, (2,1) right, (2,2) tie: 3.5 of 4
    assertThat(OrderMetrics.auc(new float[] {3, 2}, new float[] {1, 2})).isEqualTo(0.875);
    assertThat(OrderMetrics.auc(new float[] {1, 1}, new float[] {1, 1, 1})).isEqualTo(0.5);
    assertThat(OrderMetrics.auc(new float[] {0}, new float[] {1})).isZero();
  }

  @Test
  void precisionAmongAsManyAsThereAreTopTitles() {
    // in order 5t 4b 3t 2t 1b: of the first three two are top
    assertThat(OrderMetrics.precision(new float[] {5, 3, 2}, new float[] {4, 1}))
        .isCloseTo(2 / 3.0, within(1e-12));
    assertThat(OrderMetrics.precision(new float[] {2}, new float[] {3})).isZero();
  }

  @Test
  void tiesAtTheBorderAreDrawnByLot() {
    // first place 9t; the second is one of three that tie, one of which is top: 1 + 1/3 of 2
    assertThat(OrderMetrics.precision(new float[] {9, 4}, new float[] {4, 4}))
        .isCloseTo((1 + 1 / 3.0) / 2, within(1e-12));
    assertThat(OrderMetrics.precision(new float[] {4, 4}, new float[] {4, 4})).isEqualTo(0.5);
  }
}
