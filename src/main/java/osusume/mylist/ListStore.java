package osusume.mylist;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import osusume.file.FolderLock;

/**
 * Where the person's list is kept: an append-only journal in a folder of its own, with backups
 * beside it. A change is on the disk when the method that makes it returns, and a program that is
 * killed at any moment leaves the list as it was before a change or after it. May be used from any
 * thread, and by several programs at once: each change is made on what the journal says then.
 */
public final class ListStore {
  /** Shorter journals are not worth writing anew. */
  private static final long SMALL = 4L << 20;

  /** How many times longer than the list itself a journal may grow. */
  private static final int GROWTH = 8;

  private final Path folder;
  private final Clock clock;
  private final Journal journal;
  private final ListBackups backups;
  private final Consumer<IOException> onTrouble;
  private ListHistory history = new ListHistory();
  private String generation = "";
  private long length;
  private volatile MyList list = MyList.EMPTY;

  private ListStore(Path folder, Clock clock, Consumer<IOException> onTrouble) {
    this.folder = folder;
    this.clock = clock;
    this.onTrouble = onTrouble;
    this.journal = new Journal(folder.resolve("list.journal"));
    this.backups = new ListBackups(folder.resolve("backups"));
  }

  /**
   * Opens the list in a folder; an empty one where there is none. Nothing is written before the
   * first change.
   *
   * @param onTrouble is told what is damaged and could be mended
   * @throws IOException if the journal can't be read or is a newer program's; worded for a person
   */
  public static ListStore open(Path folder, Clock clock, Consumer<IOException> onTrouble)
      throws IOException {
    ListStore store = new ListStore(folder, clock, onTrouble);
    store.refresh();
    return store;
  }

  /** The list as this store knows it. */
  public MyList list() {
    return list;
  }

  /** The change that {@link #undo} would take back. */
  public synchronized Optional<ListChange> undoable() {
    return history.undoable();
  }

  /** The backups there are, the latest first. */
  public List<ListBackup> backups() throws IOException {
    return backups.all();
  }

  /**
   * Reads what other programs have written since.
   *
   * @return whether the list is another now
   */
  public synchronized boolean refresh() throws IOException {
    if (journal.length() == length) {
      return false;
    }
    MyList before = list;
    take(journal.read());
    return !list.equals(before);
  }

  private void take(Journal.Content content) throws IOException {
    if (content.damaged() > 0) {
      mend();
      return;
    }
    know(content);
  }

  private void know(Journal.Content content) {
    history = ListHistory.of(content.lines());
    generation = content.generation();
    length = content.length();
    list = history.list();
  }

  /**
   * Keeps every change that is whole. Each says what its titles are afterwards, so that one can be
   * missed without harm to the others.
   */
  private void mend() throws IOException {
    try (FolderLock _ = FolderLock.await(folder)) {
      Journal.Content content = journal.read();
      if (content.damaged() > 0) {
        Path aside = backups.asideOf(journal, clock.instant());
        know(journal.write(content.lines()));
        onTrouble.accept(
            new IOException(
                ("%d of %d lines of your list in %s were damaged and are left out; everything else"
                        + " is there. The file as it was is kept as %s, and there are backups"
                        + " beside it.")
                    .formatted(
                        content.damaged(),
                        content.damaged() + content.lines().size(),
                        folder,
                        aside)));
      } else {
        know(content);
      }
    }
  }

  /**
   * Makes a change; on the disk when this returns.
   *
   * @param wish is asked what to change, on the list as it is then; nothing: an empty list
   * @return the change that was made; empty if there was nothing to change
   * @throws IOException if it can't be written, worded for a person; the list is then as it was
   */
  public synchronized Optional<ListChange> change(
      ListChange.Kind kind, Function<MyList, List<ListChange.OfTitle>> wish) throws IOException {
    return locked(() -> made(kind, wish.apply(list)));
  }

  /** Changes one title; see {@link #change}. */
  public Optional<ListChange> edit(TitleKey key, ListEdit edit) throws IOException {
    Instant now = clock.instant();
    return change(
        ListChange.Kind.EDIT,
        before -> {
          ListEntry old = before.get(key).orElse(null);
          ListEntry fresh = edit.apply(old, now);
          return fresh == old ? List.of() : List.of(new ListChange.OfTitle(key, old, fresh));
        });
  }

  /**
   * Takes back the last change that was not taken back yet.
   *
   * @return what was taken back; empty if there is nothing
   */
  public synchronized Optional<ListChange> undo() throws IOException {
    return locked(
        () -> {
          Optional<ListChange> last = history.undoable();
          if (last.isPresent()) {
            made(ListChange.Kind.UNDO, last.get().inverse());
          }
          return last;
        });
  }

  /** Puts the list back to what a backup holds; that too can be undone. */
  public Optional<ListChange> restore(ListBackup backup) throws IOException {
    MyList wanted = backup.read();
    return change(ListChange.Kind.RESTORE, now -> now.changesTo(wanted));
  }

  private interface Work {
    Optional<ListChange> run() throws IOException;
  }

  private Optional<ListChange> locked(Work work) throws IOException {
    try (FolderLock _ = FolderLock.await(folder)) {
      catchUp();
      return work.run();
    }
  }

  /** Another program may have appended to the journal, or written it anew. */
  private void catchUp() throws IOException {
    Journal.Content found = journal.length() == length ? null : journal.read();
    if (found != null) {
      if (found.damaged() > 0) {
        throw new IOException(
            "Your list in %s was damaged while it was open. Start Osusume again to mend it."
                .formatted(folder));
      }
      if (found.length() != length || !found.generation().equals(generation)) {
        know(found);
      }
    }
  }

  private Optional<ListChange> made(ListChange.Kind kind, List<ListChange.OfTitle> titles)
      throws IOException {
    if (titles.isEmpty()) {
      return Optional.empty();
    }
    ListChange change = new ListChange(history.next(), clock.instant(), kind, titles);
    if (length == 0) {
      know(journal.write(List.of()));
    } else {
      backups.before(change, journal);
    }
    length = journal.append(JournalLine.of(change), length);
    history.made(change);
    list = list.after(titles);
    if (length > SMALL) {
      compact();
    }
    return Optional.of(change);
  }

  /** Writes the journal anew, with what can still be undone, where it holds much that is past. */
  private void compact() throws IOException {
    List<JournalLine> lines = new ArrayList<>();
    MyList start = list;
    List<ListChange> undoables = history.undoables();
    for (ListChange change : undoables.reversed()) {
      start = start.after(change.inverse());
    }
    if (!start.isEmpty()) {
      lines.add(
          new JournalLine(
              0,
              clock.instant(),
              ListChange.Kind.START,
              start.entries().stream()
                  .map(entry -> new JournalLine.Entry(entry.key(), entry))
                  .toList()));
    }
    undoables.forEach(change -> lines.add(JournalLine.of(change)));
    long needed = lines.stream().mapToLong(line -> line.bytes().length).sum();
    if (needed * GROWTH < length) {
      know(journal.write(lines));
    }
  }
}
