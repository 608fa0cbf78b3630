package osusume.nmf;

import java.util.Arrays;
import osusume.data.RatingMatrix;
import osusume.linalg.SparseRows;

/**
 * What is factorised: the ratings above zero, without the users and titles that have none. Training
 * works on this, so that neither unrated entries nor empty rows cost a pass anything.
 *
 * @param byUser one row a user with a rating, columns are the titles with a rating
 * @param byAnime the same compressed by title
 * @param userRows the row of the rating matrix of each user here, ascending
 * @param animeColumns the column of the rating matrix of each title here, ascending
 */
record PositiveRatings(SparseRows byUser, SparseRows byAnime, int[] userRows, int[] animeColumns) {
  static PositiveRatings of(RatingMatrix ratings) {
    int[] starts = ratings.starts();
    int[] columns = ratings.columns();
    byte[] values = ratings.values();
    int[] newColumn = new int[ratings.columnCount()];
    int count = 0;
    for (int e = 0; e < values.length; e++) {
      if (values[e] > 0) {
        newColumn[columns[e]] = 1;
        count++;
      }
    }
    int animeCount = Arrays.stream(newColumn).sum();
    int[] animeColumns = new int[animeCount];
    for (int column = 0, next = 0; column < newColumn.length; column++) {
      if (newColumn[column] == 1) {
        animeColumns[next] = column;
        newColumn[column] = next++;
      }
    }
    int[] userRows = new int[ratings.rowCount()];
    int[] newStarts = new int[ratings.rowCount() + 1];
    int[] newColumns = new int[count];
    byte[] weights = new byte[count];
    int users = 0;
    int entries = 0;
    for (int row = 0; row < ratings.rowCount(); row++) {
      int before = entries;
      for (int e = starts[row]; e < starts[row + 1]; e++) {
        if (values[e] > 0) {
          newColumns[entries] = newColumn[columns[e]];
          weights[entries++] = values[e];
        }
      }
      if (entries > before) {
        userRows[users++] = row;
        newStarts[users] = entries;
      }
    }
    var byUser =
        new SparseRows(animeCount, Arrays.copyOf(newStarts, users + 1), newColumns, weights);
    return new PositiveRatings(
        byUser, byUser.transpose(), Arrays.copyOf(userRows, users), animeColumns);
  }

  int userCount() {
    return userRows.length;
  }

  int animeCount() {
    return animeColumns.length;
  }
}
