package osusume.evaluate;

import java.util.stream.IntStream;
import osusume.data.RatingMatrix;

/** Questions about the rows of a rating matrix that all splits ask. */
final class RatedRows {
  /** Users with no more ratings than this are not tested. */
  static final int MORE_THAN = 20;

  private RatedRows() {}

  /** The rows with more than {@value #MORE_THAN} ratings. */
  static int[] testable(RatingMatrix ratings) {
    return IntStream.range(0, ratings.rowCount())
        .filter(row -> entries(ratings, row).length > MORE_THAN)
        .toArray();
  }

  /** The entries of a row that are rated. */
  static int[] entries(RatingMatrix ratings, int row) {
    return IntStream.range(ratings.starts()[row], ratings.starts()[row + 1])
        .filter(e -> ratings.values()[e] > 0)
        .toArray();
  }

  /** The entries of a row that are rated no lower than the row's mean rating. */
  static int[] liked(RatingMatrix ratings, int row) {
    int[] rated = entries(ratings, row);
    double sum = IntStream.of(rated).mapToDouble(e -> ratings.values()[e]).sum();
    return IntStream.of(rated)
        .filter(e -> (double) ratings.values()[e] * rated.length >= sum)
        .toArray();
  }

  /** The catalogue rows of entries. */
  static int[] columns(RatingMatrix ratings, int[] entries) {
    return IntStream.of(entries).map(e -> ratings.columns()[e]).toArray();
  }
}
