package osusume.data.io;

/**
 * A stretch of rows of {@code rating.csv} in the file's order. Rows of the same user one after
 * another make a run, so that the user is kept once a run: the real file is sorted by user.
 *
 * @param anime the MyAnimeList id of each row
 * @param ratings the rating of each row: 1 to 10, or −1
 * @param runUsers the user id of each run
 * @param runStarts the row at which each run starts; one longer than {@code runUsers}
 * @param lines the line of each row; null where every row stands on the line after the one before
 *     it, the very first of the file on line 2
 */
record RatingBlock(int[] anime, byte[] ratings, int[] runUsers, int[] runStarts, int[] lines) {
  /**
   * The line on which a row stands.
   *
   * @param firstLine the line of the block's first row, where every row has a line of its own
   */
  long line(int row, long firstLine) {
    return lines == null ? firstLine + row : lines[row];
  }

  int size() {
    return anime.length;
  }
}
