package osusume.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TasteTest {
  @Test
  void aListIsBuiltEntryByEntry() {
    Taste taste =
        Taste.builder()
            .watched(4, 9, 1)
            .dropped(7, -1, 0.25)
            .leaveOut(2)
            .watched(1, -1, 0.5)
            .build();
    assertThat(taste.size()).isEqualTo(3);
    assertThat(taste.row(1)).isEqualTo(7);
    assertThat(taste.rating(0)).isEqualTo(9);
    assertThat(taste.rating(2)).isEqualTo(-1);
    assertThat(taste.weight(2)).isEqualTo(0.5f);
    assertThat(taste.dropped(1)).isTrue();
    assertThat(taste.dropped(0)).isFalse();
    assertThat(taste.leaveOut().stream()).containsExactly(1, 2, 4, 7);
    assertThat(taste.rows().stream()).containsExactly(1, 4, 7);
    assertThat(taste.holds(2)).isFalse();
    assertThat(taste.chosen()).isFalse();
    assertThat(taste.userRow()).isEqualTo(-1);
  }

  @Test
  void theLargestWeightOfWhatWasNotDroppedBecomesOne() {
    Taste taste = Taste.builder().watched(0, 9, 0.2).watched(1, 8, 0.4).dropped(2, -1, 0.8).build();
    assertThat(taste.weight(0)).isEqualTo(0.5f);
    assertThat(taste.weight(1)).isEqualTo(1);
    assertThat(taste.weight(2)).isEqualTo(1);
    assertThat(Taste.builder().dropped(2, -1, 0.1).build().weight(0)).isEqualTo(1);
    assertThat(taste.without(1).weight(0)).as("what is left").isEqualTo(1);
  }

  @Test
  void whatWasDroppedStaysSoWithoutOthers() {
    Taste taste = Taste.builder().watched(0, 9, 1).watched(1, 8, 1).dropped(2, -1, 1).build();
    Taste rest = taste.without(Set.of(0));
    assertThat(rest.size()).isEqualTo(2);
    assertThat(rest.dropped(0)).isFalse();
    assertThat(rest.dropped(1)).isTrue();
    assertThat(rest.leavesOut(0)).isTrue();
  }

  @Test
  void aBuiltListDoesNotChangeWithItsBuilder() {
    Taste.Builder builder = Taste.builder().watched(0, 9, 1);
    Taste taste = builder.build();
    builder.dropped(1, -1, 1).leaveOut(5);
    assertThat(taste.size()).isEqualTo(1);
    assertThat(taste.leavesOut(5)).isFalse();
    assertThat(builder.build().size()).isEqualTo(2);
  }

  @Test
  void aLongListHasRoom() {
    Taste.Builder builder = Taste.builder();
    for (int row = 0; row < 500; row++) {
      builder.watched(row, 1 + row % 10, 1);
    }
    Taste taste = builder.build();
    assertThat(taste.size()).isEqualTo(500);
    assertThat(taste.rating(499)).isEqualTo(10);
  }

  @Test
  void moreTitlesCanBeLeftOutOfUsersToo() {
    RatingMatrix matrix =
        new RatingMatrix(new int[] {8}, new int[] {0, 1}, new int[] {3}, new byte[] {7}, 9);
    BitSet more = new BitSet();
    more.set(6);
    Taste user = Taste.ofUser(matrix, 0);
    Taste taste = user.leavingOut(more);
    assertThat(taste.leaveOut().stream()).containsExactly(3, 6);
    assertThat(taste.userRow()).isZero();
    assertThat(user.leavesOut(6)).isFalse();
  }

  @Test
  void chosenTitlesAreLikedAlikeAndLeftOut() {
    Taste taste = Taste.ofTitles(4, 2);
    assertThat(taste.chosen()).isTrue();
    assertThat(taste.rating(0)).isEqualTo(taste.rating(1)).isPositive();
    assertThat(taste.leaveOut().stream()).containsExactly(2, 4);
    assertThat(taste.without(4).chosen()).isTrue();
  }

  @Test
  void whatCantBeIsRefused() {
    Taste.Builder builder = Taste.builder().watched(3, 9, 1);
    assertThatThrownBy(() -> builder.watched(3, 8, 1)).hasMessageContaining("already");
    assertThatThrownBy(() -> builder.watched(4, 11, 1)).hasMessageContaining("11");
    assertThatThrownBy(() -> builder.watched(4, 0, 1)).hasMessageContaining("it is 0");
    assertThatThrownBy(() -> builder.watched(4, 8, 0)).hasMessageContaining("weight");
    assertThatThrownBy(() -> builder.dropped(4, 8, 1.5)).hasMessageContaining("1.5");
    assertThat(builder.build().size()).isEqualTo(1);
  }

  @Test
  void whatIsLeftOutButNotOnTheListIsTold() {
    Taste taste = Taste.builder().watched(3, 8, 1).watched(6, 5, 1).leaveOut(3).leaveOut(9).build();
    assertThat(taste.leftOutUnwatched().stream()).containsExactly(9);
    assertThat(taste.without(3).leftOutUnwatched().stream()).containsExactly(3, 9);
    assertThat(Taste.ofTitles(2, 4).leftOutUnwatched().isEmpty()).isTrue();
    BitSet rows = new BitSet();
    rows.set(1);
    taste.addLeftOutTo(rows);
    assertThat(rows.stream()).containsExactly(1, 3, 6, 9);
  }
}
