package osusume.evaluate;

import java.util.BitSet;
import osusume.data.Taste;

/** One person's part of a test: what a strategy is told, and the truth it is held against. */
sealed interface Case {
  Condition condition();

  /** The person's id in the whole data set. */
  int userId();

  /** What the strategy is told. */
  Taste taste();

  /**
   * Titles that should stand at the top.
   *
   * @param relevant catalogue rows; not empty
   * @param candidates the catalogue rows that are ranked; hold all of {@code relevant}
   */
  record Ranking(Condition condition, int userId, Taste taste, int[] relevant, BitSet candidates)
      implements Case {}

  /**
   * Titles of which each of the first kind should stand above each of the second.
   *
   * @param top catalogue rows; not empty
   * @param bottom catalogue rows; not empty
   */
  record Order(Condition condition, int userId, Taste taste, int[] top, int[] bottom)
      implements Case {}

  /**
   * Titles of which the rating is known.
   *
   * @param rows catalogue rows; not empty
   * @param ratings the rating of each, 1 to 10
   */
  record Rated(Condition condition, int userId, Taste taste, int[] rows, int[] ratings)
      implements Case {}
}
