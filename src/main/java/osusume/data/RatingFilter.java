package osusume.data;

import java.util.function.Consumer;

/**
 * Which rows of the ratings are wanted; every part must match. −1 (watched, not rated) is a number
 * like any other.
 *
 * @param userId this user only; null: any
 * @param animeId this title only; null: any
 * @param rating which ratings
 */
public record RatingFilter(Integer userId, Integer animeId, NumberRange rating) {
  /** Wants every rating. */
  public static final RatingFilter ALL = new RatingFilter(null, null, NumberRange.ANY);

  /**
   * Hands over the rows that fit, by user id and then in the catalogue's order, without keeping
   * them.
   *
   * @param offset how many of what fits to pass over
   * @param limit how many at the most; null: all
   */
  public void forEach(Dataset data, int offset, Integer limit, Consumer<Rating> consumer) {
    RatingMatrix ratings = data.ratings();
    int onlyColumn = animeId == null ? -1 : data.catalogue().rowOfId(animeId);
    int firstRow = userId == null ? 0 : ratings.rowOfId(userId);
    int endRow = userId == null ? ratings.rowCount() : firstRow + 1;
    if (firstRow < 0 || (animeId != null && onlyColumn < 0)) {
      return;
    }
    long toSkip = offset;
    long toGive = limit == null ? Long.MAX_VALUE : limit;
    for (int row = firstRow; row < endRow; row++) {
      for (int i = ratings.starts()[row]; i < ratings.starts()[row + 1]; i++) {
        if (toGive == 0) {
          return;
        }
        int column = ratings.columns()[i];
        if ((onlyColumn >= 0 && column != onlyColumn) || !rating.contains(ratings.values()[i])) {
          continue;
        }
        if (toSkip > 0) {
          toSkip--;
          continue;
        }
        toGive--;
        int anime = data.catalogue().anime(column).id();
        consumer.accept(new Rating(ratings.idOfRow(row), anime, ratings.values()[i]));
      }
    }
  }
}
