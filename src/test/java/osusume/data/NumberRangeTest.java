package osusume.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumberRangeTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void whatLiesInBothLiesInTheirAnd() {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 5_000; i++) {
      NumberRange a = range(random);
      NumberRange b = range(random);
      NumberRange both = a.and(b);
      for (double x = -4; x <= 4; x += 0.25) {
        assertThat(both.contains(x))
            .as("%s in %s and %s", x, a, b)
            .isEqualTo(a.contains(x) && b.contains(x));
      }
      assertThat(both.contains(Double.NaN))
          .isEqualTo(a.contains(Double.NaN) && b.contains(Double.NaN));
      assertThat(b.and(a).contains(1)).isEqualTo(both.contains(1));
      assertThat(a.and(NumberRange.ANY)).isEqualTo(a);
      assertThat(NumberRange.ANY.and(a)).isEqualTo(a);
      assertThat(a.and(a)).isEqualTo(a);
    }
  }

  private static NumberRange range(SplittableRandom random) {
    double x = random.nextInt(-6, 7) / 2.0;
    double y = random.nextInt(-6, 7) / 2.0;
    return switch (random.nextInt(6)) {
      case 0 -> NumberRange.ANY;
      case 1 -> NumberRange.equalTo(x);
      case 2 -> NumberRange.moreThan(x);
      case 3 -> NumberRange.lessThan(x);
      case 4 -> NumberRange.between(x, y);
      default -> new NumberRange(x, random.nextBoolean(), y, random.nextBoolean());
    };
  }

  @Test
  void endsAreInOrOut() {
    assertThat(NumberRange.moreThan(3).contains(3)).isFalse();
    assertThat(NumberRange.moreThan(3).contains(Math.nextUp(3.0))).isTrue();
    assertThat(NumberRange.moreThan(3).contains(INF)).isTrue();
    assertThat(NumberRange.lessThan(3).contains(3)).isFalse();
    assertThat(NumberRange.lessThan(3).contains(Math.nextDown(3.0))).isTrue();
    assertThat(NumberRange.between(3, 5).contains(3)).isTrue();
    assertThat(NumberRange.between(3, 5).contains(5)).isTrue();
    assertThat(NumberRange.equalTo(3).contains(3)).isTrue();
    assertThat(NumberRange.equalTo(3).contains(3.1)).isFalse();
  }

  @Test
  void anUnknownNumberLiesInNoRangeButAny() {
    assertThat(NumberRange.ANY.contains(Double.NaN)).isTrue();
    assertThat(NumberRange.ANY.isAny()).isTrue();
    assertThat(NumberRange.moreThan(-1e300).contains(Double.NaN)).isFalse();
    assertThat(NumberRange.moreThan(-1e300).isAny()).isFalse();
    assertThatThrownBy(() -> NumberRange.equalTo(Double.NaN))
        .hasMessage("A range has numbers as its ends, not NaN.");
  }

  @Test
  void infiniteEnds() {
    assertThat(NumberRange.moreThan(Double.NEGATIVE_INFINITY).contains(-1e300)).isTrue();
    assertThat(NumberRange.moreThan(INF).contains(1e300)).isFalse();
    assertThat(NumberRange.lessThan(INF).contains(INF)).isFalse();
    assertThat(NumberRange.lessThan(Double.NEGATIVE_INFINITY).contains(-1e300)).isFalse();
  }
}
