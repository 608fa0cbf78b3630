package osusume.data.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import osusume.file.FileTrouble;

/**
 * Who and which title, from a CSV file with the columns {@code user_id} and {@code anime_id}; in
 * any order, and others beside them are passed over. Every row is kept, in the file's order, also
 * one that occurs twice.
 *
 * @param userIds one a row
 * @param animeIds one a row
 */
public record RatingPairs(int[] userIds, int[] animeIds) {
  private static final List<String> COLUMNS = List.of("user_id", "anime_id");

  /**
   * Reads a file; one with a header alone has no pairs.
   *
   * @throws BadInputException if it is not such a file; says the line, column, value and what was
   *     expected
   */
  public static RatingPairs read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw FileTrouble.reading(file, new NoSuchFileException(file.toString()));
    }
    CsvSource source = CsvSource.ofFile(file);
    CsvHeader header = CsvHeader.of(source);
    int[] at = header.positions(COLUMNS);
    int[][] ids = {new int[1024], new int[1024]};
    int rows = 0;
    try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
      in.mark(ByteOrderMark.LONGEST);
      int mark = ByteOrderMark.length(in.readNBytes(ByteOrderMark.LONGEST));
      in.reset();
      in.skipNBytes(mark);
      // Every byte is a character here, so that no byte can fail to decode and each can be shown.
      var text = new InputStreamReader(in, StandardCharsets.ISO_8859_1);
      try (CsvRows csv = CsvRows.over(header.file(), text)) {
        csv.next();
        while (csv.next()) {
          csv.requireFields(header.names().size());
          for (int column = 0; column < ids.length; column++) {
            if (rows == ids[column].length) {
              ids[column] = Arrays.copyOf(ids[column], 2 * rows);
            }
            ids[column][rows] = id(csv, header.file(), COLUMNS.get(column), at[column]);
          }
          rows++;
        }
      }
    }
    return new RatingPairs(Arrays.copyOf(ids[0], rows), Arrays.copyOf(ids[1], rows));
  }

  private static int id(CsvRows csv, String file, String column, int at) throws BadInputException {
    long id = NumberText.whole(csv.field(at));
    if (id < 1 || id > Integer.MAX_VALUE) {
      String shown =
          new String(csv.field(at).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      throw BadInputException.value(
          file, csv.line(), column, shown, "a whole number from 1 to 2147483647");
    }
    return (int) id;
  }

  /** How many rows there are. */
  public int size() {
    return userIds.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RatingPairs that
        && Arrays.equals(userIds, that.userIds)
        && Arrays.equals(animeIds, that.animeIds);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(userIds) + Arrays.hashCode(animeIds);
  }

  @Override
  public String toString() {
    return "RatingPairs[" + size() + "]";
  }
}
