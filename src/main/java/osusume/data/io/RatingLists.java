package osusume.data.io;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.file.FileTrouble;

/**
 * The lists of people outside a data set, from a CSV file with the columns of {@code rating.csv}.
 *
 * @param people in the order in which they first appear
 * @param unknownTitles entries that were passed over because the catalogue lacks their title
 */
public record RatingLists(List<Person> people, int unknownTitles) {
  private static final List<String> COLUMNS = List.of("user_id", "anime_id", "rating");

  public RatingLists {
    people = List.copyOf(people);
  }

  /** One person and their taste. */
  public record Person(int userId, Taste taste) {}

  /**
   * Reads a file; of an entry that occurs twice the last is kept.
   *
   * @throws BadInputException if it is not such a file; says the line, column, value and what was
   *     expected
   */
  public static RatingLists read(Path file, Catalogue catalogue) throws IOException {
    Map<Integer, Map<Integer, Integer>> lists = new LinkedHashMap<>();
    int unknown = 0;
    try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord line : records) {
        checkColumns(file, line);
        int user = number(file, line, "user_id", 0, Integer.MAX_VALUE);
        int anime = number(file, line, "anime_id", 0, Integer.MAX_VALUE);
        String given = line.getField("rating").strip();
        int rating = given.isEmpty() ? -1 : number(file, line, "rating", -1, 10);
        if (rating == 0) {
          throw bad(file, line, "rating", "−1 or 1 to 10");
        }
        int row = catalogue.rowOfId(anime);
        Map<Integer, Integer> list = lists.computeIfAbsent(user, u -> new LinkedHashMap<>());
        if (row < 0) {
          unknown++;
        } else {
          list.put(row, rating);
        }
      }
    } catch (IOException e) {
      throw e instanceof BadInputException ? e : FileTrouble.reading(file, e);
    }
    return new RatingLists(
        lists.entrySet().stream().map(e -> new Person(e.getKey(), taste(e.getValue()))).toList(),
        unknown);
  }

  private static void checkColumns(Path file, NamedCsvRecord line) throws BadInputException {
    for (String column : COLUMNS) {
      if (line.findField(column).isEmpty()) {
        throw new BadInputException(
            "%s, line %d: there is no column \"%s\"; expected are %s, found were %s."
                .formatted(
                    file,
                    line.getStartingLineNumber(),
                    column,
                    String.join(",", COLUMNS),
                    String.join(",", line.getHeader())));
      }
    }
  }

  private static int number(Path file, NamedCsvRecord line, String column, int low, int high)
      throws BadInputException {
    try {
      int value = Integer.parseInt(line.getField(column).strip());
      if (value >= low && value <= high) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Worded below like a number that is out of range.
    }
    throw bad(file, line, column, low == -1 ? "−1 or 1 to 10" : "a whole number from 0 to " + high);
  }

  private static BadInputException bad(
      Path file, NamedCsvRecord line, String column, String expected) {
    return new BadInputException(
        "%s, line %d: %s is \"%s\"; expected is %s."
            .formatted(
                file, line.getStartingLineNumber(), column, line.getField(column), expected));
  }

  private static Taste taste(Map<Integer, Integer> list) {
    int[] rows = new int[list.size()];
    byte[] ratings = new byte[list.size()];
    int n = 0;
    for (Map.Entry<Integer, Integer> entry : list.entrySet()) {
      rows[n] = entry.getKey();
      ratings[n++] = entry.getValue().byteValue();
    }
    return Taste.of(rows, ratings);
  }
}
