package osusume.ui.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void roundNumbersReachUpToTheLargest() {
    assertThat(Scale.to(0.56).top()).isCloseTo(0.6, within(1e-12));
    assertThat(Scale.to(0.56).numbers()).hasSize(7);
    assertThat(Scale.to(0.56).digits()).isEqualTo(1);
    assertThat(Scale.to(1.36).top()).isCloseTo(1.4, within(1e-12));
    assertThat(Scale.to(262).top()).isEqualTo(300);
    assertThat(Scale.to(262).step()).isEqualTo(50);
    assertThat(Scale.to(262).digits()).isZero();
    assertThat(Scale.to(0.6).top()).as("itself a round number").isCloseTo(0.6, within(1e-12));
  }

  @Test
  void whereThereIsNothingTheAxisStillHasALength() {
    assertThat(Scale.to(0).top()).isEqualTo(1);
    assertThat(Scale.to(Double.NaN).top()).isEqualTo(1);
  }

  @Test
  void nothingLiesBeyondTheEnds() {
    Scale scale = Scale.to(10);
    assertThat(scale.place(5)).isEqualTo(0.5);
    assertThat(scale.place(-1)).isZero();
    assertThat(scale.place(99)).isEqualTo(1);
  }
}
