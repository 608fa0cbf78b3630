package osusume.mylist;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A change as the journal keeps it: what its titles' entries are afterwards. What they were before
 * follows from the changes above.
 *
 * @param undone the number of the change that this one takes back; 0: none
 * @param entries what becomes of each title
 */
record JournalChange(
    long number, Instant at, ListChange.Kind kind, long undone, List<Entry> entries) {
  /**
   * So many titles stand in one line at the most, for a damaged line is lost whole: of a large
   * import no more than these.
   */
  private static final int IN_LINE = 50;

  /**
   * @param after null: off the list
   */
  record Entry(TitleKey key, ListEntry after) {}

  JournalChange {
    entries = List.copyOf(entries);
  }

  /**
   * @param undone the number of the change that is taken back; 0: none
   */
  static JournalChange of(ListChange change, long undone) {
    return new JournalChange(
        change.number(),
        change.at(),
        change.kind(),
        undone,
        change.titles().stream().map(title -> new Entry(title.key(), title.after())).toList());
  }

  List<JournalLine> lines() {
    int parts = Math.max(1, Math.ceilDiv(entries.size(), IN_LINE));
    List<JournalLine> lines = new ArrayList<>(parts);
    for (int part = 1; part <= parts; part++) {
      int from = (part - 1) * IN_LINE;
      List<Entry> some = entries.subList(from, Math.min(entries.size(), from + IN_LINE));
      lines.add(new JournalLine(new JournalChange(number, at, kind, undone, some), part, parts));
    }
    return lines;
  }

  /** Its lines as they are written. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    lines().forEach(line -> bytes.writeBytes(line.bytes()));
    return bytes.toByteArray();
  }

  /**
   * Puts changes together again that were written as several lines.
   *
   * @param lines in the order of the file; may lack some
   */
  static List<JournalChange> joined(List<JournalLine> lines) {
    List<JournalChange> changes = new ArrayList<>();
    int from = 0;
    while (from < lines.size()) {
      int end = from + 1;
      while (end < lines.size() && lines.get(end).continues(lines.get(end - 1))) {
        end++;
      }
      JournalChange first = lines.get(from).change();
      List<Entry> entries =
          lines.subList(from, end).stream()
              .flatMap(line -> line.change().entries().stream())
              .toList();
      changes.add(
          new JournalChange(first.number(), first.at(), first.kind(), first.undone(), entries));
      from = end;
    }
    return changes;
  }
}
