package osusume.mylist;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import osusume.file.AtomicFile;
import osusume.file.FileTrouble;

/**
 * Copies of the journal: one before the first change of each day, and one before everything that
 * changes much at once. The last ones are kept, and of those before them one a month, so that a
 * list which was lost is not soon rotated out by what came after it.
 */
final class ListBackups {
  private static final int KEPT = 20;
  private static final int MONTHS_KEPT = 24;
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

  /** A sentence, after a blank, that offers the latest backup; empty if there is none. */
  String offer() {
    try {
      List<ListBackup> all = all();
      return all.isEmpty()
          ? ""
          : (" There are backups of it, the latest of %s. Restore that, and your list is as it was"
                  + " then.")
              .formatted(LocalMoment.text(all.getFirst().taken()));
    } catch (IOException e) {
      // Told when a backup is due.
      return "";
    }
  }

  /**
   * Keeps what the journal holds before a change, where that is due.
   *
   * @param onTrouble is told of old backups that can't be deleted, which costs nobody anything
   * @throws IOException if no backup could be made; worded for a person
   */
  void before(ListChange change, Journal journal, Consumer<IOException> onTrouble)
      throws IOException {
    List<ListBackup> all = all();
    // Any of that day, not the latest: a clock that was set back must not bring one a change.
    boolean newDay = all.stream().noneMatch(old -> day(old.taken()).equals(day(change.at())));
    boolean much =
        change.kind() == ListChange.Kind.IMPORT || change.kind() == ListChange.Kind.RESTORE;
    if (newDay || much) {
      journal.copyTo(fileOf(change.at(), START));
      try {
        AtomicFile.deleteLeftovers(folder);
        deleteOld(all);
      } catch (IOException e) {
        onTrouble.accept(
            new IOException(
                "The new backup of your list is there, but old ones could not be deleted. "
                    + FileTrouble.writing(folder, e).getMessage(),
                e));
      }
    }
  }

  /**
   * @param all the backups there were before the last one was made
   */
  private static void deleteOld(List<ListBackup> all) throws IOException {
    Set<YearMonth> months = new HashSet<>();
    for (ListBackup old : all.subList(Math.min(all.size(), KEPT - 1), all.size())) {
      YearMonth month = YearMonth.from(day(old.taken()));
      if (months.size() == MONTHS_KEPT || !months.add(month)) {
        Files.deleteIfExists(old.file());
      }
    }
  }

  private static LocalDate day(Instant time) {
    return time.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** A file that is not there yet: of two copies in the same instant both stay. */
  private Path fileOf(Instant time, String start) {
    Instant free = time;
    Path file = folder.resolve(start + NAME.format(free) + END);
    while (Files.exists(file)) {
      free = free.plusMillis(1);
      file = folder.resolve(start + NAME.format(free) + END);
    }
    return file;
  }

  /** Keeps a damaged journal for whoever wants to look into it. */
  Path asideOf(Journal journal, Instant now) throws IOException {
    Path aside = fileOf(now, "damaged-");
    journal.copyTo(aside);
    return aside;
  }
}
