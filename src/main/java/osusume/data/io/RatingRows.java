package osusume.data.io;

import java.util.List;

/**
 * All rows of {@code rating.csv} in the file's order, checked but not yet put together.
 *
 * @param blocks the rows; may be emptied by whoever puts them together, to free memory early
 * @param missing rows without a rating
 * @param fingerprint SHA-256 of both files' bytes
 */
record RatingRows(List<RatingBlock> blocks, Findings missing, byte[] fingerprint) {
  /** While they are put together, a row takes some 12 bytes of the heap. */
  private static final int BYTES_A_ROW = 16;

  /** More than this is no list of ratings, or more than the heap holds. */
  static final int MOST_ROWS =
      (int) Math.min(100_000_000, Runtime.getRuntime().maxMemory() / BYTES_A_ROW);

  static BadInputException tooMany(String file) {
    return new BadInputException(
        "%s holds more than %d million rows, more than Osusume can keep. Kaggle's file has 7.8 million."
            .formatted(file, MOST_ROWS / 1_000_000));
  }
}
