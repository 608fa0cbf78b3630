package osusume.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The first line of a CSV file: which column stands where. Names are compared without regard to
 * case and surrounding spaces; columns may stand in any order, and others beside them are passed
 * over.
 *
 * @param file what the file is called in sentences
 * @param names the column names, lower case, in the file's order
 */
record CsvHeader(String file, List<String> names) {
  static final List<String> ANIME =
      List.of("anime_id", "name", "genre", "type", "episodes", "rating", "members");
  static final List<String> RATING = List.of("user_id", "anime_id", "rating");

  private static final int MOST_BYTES = 1 << 16;

  /**
   * Reads the header.
   *
   * @throws BadInputException if the file is empty or no text
   */
  static CsvHeader of(CsvSource source) throws IOException {
    byte[] start;
    try (InputStream in = source.open()) {
      start = in.readNBytes(MOST_BYTES);
    }
    refuseOtherThanText(source.name(), start);
    int from = ByteOrderMark.length(start);
    String text = new String(start, from, start.length - from, StandardCharsets.UTF_8);
    try (CsvRows rows = CsvRows.over(source.name(), text)) {
      if (!rows.next()) {
        throw new BadInputException(source.name() + " is empty. Get the file again.");
      }
      List<String> names = new ArrayList<>();
      for (int i = 0; i < rows.fieldCount(); i++) {
        names.add(rows.field(i).strip().toLowerCase(Locale.ROOT));
      }
      return new CsvHeader(source.name(), names);
    }
  }

  private static void refuseOtherThanText(String file, byte[] start) throws BadInputException {
    if (start.length == 0) {
      throw new BadInputException(file + " is empty. Get the file again.");
    }
    if (ByteOrderMark.utf16(start)) {
      throw new BadInputException(
          file + ", line 1: the text is UTF-16, but expected UTF-8. Save the file as UTF-8.");
    }
    for (byte b : start) {
      if (b == 0) {
        throw new BadInputException(
            file + " is not a CSV file: it holds binary data. Choose Kaggle's CSV file.");
      }
    }
  }

  /** Whether this is the header of {@code rating.csv}, even if a column is missing or renamed. */
  boolean looksLikeRatings() {
    return names.contains("user_id")
        || (!looksLikeTitles() && file.toLowerCase(Locale.ROOT).contains("rating"));
  }

  /** Whether this is the header of {@code anime.csv}, even if a column is missing or renamed. */
  boolean looksLikeTitles() {
    List<String> own = List.of("name", "genre", "type", "episodes", "members");
    return !names.contains("user_id")
        && (own.stream().anyMatch(names::contains)
            || file.toLowerCase(Locale.ROOT).contains("anime.csv"));
  }

  /**
   * Where each of the columns stands.
   *
   * @throws BadInputException if one is missing or stands there twice
   */
  int[] positions(List<String> columns) throws BadInputException {
    refuseOtherSeparator(columns);
    int[] positions = new int[columns.size()];
    for (int i = 0; i < positions.length; i++) {
      String column = columns.get(i);
      positions[i] = names.indexOf(column);
      if (positions[i] < 0) {
        throw new BadInputException(
            "%s, line 1: the column %s is missing. The header found is %s, but expected %s."
                .formatted(file, column, shown(), String.join(",", columns)));
      }
      if (names.lastIndexOf(column) != positions[i]) {
        throw new BadInputException(
            "%s, line 1: the column %s occurs twice. The header found is %s, but expected %s."
                .formatted(file, column, shown(), String.join(",", columns)));
      }
    }
    return positions;
  }

  /**
   * @throws BadInputException if the columns seem to be divided by something else than commas
   */
  void refuseOtherSeparator(List<String> columns) throws BadInputException {
    for (String separator : List.of(";", "\t", "|")) {
      long found =
          Arrays.stream(String.join(",", names).split(Pattern.quote(separator)))
              .map(String::strip)
              .filter(columns::contains)
              .count();
      if (found >= 2) {
        throw new BadInputException(
            "%s, line 1: the file looks separated by %s, but expected commas. The header found is %s. Save the file with commas."
                .formatted(file, separator.equals("\t") ? "tabs" : "'" + separator + "'", shown()));
      }
    }
  }

  String shown() {
    return BadInputException.quoted(String.join(",", names));
  }
}
