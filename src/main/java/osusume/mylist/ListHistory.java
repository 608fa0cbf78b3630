package osusume.mylist;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the lines of a journal come to: the list, and the changes that can be undone, the last made
 * first.
 */
final class ListHistory {
  /** Who wants to go back further has the backups. */
  private static final int UNDOABLE = 200;

  /** How many titles those changes may have together, of large imports that is. */
  private static final int UNDOABLE_TITLES = 200_000;

  private final Map<TitleKey, ListEntry> entries = new LinkedHashMap<>();
  private final Deque<ListChange> undoable = new ArrayDeque<>();
  private int undoableTitles;
  private long last;

  static ListHistory of(List<JournalLine> lines) {
    ListHistory history = new ListHistory();
    lines.forEach(history::add);
    return history;
  }

  private void add(JournalLine line) {
    List<ListChange.OfTitle> titles = new ArrayList<>(line.entries().size());
    for (JournalLine.Entry entry : line.entries()) {
      ListEntry before =
          entry.after() == null
              ? entries.remove(entry.key())
              : entries.put(entry.key(), entry.after());
      // What takes back a change that was lost with a damaged line changes nothing, nor counts.
      if (!Objects.equals(before, entry.after())) {
        titles.add(new ListChange.OfTitle(entry.key(), before, entry.after()));
      }
    }
    if (!titles.isEmpty()) {
      made(new ListChange(line.number(), line.at(), line.kind(), titles));
    }
    last = Math.max(last, line.number());
  }

  /** Tells of a change that was made. */
  void made(ListChange change) {
    last = Math.max(last, change.number());
    switch (change.kind()) {
      case UNDO -> forget(undoable.pollFirst());
      case START -> {
        undoable.clear();
        undoableTitles = 0;
      }
      case EDIT, IMPORT, RESTORE -> {
        undoable.addFirst(change);
        undoableTitles += change.titles().size();
      }
    }
    while (undoable.size() > UNDOABLE
        || (undoableTitles > UNDOABLE_TITLES && undoable.size() > 1)) {
      forget(undoable.removeLast());
    }
  }

  private void forget(ListChange change) {
    if (change != null) {
      undoableTitles -= change.titles().size();
    }
  }

  MyList list() {
    return MyList.of(entries.values());
  }

  /** The change that is undone next. */
  Optional<ListChange> undoable() {
    return Optional.ofNullable(undoable.peekFirst());
  }

  /**
   * Lines that come to the same, and of what is past hold only what can be undone. The first has
   * the number of the last change, so that no number is given twice.
   *
   * @param list the list as it is now
   */
  List<JournalLine> condensed(MyList list, Instant now) {
    Map<TitleKey, ListEntry> start = new LinkedHashMap<>();
    list.entries().forEach(entry -> start.put(entry.key(), entry));
    for (ListChange change : undoable) {
      for (ListChange.OfTitle title : change.inverse()) {
        if (title.after() == null) {
          start.remove(title.key());
        } else {
          start.put(title.key(), title.after());
        }
      }
    }
    List<JournalLine> lines = new ArrayList<>();
    lines.add(
        new JournalLine(
            last,
            now,
            ListChange.Kind.START,
            start.values().stream()
                .map(entry -> new JournalLine.Entry(entry.key(), entry))
                .toList()));
    undoable.descendingIterator().forEachRemaining(change -> lines.add(JournalLine.of(change)));
    return lines;
  }

  /** The number of the last change; 0 if there was none. */
  long last() {
    return last;
  }
}
