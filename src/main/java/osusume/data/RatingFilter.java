package osusume.data;

import java.io.IOException;

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

  private static final int HIGHEST = 10;

  /** Takes rows of the ratings, one after the other. */
  @FunctionalInterface
  public interface RowConsumer {
    /**
     * @param userId Kaggle's user id
     * @param animeId MyAnimeList id
     * @param rating 1 to 10; −1: watched, not rated
     */
    void accept(int userId, int animeId, int rating) throws IOException;
  }

  /**
   * Hands over the rows that fit, by user id and then in the catalogue's order, without keeping
   * them.
   *
   * @param offset how many of what fits to pass over
   * @param limit how many at the most; null: all
   * @throws IOException if the consumer throws it
   * @throws IllegalArgumentException if one of the numbers is negative
   */
  public void forEach(Dataset data, long offset, Long limit, RowConsumer consumer)
      throws IOException {
    AnimeQuery.requireStretch(offset, limit);
    RatingMatrix ratings = data.ratings();
    int column = animeId == null ? -1 : data.catalogue().rowOfId(animeId);
    int first = userId == null ? 0 : ratings.rowOfId(userId);
    int end = userId == null ? ratings.rowCount() : first + 1;
    if (first < 0 || (animeId != null && column < 0)) {
      return;
    }
    Stretch stretch = new Stretch(data, fitting(), offset, limit, consumer);
    if (column < 0) {
      stretch.users(first, end);
    } else if (userId == null && ratings.transposed().isPresent()) {
      stretch.title(ratings.transposed().get(), column);
    } else {
      stretch.title(first, end, column);
    }
  }

  /** Whether each rating is wanted, from −1 on. */
  private boolean[] fitting() {
    boolean[] fits = new boolean[HIGHEST - RatingMatrix.UNRATED + 1];
    for (int i = 0; i < fits.length; i++) {
      fits[i] = rating.contains(i + RatingMatrix.UNRATED);
    }
    return fits;
  }

  /** Passes over the first rows that fit, and hands over the next. */
  private static final class Stretch {
    private final Catalogue catalogue;
    private final RatingMatrix ratings;
    private final boolean[] fits;
    private final RowConsumer consumer;
    private long toSkip;
    private long toGive;

    Stretch(Dataset data, boolean[] fits, long offset, Long limit, RowConsumer consumer) {
      this.catalogue = data.catalogue();
      this.ratings = data.ratings();
      this.fits = fits;
      this.consumer = consumer;
      this.toSkip = offset;
      this.toGive = limit == null ? Long.MAX_VALUE : limit;
    }

    /** All titles of some users. */
    void users(int first, int end) throws IOException {
      int[] starts = ratings.starts();
      int[] columns = ratings.columns();
      byte[] values = ratings.values();
      for (int row = passedOver(first, end); row < end && toGive > 0; row++) {
        int user = ratings.idOfRow(row);
        for (int e = starts[row]; e < starts[row + 1]; e++) {
          if (fits[values[e] - RatingMatrix.UNRATED]) {
            give(user, columns[e], values[e]);
          }
        }
      }
    }

    /** The first user of whom not all that fits is passed over. */
    private int passedOver(int first, int end) {
      int row = first;
      while (row < end && toSkip > 0) {
        long fitting = countOf(row);
        if (fitting > toSkip) {
          return row;
        }
        toSkip -= fitting;
        row++;
      }
      return row;
    }

    private int countOf(int row) {
      byte[] values = ratings.values();
      int count = 0;
      for (int e = ratings.starts()[row]; e < ratings.starts()[row + 1]; e++) {
        count += fits[values[e] - RatingMatrix.UNRATED] ? 1 : 0;
      }
      return count;
    }

    /** One title of all users. */
    void title(RatingMatrix byTitle, int column) throws IOException {
      int end = byTitle.starts()[column + 1];
      for (int e = byTitle.starts()[column]; e < end && toGive > 0; e++) {
        byte value = byTitle.values()[e];
        if (fits[value - RatingMatrix.UNRATED]) {
          give(ratings.idOfRow(byTitle.columns()[e]), column, value);
        }
      }
    }

    /** One title of some users. */
    void title(int first, int end, int column) throws IOException {
      for (int row = first; row < end && toGive > 0; row++) {
        byte value = ratings.at(row, column);
        if (value != 0 && fits[value - RatingMatrix.UNRATED]) {
          give(ratings.idOfRow(row), column, value);
        }
      }
    }

    private void give(int user, int column, int value) throws IOException {
      if (toSkip > 0) {
        toSkip--;
      } else if (toGive > 0) {
        toGive--;
        consumer.accept(user, catalogue.idOfRow(column), value);
      }
    }
  }
}
