package osusume.nmf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdIndexTest {
  static int[][] lists() {
    return new int[][] {
      {}, {5}, {1, 2, 9}, {9, 1, 5}, {Integer.MAX_VALUE, Integer.MIN_VALUE, 0, -1}
    };
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyIdIsFoundAndNoOther(int[] ids) {
    IdIndex index = new IdIndex(ids);
    for (int i = 0; i < ids.length; i++) {
      assertThat(index.positionOf(ids[i])).isEqualTo(i);
      assertThat(index.id(i)).isEqualTo(ids[i]);
    }
    for (int absent : new int[] {3, 6, -2, Integer.MAX_VALUE - 1, Integer.MIN_VALUE + 1}) {
      assertThat(index.positionOf(absent)).isEqualTo(-1);
    }
    assertThat(IdIndex.firstDuplicate(ids)).isEqualTo(-1);
  }

  @Test
  void aDuplicateIsFound() {
    assertThat(IdIndex.firstDuplicate(new int[] {4, 7, 7})).isBetween(1, 2);
    assertThat(IdIndex.firstDuplicate(new int[] {-3, 7, -3})).isIn(0, 2);
  }
}
