package osusume.mylist;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the lines of a journal come to: the list, and the changes that can be undone, the last made
 * first.
 */
final class ListHistory {
  /** Who wants to go back further has the backups. */
  private static final int UNDOABLE = 200;

  private final Map<TitleKey, ListEntry> entries = new LinkedHashMap<>();
  private final Deque<ListChange> undoable = new ArrayDeque<>();
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
      if (before != null || entry.after() != null) {
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
      case UNDO -> undoable.pollFirst();
      case START -> undoable.clear();
      case EDIT, IMPORT, RESTORE -> undoable.addFirst(change);
    }
    if (undoable.size() > UNDOABLE) {
      undoable.removeLast();
    }
  }

  MyList list() {
    return MyList.of(entries.values());
  }

  /** The change that is undone next. */
  Optional<ListChange> undoable() {
    return Optional.ofNullable(undoable.peekFirst());
  }

  /** The changes that can be undone, oldest first. */
  List<ListChange> undoables() {
    return new ArrayList<>(undoable).reversed();
  }

  /** The number of the next change. */
  long next() {
    return last + 1;
  }
}
