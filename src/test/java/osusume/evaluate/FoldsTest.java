package osusume.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsTest {
  private static Folds fifths(long seed) {
    return new Folds(new Draw(seed, "test"), 5);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 10, 12, 99, 1000})
  void fiveFoldsAreDisjointAndHoldEverything(int n) {
    Set<Integer> seen = new HashSet<>();
    for (int fold = 0; fold < 5; fold++) {
      int[] held = fifths(1).heldOut(n, 17, fold);
      assertThat(held.length).isBetween(n / 5, n / 5 + 1);
      for (int i : held) {
        assertThat(seen.add(i)).isTrue();
      }
    }
    assertThat(seen).hasSize(n);
  }

  @Test
  void theFirstFoldIsRoundedToTheNearest() {
    assertThat(fifths(1).heldOut(12, 1, 0)).hasSize(2);
    assertThat(fifths(1).heldOut(13, 1, 0)).hasSize(3);
    assertThat(fifths(1).heldOut(21, 1, 0)).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void atLeastOneIsHeldOut(int n) {
    for (int fold = 0; fold < 7; fold++) {
      int[] held = fifths(3).heldOut(n, 5, fold);
      assertThat(held).isNotEmpty();
      assertThat(IntStream.of(held)).allMatch(i -> i >= 0 && i < n);
    }
  }

  @Test
  void aDrawHangsOnSeedPersonAndRepetitionOnly() {
    assertThat(fifths(1).heldOut(100, 7, 0)).isEqualTo(fifths(1).heldOut(100, 7, 0));
    assertThat(fifths(1).heldOut(100, 7, 0)).isNotEqualTo(fifths(2).heldOut(100, 7, 0));
    assertThat(fifths(1).heldOut(100, 7, 0)).isNotEqualTo(fifths(1).heldOut(100, 8, 0));
    assertThat(fifths(1).heldOut(100, 7, 0)).isNotEqualTo(fifths(1).heldOut(100, 7, 5));
  }

  @Test
  void everyNumberIsDrawnAboutAsOften() {
    int[] counts = new int[20];
    for (int person = 0; person < 5000; person++) {
      for (int i : fifths(9).heldOut(20, person, 0)) {
        counts[i]++;
      }
    }
    // 1000 expected, standard deviation 28
    assertThat(IntStream.of(counts)).allMatch(count -> count > 860 && count < 1140);
  }
}
