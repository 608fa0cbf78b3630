package osusume.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecencyTest {
  private static final double UNDATED = Double.NaN;

  @Test
  void eachHalfLifeHalvesDownToTheFloor() {
    assertThat(Recency.ofDays(365).weights(new double[] {0, 365, 730, 1460, 100_000}))
        .containsExactly(1, 0.5, 0.25, Recency.USUAL_FLOOR, Recency.USUAL_FLOOR);
    assertThat(Recency.ofYears(4).weights(new double[] {0, 1461})).containsExactly(1, 0.5);
    assertThat(new Recency(10, 0.3).weights(new double[] {10, 20})).containsExactly(0.5, 0.3);
  }

  @Test
  void theFutureIsToday() {
    assertThat(Recency.ofDays(30).weights(new double[] {-5, 30})).containsExactly(1, 0.5);
  }

  @Test
  void whatHasNoDateHasTheMedianWeightOfWhatHas() {
    Recency recency = Recency.ofDays(100);
    assertThat(recency.weights(new double[] {UNDATED, 0, 100, 200, UNDATED}))
        .containsExactly(0.5, 1, 0.5, 0.25, 0.5);
    assertThat(recency.weights(new double[] {0, 100, UNDATED})).containsExactly(1, 0.5, 0.75);
    assertThat(recency.weights(new double[] {UNDATED, UNDATED})).containsExactly(1, 1);
    assertThat(recency.weights(new double[0])).isEmpty();
  }

  @Test
  void offAllCountAlike() {
    assertThat(Recency.OFF.weights(new double[] {0, 100_000, UNDATED})).containsExactly(1, 1, 1);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> Recency.ofDays(0))
        .hasMessage("The half-life is 0.0 days, but must be above 0.");
    assertThatThrownBy(() -> Recency.ofDays(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Recency(10, 0))
        .hasMessage("The least weight of an entry is 0.0, but must be above 0 and at most 1.");
  }
}
