package osusume.mylist;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the changes of a journal come to: the list, and the changes that can be undone, the last
 * made first.
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

  static ListHistory of(List<JournalChange> changes) {
    ListHistory history = new ListHistory();
    changes.forEach(history::add);
    return history;
  }

  private void add(JournalChange kept) {
    List<ListChange.OfTitle> titles = new ArrayList<>(kept.entries().size());
    for (JournalChange.Entry entry : kept.entries()) {
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
      made(new ListChange(kept.number(), kept.at(), kept.kind(), titles), kept.undone());
    } else {
      takeBack(kept.undone());
    }
    last = Math.max(last, kept.number());
  }

  /**
   * Tells of a change that was made.
   *
   * @param undone the number of the change that it takes back; 0: none
   */
  void made(ListChange change, long undone) {
    last = Math.max(last, change.number());
    switch (change.kind()) {
      case UNDO -> takeBack(undone);
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
      undoableTitles -= undoable.removeLast().titles().size();
    }
  }

  /** The last one, mostly; another where changes were lost with damaged lines, or none at all. */
  private void takeBack(long number) {
    Iterator<ListChange> changes = undoable.iterator();
    while (changes.hasNext()) {
      ListChange change = changes.next();
      if (change.number() == number) {
        changes.remove();
        undoableTitles -= change.titles().size();
        return;
      }
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
   * Changes that come to the same, and of what is past hold only what can be undone. The first has
   * the number of the last change, so that no number is given twice.
   *
   * @param list the list as it is now
   */
  List<JournalChange> condensed(MyList list, Instant now) {
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
    List<JournalChange> changes = new ArrayList<>();
    changes.add(start(start.values(), now));
    undoable
        .descendingIterator()
        .forEachRemaining(change -> changes.add(JournalChange.of(change, 0)));
    // Where changes were lost with damaged lines, those that are left may lead elsewhere.
    return of(changes).list().equals(list) ? changes : List.of(start(list.entries(), now));
  }

  private JournalChange start(Collection<ListEntry> of, Instant now) {
    return new JournalChange(
        last,
        now,
        ListChange.Kind.START,
        0,
        of.stream().map(entry -> new JournalChange.Entry(entry.key(), entry)).toList());
  }

  /** The number of the last change; 0 if there was none. */
  long last() {
    return last;
  }
}
