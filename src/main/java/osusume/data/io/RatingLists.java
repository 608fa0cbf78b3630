package osusume.data.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import osusume.data.Catalogue;
import osusume.data.ImportReport.Cause;
import osusume.data.ImportReport.Finding;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.file.FileTrouble;
import osusume.progress.Progress;

/**
 * The lists of people outside a data set, from a CSV file with the columns of {@code rating.csv};
 * read by the same rules.
 *
 * @param people by ascending id; somebody none of whose titles is known has an empty taste
 * @param unknownTitles entries that were passed over because the catalogue lacks their title
 */
public record RatingLists(List<Person> people, int unknownTitles) {
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
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder. Choose a CSV file.");
    }
    if (!Files.exists(file)) {
      throw FileTrouble.reading(file, new NoSuchFileException(file.toString()));
    }
    CsvSource source = CsvSource.ofFile(file);
    RatingRows rows =
        ExactRatings.read(source, CsvHeader.of(source), KaggleImport.sha256(), Progress.NONE);
    int[] ids =
        rows.blocks().stream()
            .flatMapToInt(block -> IntStream.of(block.runUsers()))
            .sorted()
            .distinct()
            .toArray();
    RatingMatrix kept =
        RatingAssembly.assemble(rows.blocks(), catalogue, rows.missing(), 1, Progress.NONE);
    int unknown =
        rows.missing().list().stream()
            .filter(finding -> finding.cause() == Cause.UNKNOWN_ANIME)
            .mapToInt(Finding::count)
            .sum();
    return new RatingLists(
        IntStream.of(ids).mapToObj(id -> new Person(id, taste(kept, id))).toList(), unknown);
  }

  private static Taste taste(RatingMatrix lists, int id) {
    int row = lists.rowOfId(id);
    return row < 0 ? Taste.of(new int[0], new byte[0]) : Taste.ofOutsider(lists, row);
  }
}
