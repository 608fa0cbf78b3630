package osusume.mylist;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import osusume.file.FileTrouble;

/**
 * Copies of the journal: one before the first change of each day, and one before everything that
 * changes much at once. The oldest go.
 */
final class ListBackups {
  private static final int KEPT = 20;
  private static final String START = "list-";
  private static final String END = ".journal";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;

  ListBackups(Path folder) {
    this.folder = folder;
  }

  /** The latest first. */
  List<ListBackup> all() throws IOException {
    List<ListBackup> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, START + "*" + END)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        try {
          String time = name.substring(START.length(), name.length() - END.length());
          found.add(new ListBackup(file, NAME.parse(time, Instant::from)));
        } catch (DateTimeException e) {
          // Somebody else's file; it is left alone.
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw FileTrouble.reading(folder, e);
    }
    found.sort(Comparator.comparing(ListBackup::taken).reversed());
    return found;
  }

  /** Keeps what the journal holds before a change, where that is due. */
  void before(ListChange change, Journal journal) throws IOException {
    List<ListBackup> all = all();
    boolean newDay = all.isEmpty() || !day(all.getFirst().taken()).equals(day(change.at()));
    boolean much =
        change.kind() == ListChange.Kind.IMPORT || change.kind() == ListChange.Kind.RESTORE;
    if (newDay || much) {
      journal.copyTo(fileOf(change.at(), START));
      for (ListBackup old : all.subList(Math.min(all.size(), KEPT - 1), all.size())) {
        Files.deleteIfExists(old.file());
      }
    }
  }

  private static Object day(Instant time) {
    return time.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private Path fileOf(Instant time, String start) {
    return folder.resolve(start + NAME.format(time) + END);
  }

  /** Keeps a damaged journal for whoever wants to look into it. */
  Path asideOf(Journal journal, Instant now) throws IOException {
    Path aside = fileOf(now, "damaged-");
    journal.copyTo(aside);
    return aside;
  }
}
