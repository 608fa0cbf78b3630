package osusume.mylist.io;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import osusume.data.io.BadInputException;
import osusume.mylist.ImportedList;
import osusume.mylist.ListEntry;
import osusume.mylist.ListOrigin;
import osusume.mylist.TitleKey;
import osusume.progress.Progress;

/** The entries of a file as they come up, each title once. */
final class Entries {
  private static final int MOST = 100_000;
  private static final int STEP = 1000;

  private final String file;
  private final Progress progress;
  private final Instant now;
  private final Map<TitleKey, Place> byTitle = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private int repeats;

  private record Place(ListEntry entry, long line) {}

  /**
   * @param now when the file is read
   */
  Entries(String file, Instant now, Progress progress) {
    this.file = file;
    this.now = now;
    this.progress = progress;
  }

  /**
   * Adds an entry. Its times count as now if they lie in the future: it would win against
   * everything that is said until then.
   *
   * @param line where it starts
   * @throws BadInputException if the file says something else of its title already, or has too many
   */
  void add(ListEntry read, long line) throws BadInputException {
    ListEntry entry =
        read.but().rated(atMostNow(read.rated())).changed(atMostNow(read.changed())).build();
    Place first = byTitle.putIfAbsent(entry.key(), new Place(entry, line));
    if (first != null) {
      if (!first.entry().equals(entry)) {
        throw new BadInputException(
            "%s has %s (%s) twice, and says different things of it in line %d and in line %d. Delete one of the two, or export the list again."
                .formatted(
                    file,
                    BadInputException.quoted(entry.title()),
                    entry.key(),
                    first.line(),
                    line));
      }
      repeats++;
    }
    if (byTitle.size() > MOST) {
      throw new BadInputException(
          "%s holds more than %,d titles, and there are not so many anime. Choose another file."
              .formatted(file, MOST));
    }
    if (byTitle.size() % STEP == 0) {
      progress.check();
    }
  }

  private Instant atMostNow(Instant told) {
    return told != null && told.isAfter(now) ? now : told;
  }

  /** Keeps a sentence for the person. */
  void note(String sentence) {
    notes.add(sentence);
  }

  ImportedList list(ListOrigin origin, Instant exportedAt) {
    if (repeats > 0) {
      notes.add(
          repeats == 1
              ? "One entry occurs twice, word for word; it is counted once."
              : "%,d entries are repeated word for word; each is counted once.".formatted(repeats));
    }
    if (byTitle.isEmpty()) {
      notes.add("The list is empty.");
    }
    return new ImportedList(
        file, origin, exportedAt, byTitle.values().stream().map(Place::entry).toList(), notes);
  }
}
