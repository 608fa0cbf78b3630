package osusume.data.io;

import java.util.Arrays;

/**
 * Reads plain rows of {@code rating.csv}, three whole numbers and nothing else, straight from
 * bytes. It judges nothing: at the first row that is written in any other way, or whose numbers are
 * not plainly right, it gives up, and {@link ExactRatings} reads the file.
 *
 * <p>An instance belongs to one thread, which uses its arrays again for each block.
 */
final class PlainRatings {
  /** "1,1,1" and a line break. */
  private static final int SHORTEST_ROW = 6;

  /** So many digits fit an int whatever they are. */
  private static final int SAFE_DIGITS = 9;

  private final int[] anime;
  private final byte[] ratings;
  private final int[] runUsers;
  private final int[] runStarts;

  /**
   * @param mostBytes the longest stretch it will be given
   */
  PlainRatings(int mostBytes) {
    int mostRows = mostBytes / SHORTEST_ROW + 1;
    anime = new int[mostRows];
    ratings = new byte[mostRows];
    runUsers = new int[mostRows];
    runStarts = new int[mostRows + 1];
  }

  /**
   * Reads whole rows.
   *
   * @param end behind the line break of the last row
   * @return null if any row is not plain
   */
  RatingBlock read(byte[] bytes, int start, int end) {
    int rows = 0;
    int runs = 0;
    int currentUser = -1;
    int p = start;
    // The last byte is a line break, which ends every loop below before the end is passed.
    while (p < end) {
      int first = p;
      int user = 0;
      int digit;
      while ((digit = bytes[p] - '0') >= 0 && digit <= 9) {
        user = 10 * user + digit;
        p++;
      }
      if (bytes[p] != ',' || p - first > SAFE_DIGITS || bytes[first] == '0' || p == first) {
        return null;
      }
      first = ++p;
      int title = 0;
      while ((digit = bytes[p] - '0') >= 0 && digit <= 9) {
        title = 10 * title + digit;
        p++;
      }
      if (bytes[p] != ',' || p - first > SAFE_DIGITS || bytes[first] == '0' || p == first) {
        return null;
      }
      p++;
      int rating = bytes[p] - '0';
      if (rating >= 1 && rating <= 9) {
        p++;
        if (rating == 1 && bytes[p] == '0') {
          rating = 10;
          p++;
        }
      } else if (bytes[p] == '-' && bytes[p + 1] == '1') {
        rating = -1;
        p += 2;
      } else {
        return null;
      }
      if (bytes[p] == '\r') {
        p++;
      }
      if (p >= end || bytes[p] != '\n') {
        return null;
      }
      p++;
      if (user != currentUser) {
        currentUser = user;
        runUsers[runs] = user;
        runStarts[runs++] = rows;
      }
      anime[rows] = title;
      ratings[rows++] = (byte) rating;
    }
    runStarts[runs] = rows;
    return new RatingBlock(
        Arrays.copyOf(anime, rows),
        Arrays.copyOf(ratings, rows),
        Arrays.copyOf(runUsers, runs),
        Arrays.copyOf(runStarts, runs + 1),
        null);
  }
}
