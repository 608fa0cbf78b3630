package osusume.data.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import osusume.data.Anime;
import osusume.progress.Progress;
import tech.tablesaw.api.IntColumn;

/**
 * Reads {@code anime.csv} into typed columns as it stands: nothing is cleaned, what is missing is a
 * missing cell, and what is neither missing nor of its column's type is refused.
 */
final class TitleReader {
  private static final int ROWS_BETWEEN_CHECKS = 2048;
  private static final String ID = "a whole number from 1 to 2147483647";
  private static final String EPISODES = "a whole number from 0, or Unknown";
  private static final String RATING = "a number from 1 to 10, or nothing";
  private static final String MEMBERS = "a whole number from 0 to 2147483647";

  private final String file;
  private final TitleColumns columns = TitleColumns.empty();
  private CsvRows rows;

  private TitleReader(String file) {
    this.file = file;
  }

  /**
   * @param bytes the whole file
   * @throws BadInputException if it is not as Kaggle's file is
   */
  static TitleColumns read(CsvHeader header, byte[] bytes, Progress progress) throws IOException {
    var reader = new TitleReader(header.file());
    reader.readAll(header, utf8(header.file(), bytes), progress);
    return reader.columns;
  }

  private void readAll(CsvHeader header, String text, Progress progress) throws IOException {
    int[] at = header.positions(CsvHeader.ANIME);
    try (CsvRows opened = CsvRows.over(file, text)) {
      rows = opened;
      rows.next();
      while (rows.next()) {
        if (columns.size() % ROWS_BETWEEN_CHECKS == 0) {
          progress.check();
        }
        rows.requireFields(header.names().size());
        addRow(at);
      }
    }
    if (columns.size() == 0) {
      throw new BadInputException(
          file + " holds a header, but no titles below it. Get the file again.");
    }
  }

  private void addRow(int[] at) throws BadInputException {
    columns.lines().append((int) rows.line());
    columns.ids().append(whole("anime_id", rows.field(at[0]), 1, ID));
    String name = rows.field(at[1]);
    if (name.isBlank()) {
      throw BadInputException.value(file, rows.line(), "name", name, "the title's name");
    }
    columns.names().append(name);
    columns.genres().append(rows.field(at[2]).strip());
    columns.types().append(rows.field(at[3]).strip());
    String episodes = rows.field(at[4]);
    boolean unknown = episodes.strip().equalsIgnoreCase(Anime.UNKNOWN);
    append(columns.episodes(), "episodes", unknown ? "" : episodes, EPISODES);
    appendRating(rows.field(at[5]));
    append(columns.members(), "members", rows.field(at[6]), MEMBERS);
  }

  private void append(IntColumn column, String name, String text, String expected)
      throws BadInputException {
    if (text.isBlank()) {
      column.appendMissing();
    } else {
      column.append(whole(name, text, 0, expected));
    }
  }

  private void appendRating(String text) throws BadInputException {
    if (text.isBlank()) {
      columns.ratings().appendMissing();
      return;
    }
    double rating = NumberText.decimal(text);
    if (!(rating >= 1 && rating <= 10)) {
      throw BadInputException.value(file, rows.line(), "rating", text, RATING);
    }
    columns.ratings().append(rating);
  }

  private int whole(String column, String text, int least, String expected)
      throws BadInputException {
    long number = NumberText.whole(text);
    if (number < least || number > Integer.MAX_VALUE) {
      throw BadInputException.value(file, rows.line(), column, text, expected);
    }
    return (int) number;
  }

  /** The text, or the line of the first byte that is not UTF-8: names must not be guessed. */
  private static String utf8(String file, byte[] bytes) throws BadInputException {
    int from = ByteOrderMark.length(bytes);
    var in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    var out = CharBuffer.allocate(bytes.length - from);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    if (result.isError()) {
      throw new BadInputException(
          "%s, line %d: the byte 0x%02X is not UTF-8. Save the file as UTF-8, or get it again."
              .formatted(file, lineOf(bytes, in.position()), bytes[in.position()] & 0xFF));
    }
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new BadInputException(
            "%s, line %d: found a zero byte, so this is no text. Get the file again."
                .formatted(file, lineOf(bytes, i)));
      }
    }
    return out.flip().toString();
  }

  private static long lineOf(byte[] bytes, int position) {
    long line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
