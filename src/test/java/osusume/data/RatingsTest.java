package osusume.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The rating matrix and what is asked of it, against a dense table of the same ratings. */
class RatingsTest {
  private static final ImportReport NO_REPORT = new ImportReport(0, 0, 0, 0, List.of());

  /** A data set and the same ratings as a dense table, 0 where there is none. */
  private record Both(Dataset data, byte[][] dense) {
    RatingMatrix matrix() {
      return data.ratings();
    }
  }

  private static Both random(long seed) {
    var random = new SplittableRandom(seed);
    int users = random.nextInt(20);
    Catalogue catalogue = Catalogues.random(random, random.nextInt(60));
    byte[][] dense = new byte[users][catalogue.size()];
    int[] ids = new int[users];
    int[] starts = new int[users + 1];
    List<Integer> columns = new ArrayList<>();
    List<Byte> values = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      ids[user] = 5 * user + 1 + random.nextInt(5);
      for (int column = 0; column < catalogue.size(); column++) {
        if (random.nextInt(3) == 0) {
          byte rating = (byte) (random.nextInt(4) == 0 ? -1 : 1 + random.nextInt(10));
          dense[user][column] = rating;
          columns.add(column);
          values.add(rating);
        }
      }
      starts[user + 1] = columns.size();
    }
    byte[] bytes = new byte[values.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = values.get(i);
    }
    int[] ints = columns.stream().mapToInt(Integer::intValue).toArray();
    var matrix = new RatingMatrix(ids, starts, ints, bytes, catalogue.size());
    return new Both(new Dataset("set", true, catalogue, matrix, "", NO_REPORT), dense);
  }

  @RepeatedTest(30)
  void theMatrixHoldsWhatTheTableHolds(RepetitionInfo repetition) {
    Both both = random(repetition.getCurrentRepetition());
    RatingMatrix matrix = both.matrix();
    int entries = 0;
    int unrated = 0;
    for (int row = 0; row < both.dense.length; row++) {
      for (int column = 0; column < both.dense[row].length; column++) {
        assertThat(matrix.at(row, column)).isEqualTo(both.dense[row][column]);
        entries += both.dense[row][column] == 0 ? 0 : 1;
        unrated += both.dense[row][column] == -1 ? 1 : 0;
      }
      assertThat(matrix.rowOfId(matrix.idOfRow(row))).isEqualTo(row);
    }
    assertThat(matrix.entryCount()).isEqualTo(entries);
    assertThat(matrix.unratedCount()).isEqualTo(unrated);
    assertThat(matrix.rowOfId(0)).isEqualTo(-1);
    assertThat(matrix.rowOfId(Integer.MAX_VALUE)).isEqualTo(-1);
  }

  @RepeatedTest(30)
  void theTransposeHoldsTheSameTheOtherWayRound(RepetitionInfo repetition) {
    Both both = random(repetition.getCurrentRepetition());
    RatingMatrix transpose = both.matrix().transpose();

    assertThat(transpose).isSameAs(both.matrix().transpose());
    assertThat(transpose.rowCount()).isEqualTo(both.matrix().columnCount());
    assertThat(transpose.columnCount()).isEqualTo(both.matrix().rowCount());
    assertThat(transpose.entryCount()).isEqualTo(both.matrix().entryCount());
    for (int row = 0; row < transpose.rowCount(); row++) {
      assertThat(transpose.idOfRow(row)).isEqualTo(row);
      for (int i = transpose.starts()[row] + 1; i < transpose.starts()[row + 1]; i++) {
        assertThat(transpose.columns()[i]).isGreaterThan(transpose.columns()[i - 1]);
      }
      for (int column = 0; column < transpose.columnCount(); column++) {
        assertThat(transpose.at(row, column)).isEqualTo(both.dense[column][row]);
      }
    }
  }

  @Test
  void arraysThatDoNotFitAreRefused() {
    assertThatThrownBy(
            () -> new RatingMatrix(new int[2], new int[] {0, 1}, new int[1], new byte[1], 3))
        .hasMessage(
            "The rating matrix does not fit together: 2 rows, 2 row starts, 1 columns, 1 ratings.");
    assertThatThrownBy(
            () -> new RatingMatrix(new int[1], new int[] {0, 2}, new int[1], new byte[1], 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new RatingMatrix(new int[1], new int[] {0, 1}, new int[1], new byte[2], 3))
        .isInstanceOf(IllegalArgumentException.class);
    var none = new RatingMatrix(new int[0], new int[1], new int[0], new byte[0], 3);
    assertThatThrownBy(
            () ->
                new Dataset(
                    "x", true, Catalogues.random(new SplittableRandom(1), 2), none, "", NO_REPORT))
        .hasMessage("The ratings speak of 3 titles, the catalogue has 2.");
  }

  private record Rating(int userId, int animeId, int rating) {}

  @RepeatedTest(60)
  void theRatingFilterGivesTheRowsThatFit(RepetitionInfo repetition) throws IOException {
    Both both = random(repetition.getCurrentRepetition());
    var random = new SplittableRandom(repetition.getCurrentRepetition());
    for (int i = 0; i < 20; i++) {
      if (i == 10) {
        // What there is by title is gone by from now on.
        both.matrix().transpose();
      }
      Integer user = random.nextInt(3) == 0 ? (Integer) random.nextInt(90) : null;
      Integer anime = random.nextInt(3) == 0 ? (Integer) random.nextInt(180) : null;
      NumberRange range =
          switch (random.nextInt(5)) {
            case 0 -> NumberRange.equalTo(-1);
            case 1 -> NumberRange.moreThan(random.nextInt(-2, 10));
            case 2 -> NumberRange.lessThan(random.nextInt(-1, 11));
            case 3 -> NumberRange.between(3, 8);
            default -> NumberRange.ANY;
          };
      int offset = random.nextInt(4) == 0 ? random.nextInt(20) : 0;
      Long limit = random.nextInt(4) == 0 ? (Long) random.nextLong(20) : null;
      List<Rating> expected = new ArrayList<>();
      for (int row = 0; row < both.dense.length; row++) {
        for (int column = 0; column < both.dense[row].length; column++) {
          var rating =
              new Rating(
                  both.matrix().idOfRow(row),
                  both.data.catalogue().anime(column).id(),
                  both.dense[row][column]);
          if (rating.rating() != 0
              && (user == null || user == rating.userId())
              && (anime == null || anime == rating.animeId())
              && range.contains(rating.rating())) {
            expected.add(rating);
          }
        }
      }
      int from = Math.min(offset, expected.size());
      int to = limit == null ? expected.size() : (int) Math.min(from + limit, expected.size());
      List<Rating> found = new ArrayList<>();

      new RatingFilter(user, anime, range)
          .forEach(both.data, offset, limit, (u, a, r) -> found.add(new Rating(u, a, r)));

      assertThat(found).isEqualTo(expected.subList(from, to));
    }
  }

  @Test
  void offsetAndLimitOfRatingsMayBeBeyondAnyCount() throws IOException {
    Both both = random(3);
    List<Integer> users = new ArrayList<>();
    RatingFilter.ALL.forEach(both.data, 1L << 40, null, (u, a, r) -> users.add(u));
    assertThat(users).isEmpty();
    RatingFilter.ALL.forEach(both.data, 0, Long.MAX_VALUE, (u, a, r) -> users.add(u));
    assertThat(users).hasSize(both.matrix().entryCount());
    assertThatThrownBy(() -> RatingFilter.ALL.forEach(both.data, -1, null, (u, a, r) -> {}))
        .hasMessage("offset is -1, but must not be negative.");
  }

  @RepeatedTest(20)
  void titleRatingsCountEveryUser(RepetitionInfo repetition) {
    Both both = random(repetition.getCurrentRepetition());
    for (int column = 0; column < both.matrix().columnCount(); column++) {
      int[] counts = new int[10];
      int unrated = 0;
      int rated = 0;
      double sum = 0;
      for (byte[] row : both.dense) {
        if (row[column] > 0) {
          counts[row[column] - 1]++;
          rated++;
          sum += row[column];
        } else if (row[column] < 0) {
          unrated++;
        }
      }
      TitleRatings found = TitleRatings.of(both.data, column);
      assertThat(found.counts()).isEqualTo(counts);
      assertThat(found.unrated()).isEqualTo(unrated);
      assertThat(found.rated()).isEqualTo(rated);
      if (rated == 0) {
        assertThat(found.mean()).isNaN();
      } else {
        assertThat(found.mean()).isCloseTo(sum / rated, within(1e-12));
      }
    }
  }

  @RepeatedTest(20)
  void aUsersTasteIsTheirRow(RepetitionInfo repetition) {
    Both both = random(repetition.getCurrentRepetition());
    for (int row = 0; row < both.dense.length; row++) {
      Taste taste = Taste.ofUser(both.matrix(), row);
      BitSet watched = new BitSet();
      boolean rated = false;
      int n = 0;
      for (int column = 0; column < both.dense[row].length; column++) {
        if (both.dense[row][column] != 0) {
          assertThat(taste.row(n)).isEqualTo(column);
          assertThat(taste.rating(n)).isEqualTo(both.dense[row][column]);
          assertThat(taste.weight(n++)).isEqualTo(1);
          watched.set(column);
          rated |= both.dense[row][column] > 0;
        }
        assertThat(taste.leavesOut(column)).isEqualTo(both.dense[row][column] != 0);
      }
      assertThat(taste.size()).isEqualTo(n);
      assertThat(taste.leaveOut()).isEqualTo(watched);
      assertThat(taste.userRow()).isEqualTo(row);
      assertThat(taste.hasRatings()).isEqualTo(rated);
    }
  }

  @Test
  void aTasteWithoutATitleStillLeavesItOut() {
    int[] rows = {4, 1, 9};
    byte[] ratings = {8, -1, 3};
    Taste taste = Taste.of(rows, ratings);
    rows[0] = 77;
    ratings[0] = 1;

    Taste without = taste.without(1).without(9);

    assertThat(taste.row(0)).as("the taste keeps its own copy").isEqualTo(4);
    assertThat(taste.rating(0)).isEqualTo(8);
    assertThat(taste.userRow()).isEqualTo(-1);
    assertThat(without.size()).isEqualTo(1);
    assertThat(without.row(0)).isEqualTo(4);
    assertThat(without.leaveOut().stream()).containsExactly(1, 4, 9);
    assertThat(without.userRow()).isEqualTo(-1);
    assertThat(without.without(4).hasRatings()).isFalse();
    assertThat(without.without(500).size()).isEqualTo(1);
    taste.leaveOut().clear();
    assertThat(taste.leavesOut(9)).as("what is handed out is a copy").isTrue();
  }
}
