package osusume.mylist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import osusume.file.FolderLock;

/**
 * Where the person's list is kept: an append-only journal in a folder of its own, with backups
 * beside it. A change is on the disk when the method that makes it returns, and a program that is
 * killed at any moment leaves the list as it was before a change or after it. May be used from any
 * thread, and by several programs at once: each change is made on what the journal says then.
 */
public final class ListStore {
  /** Shorter journals are not worth writing anew; in bytes. */
  private static final long SMALL = 1L << 20;

  /** How many times longer than what it comes to a journal may grow. */
  private static final int GROWTH = 4;

  private final Path folder;
  private final Clock clock;
  private final Consumer<IOException> onTrouble;
  private final long small;
  private final int growth;
  private final Journal journal;
  private final ListBackups backups;
  private final LastImports imports;
  private ListHistory history = new ListHistory();
  private Journal.State state = Journal.State.NONE;
  private volatile MyList list = MyList.EMPTY;

  /** From which length on it is looked whether the journal is worth writing anew. */
  private long due;

  private boolean toldOfBackups;

  private ListStore(
      Path folder, Clock clock, Consumer<IOException> onTrouble, long small, int growth) {
    this.folder = folder;
    this.clock = clock;
    this.onTrouble = onTrouble;
    this.small = small;
    this.growth = growth;
    this.due = small;
    this.journal = new Journal(folder.resolve("list.journal"));
    this.backups = new ListBackups(folder.resolve("backups"));
    this.imports = new LastImports(folder);
  }

  /**
   * Opens the list in a folder; an empty one where there is none. Nothing is written before the
   * first change, unless something is damaged.
   *
   * @param onTrouble is told what is damaged and could be mended, and what is not as it should be
   *     but keeps nobody from using the list; worded for a person
   * @throws IOException if the journal can't be read or is a newer program's; worded for a person
   */
  public static ListStore open(Path folder, Clock clock, Consumer<IOException> onTrouble)
      throws IOException {
    return open(folder, clock, onTrouble, SMALL, GROWTH);
  }

  /**
   * @param small from how many bytes on a journal is worth writing anew
   * @param growth how many times longer than what it comes to it may grow
   */
  static ListStore open(
      Path folder, Clock clock, Consumer<IOException> onTrouble, long small, int growth)
      throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException(
          folder + " is a file, but your list is kept in a folder of that name. Move the file.");
    }
    ListStore store = new ListStore(folder, clock, onTrouble, small, growth);
    store.refresh();
    store.tellIfGone();
    return store;
  }

  private synchronized void tellIfGone() {
    if (state.length() == 0) {
      String offer = backups.offer();
      if (!offer.isEmpty()) {
        onTrouble.accept(new IOException("There is no list in %s.%s".formatted(folder, offer)));
      }
    }
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
    if (journal.state().equals(state)) {
      return false;
    }
    MyList before = list;
    Journal.Content found = journal.read();
    if (whole(found)) {
      know(found);
    } else {
      mend(found);
    }
    return !list.equals(before);
  }

  private boolean whole(Journal.Content found) {
    return found.damaged() == 0 && (found.state().length() > 0 || state.length() == 0);
  }

  private void know(Journal.Content content) {
    if (!content.state().equals(state)) {
      history = ListHistory.of(content.changes());
      list = history.list();
      state = content.state();
    }
  }

  /** Where nothing may be written, what can be read is better than no list. */
  private void mend(Journal.Content found) throws IOException {
    try (FolderLock _ = FolderLock.await(folder)) {
      catchUp();
    } catch (IOException e) {
      if (state.length() > 0) {
        throw e;
      }
      know(found);
      onTrouble.accept(
          new IOException(
              "%s, which could not be mended; what they said is left out. %s"
                  .formatted(found.damage(folder), e.getMessage()),
              e));
    }
  }

  /** Another program may have appended to the journal or written it anew, or it came to harm. */
  private void catchUp() throws IOException {
    if (!journal.state().equals(state)) {
      Journal.Content found = journal.read();
      if (whole(found)) {
        know(found);
      } else {
        writeAnew(found);
      }
    }
  }

  /**
   * Writes a journal that came to harm anew, with every change that is whole: each says what its
   * titles are afterwards, so that one can be missed without harm to the others. If it was whole
   * when this store read it last, nothing is lost but what others added since and is damaged.
   */
  private void writeAnew(Journal.Content found) throws IOException {
    Instant now = clock.instant();
    String generation = found.state().generation();
    List<JournalChange> changes = new ArrayList<>();
    boolean known =
        state.length() > 0 && (generation.isEmpty() || generation.equals(state.generation()));
    if (known) {
      long last = history.last();
      changes.addAll(history.condensed(list, now));
      found.changes().stream().filter(change -> change.number() > last).forEach(changes::add);
    } else {
      changes.addAll(found.changes());
    }
    String trouble;
    if (found.damaged() > 0) {
      Path aside = backups.asideOf(journal, now);
      trouble =
          "%s; %s The file as it was is kept as %s.%s"
              .formatted(
                  found.damage(folder),
                  known
                      ? "what was shown of it is written anew, but what another program said there since may be lost."
                      : "what those lines said is lost, and everything else is there.",
                  aside,
                  backups.offer());
    } else {
      trouble =
          "Your list in %s was deleted while it was open. It was written anew.".formatted(folder)
              + (changes.isEmpty() ? backups.offer() : "");
    }
    know(journal.write(changes));
    onTrouble.accept(new IOException(trouble));
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
    return locked(() -> made(kind, wish.apply(list), Optional.empty()));
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
   * The list that was read, with each entry as of when imports began to say so: that an export was
   * made today makes nothing newer that it said before.
   */
  public ImportedList dated(ImportedList theirs) throws IOException {
    return imports.dated(theirs);
  }

  /**
   * Takes note of what a list says that was merged, for the next one from there. If that can't be
   * written, it is told, for the merge is on the disk.
   *
   * @param theirs as {@link #dated} gave it
   */
  public void remember(ImportedList theirs) {
    try (FolderLock _ = FolderLock.await(folder)) {
      imports.remember(theirs, clock.instant());
    } catch (IOException e) {
      onTrouble.accept(e);
    }
  }

  /**
   * Takes back the last change that was not taken back yet.
   *
   * @return what was taken back; empty if there is nothing
   */
  public Optional<ListChange> undo() throws IOException {
    return undo(last -> true);
  }

  /**
   * Takes back a change that was made a moment ago, unless it is no longer the one that {@link
   * #undo()} would take back: another program may have changed the list since.
   *
   * @return what was taken back; empty if it was not
   */
  public Optional<ListChange> undo(ListChange made) throws IOException {
    // Numbers begin again in a new journal, but not at the same moment.
    return undo(last -> last.number() == made.number() && last.at().equals(made.at()));
  }

  private synchronized Optional<ListChange> undo(Predicate<ListChange> wanted) throws IOException {
    return locked(
        () -> {
          Optional<ListChange> last = history.undoable().filter(wanted);
          if (last.isPresent()) {
            made(ListChange.Kind.UNDO, last.get().inverse(), last);
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

  /**
   * @param undone the change that this one takes back, if it does
   */
  private Optional<ListChange> made(
      ListChange.Kind kind, List<ListChange.OfTitle> titles, Optional<ListChange> undone)
      throws IOException {
    if (titles.isEmpty()) {
      return Optional.empty();
    }
    ListChange change = new ListChange(history.last() + 1, clock.instant(), kind, titles);
    if (state.length() == 0) {
      know(journal.write(List.of()));
    } else {
      // What takes back a large change is as large.
      keepBackup(change, undone.map(ListChange::kind).orElse(kind).large());
    }
    long number = undone.map(ListChange::number).orElse(0L);
    long length = journal.append(JournalChange.of(change, number), state.length());
    state = new Journal.State(state.generation(), length);
    history.made(change, number);
    list = list.after(titles);
    if (length > due) {
      shorten();
    }
    return Optional.of(change);
  }

  /** A rating is worth more than its backup; what changes much at once is not done without. */
  private void keepBackup(ListChange change, boolean large) throws IOException {
    try {
      backups.before(change, large, journal, onTrouble);
    } catch (IOException e) {
      if (large) {
        throw e;
      }
      if (!toldOfBackups) {
        toldOfBackups = true;
        onTrouble.accept(new IOException("Your list has no backup. " + e.getMessage(), e));
      }
    }
  }

  /** Writes the journal anew, with what can still be undone, where it holds much that is past. */
  private void shorten() {
    List<JournalChange> changes = history.condensed(list, clock.instant());
    long needed = changes.stream().mapToLong(change -> change.bytes().length).sum();
    if (needed * growth < state.length()) {
      try {
        know(journal.write(changes));
      } catch (IOException e) {
        // The change is on the disk all the same; it is tried again when there is twice as much.
        onTrouble.accept(e);
        needed = state.length();
      }
    }
    due = Math.max(small, needed * growth);
  }
}
