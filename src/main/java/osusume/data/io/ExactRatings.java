package osusume.data.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import osusume.data.ImportReport.Cause;
import osusume.data.RatingMatrix;
import osusume.progress.Progress;

/**
 * Reads any {@code rating.csv} that is right, whatever the order of its columns and however its
 * fields are written, and words what is wrong with one that is not. Slower than {@link
 * PlainRatings}, with the same result.
 */
final class ExactRatings {
  private static final int ROWS_IN_BLOCK = 1 << 16;
  private static final int ROWS_BETWEEN_CHECKS = 4096;
  private static final String ID = "a whole number from 1 to 2147483647";
  private static final String RATING = "-1 (watched, not rated) or a whole number from 1 to 10";

  private final CsvHeader header;
  private final List<RatingBlock> blocks = new ArrayList<>();
  private final Findings findings;
  private final int[] anime = new int[ROWS_IN_BLOCK];
  private final byte[] ratings = new byte[ROWS_IN_BLOCK];
  private final int[] lines = new int[ROWS_IN_BLOCK];
  private final int[] runUsers = new int[ROWS_IN_BLOCK];
  private final int[] runStarts = new int[ROWS_IN_BLOCK + 1];
  private int rows;
  private int runs;
  private long allRows;

  private ExactRatings(CsvHeader header) {
    this.header = header;
    this.findings = new Findings(header.file());
  }

  /**
   * Reads all rows.
   *
   * @param digest has taken in {@code anime.csv}; takes in this file's bytes
   * @throws BadInputException if the file is not as Kaggle's is
   */
  static RatingRows read(
      CsvSource source, CsvHeader header, MessageDigest digest, Progress progress)
      throws IOException {
    var exact = new ExactRatings(header);
    try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
      var digested = new DigestedStream(in, digest);
      digested.skipByteOrderMark();
      // A CSV reader ends only where its stream does, so every byte passes the digest.
      exact.readAll(source, digested, progress);
    }
    return new RatingRows(exact.blocks, exact.findings, digest.digest());
  }

  private void readAll(CsvSource source, DigestedStream in, Progress progress) throws IOException {
    int[] at = header.positions(CsvHeader.RATING);
    // Every byte is a character here, so that no byte can fail to decode and each can be shown.
    var text = new InputStreamReader(in, StandardCharsets.ISO_8859_1);
    try (CsvRows csv = CsvRows.over(header.file(), text)) {
      csv.next();
      while (csv.next()) {
        if (allRows % ROWS_BETWEEN_CHECKS == 0) {
          progress.check();
          RatingProgress.report(progress, source, in.count(), allRows);
        }
        if (allRows >= RatingRows.MOST_ROWS) {
          throw RatingRows.tooMany(header.file());
        }
        csv.requireFields(header.names().size());
        addRow(csv, at);
      }
    }
    endBlock();
    if (allRows == 0) {
      throw new BadInputException(
          header.file() + " holds a header, but no ratings below it. Get the file again.");
    }
  }

  private void addRow(CsvRows csv, int[] at) throws BadInputException {
    int user = id(csv, "user_id", csv.field(at[0]));
    int title = id(csv, "anime_id", csv.field(at[1]));
    byte rating = rating(csv, csv.field(at[2]));
    if (rows == ROWS_IN_BLOCK) {
      endBlock();
    }
    if (runs == 0 || runUsers[runs - 1] != user) {
      runUsers[runs] = user;
      runStarts[runs++] = rows;
    }
    anime[rows] = title;
    ratings[rows] = rating;
    lines[rows++] = (int) Math.min(csv.line(), Integer.MAX_VALUE);
    allRows++;
  }

  private void endBlock() {
    runStarts[runs] = rows;
    blocks.add(
        new RatingBlock(
            Arrays.copyOf(anime, rows),
            Arrays.copyOf(ratings, rows),
            Arrays.copyOf(runUsers, runs),
            Arrays.copyOf(runStarts, runs + 1),
            Arrays.copyOf(lines, rows)));
    rows = 0;
    runs = 0;
  }

  private int id(CsvRows csv, String column, String text) throws BadInputException {
    long id = NumberText.whole(text);
    if (id < 1 || id > Integer.MAX_VALUE) {
      throw refused(csv, column, text, ID);
    }
    return (int) id;
  }

  private byte rating(CsvRows csv, String text) throws BadInputException {
    if (text.isBlank()) {
      findings.add(Cause.MISSING_RATING, csv.line());
      return RatingMatrix.UNRATED;
    }
    long rating = NumberText.whole(text);
    if (rating != RatingMatrix.UNRATED && (rating < 1 || rating > 10)) {
      throw refused(csv, "rating", text, RATING);
    }
    return (byte) rating;
  }

  private BadInputException refused(CsvRows csv, String column, String text, String expected) {
    String shown = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return BadInputException.value(header.file(), csv.line(), column, shown, expected);
  }
}
