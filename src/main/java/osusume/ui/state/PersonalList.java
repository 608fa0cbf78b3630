package osusume.ui.state;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import osusume.data.Anime;
import osusume.mylist.ImportedList;
import osusume.mylist.ListBackup;
import osusume.mylist.ListChange;
import osusume.mylist.ListEdit;
import osusume.mylist.ListEntry;
import osusume.mylist.ListStore;
import osusume.mylist.MyList;
import osusume.mylist.Status;
import osusume.mylist.TitleKey;
import osusume.ui.text.Texts;

/**
 * The list of the person at the keyboard, to be watched and changed; for the JavaFX thread. A
 * change is written on a thread of its own, one after another, and shown once it is on the disk;
 * one that can't be written is told and not shown.
 */
public final class PersonalList {
  private final Clock clock;
  private final Troubles troubles;
  private final Texts texts;
  private final ChangeOffer offer;
  private final ReadOnlyObjectWrapper<MyList> list = new ReadOnlyObjectWrapper<>(MyList.EMPTY);
  private final ReadOnlyObjectWrapper<ListChange> undoable = new ReadOnlyObjectWrapper<>();
  private final ListWriter writer;
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper failures = new ReadOnlyIntegerWrapper();

  /**
   * @param folder where the list is kept
   */
  public PersonalList(Path folder, Clock clock, Troubles troubles, Messages messages, Texts texts) {
    this.clock = clock;
    this.troubles = troubles;
    this.texts = texts;
    this.offer = new ChangeOffer(messages, texts);
    this.writer = new ListWriter(folder, clock, troubles::tell);
  }

  /** Reads the list. */
  public void open() {
    trouble.set("");
    later(ListStore::list, found -> {});
  }

  /** Whether the list has been read; until then nothing is known of it. */
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /** Why the list could not be read, as a sentence; empty while it is not known that it can't. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** How many wishes came to nothing; for what shows more than the list, to show it anew. */
  public ReadOnlyIntegerProperty failuresProperty() {
    return failures.getReadOnlyProperty();
  }

  /** Never null; empty while the list has not been read. */
  public MyList get() {
    return list.get();
  }

  public ReadOnlyObjectProperty<MyList> listProperty() {
    return list.getReadOnlyProperty();
  }

  /** The change that {@link #undo} takes back; null if there is none. */
  public ReadOnlyObjectProperty<ListChange> undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** What the list says of a title of the data set. */
  public Optional<ListEntry> of(Anime anime) {
    return get().ofAnime(anime.id());
  }

  /**
   * Gives a score.
   *
   * @param score 1 to 10; 0 takes it away
   */
  public void rate(Anime anime, int score) {
    edit(TitleKey.mal(anime.id()), ListEdit.rate(anime, score), "");
  }

  /** Sets how the person stands to a title; for "not interested" see {@link #notInterested}. */
  public void mark(Anime anime, Status status) {
    edit(TitleKey.mal(anime.id()), ListEdit.mark(anime, status), "");
  }

  /**
   * Says that the person does not want to watch a title, and offers to undo that.
   *
   * @param reason why; may be empty
   */
  public void notInterested(Anime anime, String reason) {
    edit(
        TitleKey.mal(anime.id()),
        ListEdit.notInterested(anime, reason),
        texts.format("mylist.notInterested.done", anime.name()));
  }

  /**
   * Makes a wish for a title of the data set.
   *
   * @param done what to say, with an offer to undo it
   * @param then is run once it is on the disk
   * @param otherwise is run if it can't be written, after the person was told why
   */
  public void edit(Anime anime, ListEdit wish, String done, Runnable then, Runnable otherwise) {
    later(
        store -> store.edit(TitleKey.mal(anime.id()), wish),
        change -> {
          change.ifPresent(made -> offerUndo(done, made));
          then.run();
        },
        otherwise);
  }

  /** Gives a score to a title of the list, which no data set need know. */
  public void rate(ListEntry entry, int score) {
    edit(entry.key(), ListEdit.rate(entry, score), "");
  }

  /** Sets how the person stands to a title of the list, which no data set need know. */
  public void mark(ListEntry entry, Status status) {
    edit(entry.key(), ListEdit.mark(entry, status), "");
  }

  /** Says the same of a title of the list, which no data set need know. */
  public void notInterested(ListEntry entry, String reason) {
    edit(
        entry.key(),
        ListEdit.alter(entry, fresh -> fresh.status(Status.NOT_INTERESTED).reason(reason)),
        texts.format("mylist.notInterested.done", entry.title()));
  }

  /**
   * Says that one more episode of a title was seen.
   *
   * @param episodes how many there are; −1: unknown
   */
  public void oneMore(ListEntry entry, int episodes) {
    edit(
        entry.key(),
        ListEdit.oneMore(entry, episodes, LocalDate.now(clock.withZone(ZoneId.systemDefault()))),
        "");
  }

  /** Changes parts of an entry. */
  public void alter(ListEntry entry, Consumer<ListEntry.Builder> change) {
    edit(entry.key(), ListEdit.alter(entry, change), "");
  }

  /** Puts an entry as the person wrote it. */
  public void put(ListEntry entry) {
    edit(entry.key(), ListEdit.put(entry), "");
  }

  /** Takes a title off the list, and offers to undo that. */
  public void remove(ListEntry entry) {
    edit(entry.key(), ListEdit.remove(), texts.format("mylist.removed.done", entry.title()));
  }

  /**
   * Makes the same wish for some titles of the data set, as one change.
   *
   * @param done what to say, with an offer to undo it; empty: nothing
   */
  public void edit(List<Anime> titles, Function<Anime, ListEdit> wish, String done) {
    change(
        ListChange.Kind.EDIT,
        before -> changes(before, titles, wish),
        change -> change.ifPresent(made -> offerUndo(done, made)));
  }

  private List<ListChange.OfTitle> changes(
      MyList before, List<Anime> titles, Function<Anime, ListEdit> wish) {
    Instant now = clock.instant();
    List<ListChange.OfTitle> changes = new ArrayList<>();
    for (Anime anime : titles) {
      ListEntry old = before.ofAnime(anime.id()).orElse(null);
      ListEntry fresh = wish.apply(anime).apply(old, now);
      if (fresh != old) {
        changes.add(new ListChange.OfTitle(TitleKey.mal(anime.id()), old, fresh));
      }
    }
    return changes;
  }

  /**
   * @param done what to say, with an offer to undo it; empty: nothing
   */
  private void edit(TitleKey key, ListEdit edit, String done) {
    later(
        store -> store.edit(key, edit), change -> change.ifPresent(made -> offerUndo(done, made)));
  }

  /**
   * Changes many titles at once, as one change.
   *
   * @param wish what to change, on the list as it is then; not run on the JavaFX thread
   * @param then is told of the change, on the JavaFX thread; empty if nothing had to be changed
   */
  public void change(
      ListChange.Kind kind,
      Function<MyList, List<ListChange.OfTitle>> wish,
      Consumer<Optional<ListChange>> then) {
    later(store -> store.change(kind, wish), then);
  }

  /**
   * Asks since when each entry of a list that was read has said so; see {@link ListStore#dated}.
   *
   * @param otherwise is run if that can't be told, after the person was told why
   */
  public void dated(ImportedList theirs, Consumer<ImportedList> then, Runnable otherwise) {
    later(store -> store.dated(theirs), then, otherwise);
  }

  /**
   * Merges a list as one change.
   *
   * @param theirs as {@link #dated} gave it
   * @param wish see {@link #change}
   * @param then see {@link #change}
   * @param otherwise is run if it can't be written, after the person was told why
   */
  public void merge(
      ImportedList theirs,
      Function<MyList, List<ListChange.OfTitle>> wish,
      Consumer<Optional<ListChange>> then,
      Runnable otherwise) {
    later(
        store -> {
          Optional<ListChange> made = store.change(ListChange.Kind.IMPORT, wish);
          store.remember(theirs);
          return made;
        },
        then,
        otherwise);
  }

  /** Takes back the last change, says which that was, and offers to make it again. */
  public void undo() {
    later(ListStore::undo, undone -> undone.ifPresent(this::offerRedo));
  }

  /** Takes back a change the person was shown, or says that it is no longer the last one. */
  public void undo(ListChange made) {
    later(
        store -> store.undo(made),
        undone -> undone.ifPresentOrElse(this::offerRedo, offer::changedSince));
  }

  private void offerRedo(ListChange undone) {
    offer.show(
        "mylist.undone",
        undone,
        "mylist.redo",
        () ->
            change(
                undone.kind(),
                undone::again,
                again -> again.ifPresentOrElse(this::offerUndoAgain, offer::changedSince)));
  }

  private void offerUndoAgain(ListChange again) {
    offer.show("mylist.redone", again, "mylist.undo", () -> undo(again));
  }

  /** Puts the list back to what a backup holds. */
  public void restore(ListBackup backup, Consumer<Optional<ListChange>> then) {
    later(store -> store.restore(backup), then);
  }

  /** Asks for the backups there are, the latest first. */
  public void backups(Consumer<List<ListBackup>> then) {
    later(ListStore::backups, then);
  }

  /**
   * Says what was done and offers to undo it, until something else is changed.
   *
   * @param done empty: nothing is said
   */
  public void offerUndo(String done, ListChange made) {
    if (!done.isEmpty()) {
      offer.show(done, "mylist.undo", () -> undo(made));
    }
  }

  private <T> void later(ListWriter.Work<T> work, Consumer<T> then) {
    later(work, then, () -> {});
  }

  /**
   * @param otherwise is run on the JavaFX thread if it can't be done, after the person was told
   */
  private <T> void later(ListWriter.Work<T> work, Consumer<T> then, Runnable otherwise) {
    writer.execute(
        work,
        done -> {
          show(done.list(), done.undoable());
          then.accept(done.result());
        },
        failure -> {
          failed(failure);
          otherwise.run();
        });
  }

  private void show(MyList now, ListChange last) {
    if (!isSame(last, undoable.get())) {
      offer.putAway();
    }
    undoable.set(last);
    list.set(now);
    trouble.set("");
    ready.set(true);
  }

  /** By what tells them apart: to compare all the titles of an import would take its time. */
  private static boolean isSame(ListChange one, ListChange other) {
    return one == null || other == null
        ? one == other
        : one.number() == other.number() && one.at().equals(other.at());
  }

  private void failed(ListWriter.Failure failure) {
    Exception why = failure.why();
    if (failure.unread()) {
      trouble.set(Troubles.foreseen(why) ? why.getMessage() : texts.get("mylist.unread.fault"));
    }
    troubles.tell(why);
    failures.set(failures.get() + 1);
  }

  /** Finishes what is being written and ends; not on the JavaFX thread. */
  public void close() throws InterruptedException {
    writer.close();
  }
}
