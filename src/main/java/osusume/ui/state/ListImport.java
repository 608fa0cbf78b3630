package osusume.ui.state;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import osusume.data.Catalogue;
import osusume.mylist.ImportedList;
import osusume.mylist.ListChange;
import osusume.mylist.ListMerge;
import osusume.mylist.MergeRule;
import osusume.mylist.io.AniListClient;
import osusume.mylist.io.ListFile;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.text.Texts;
import osusume.ui.view.TabPage;

/**
 * Takes in other lists, one at a time: reads it, as a job; keeps it until the person has seen what
 * merging it would do; and merges it, or not. Until then the person's list is what it was. For the
 * JavaFX thread.
 */
public final class ListImport {
  private final PersonalList list;
  private final AniListClient aniList;
  private final Jobs jobs;
  private final Navigation navigation;
  private final CurrentPerson person;
  private final Troubles troubles;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<JobTask<ImportedList>> reading =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ImportedList> waiting = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

  public ListImport(
      PersonalList list,
      AniListClient aniList,
      Jobs jobs,
      Navigation navigation,
      CurrentPerson person,
      Troubles troubles,
      Texts texts) {
    this.list = list;
    this.aniList = aniList;
    this.jobs = jobs;
    this.navigation = navigation;
    this.person = person;
    this.troubles = troubles;
    this.texts = texts;
  }

  /** The job that reads a list; null while none does. */
  public ReadOnlyObjectProperty<JobTask<ImportedList>> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** The list that was read and waits to be merged; null: none. */
  public ReadOnlyObjectProperty<ImportedList> waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** Why a list could not be read, as a sentence; empty if there is nothing to say. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Takes note of what went wrong. */
  public void putTroubleAway() {
    trouble.set("");
  }

  /** Reads a file. */
  public void read(Path file) {
    start(
        texts.format("mylist.job.read", file.getFileName()),
        progress -> ListFile.read(file, progress));
  }

  /** Asks AniList for the public list of a user. */
  public void askAniList(String user) {
    start(texts.format("mylist.job.aniList", user), progress -> aniList.fetch(user, progress));
  }

  private void start(String title, JobTask.Work<ImportedList> work) {
    showMyList();
    if (reading.get() != null) {
      trouble.set(texts.format("mylist.import.busy", reading.get().title()));
      return;
    }
    if (waiting.get() != null) {
      trouble.set(texts.format("mylist.import.waiting", waiting.get().name()));
      return;
    }
    putTroubleAway();
    JobTask<ImportedList> job =
        jobs.create(title, work)
            .onDone(read -> list.dated(read, this::await, () -> await(read)))
            .onCancelled(() -> reading.set(null))
            .onFailed(
                why -> {
                  reading.set(null);
                  failed(why);
                });
    reading.set(job);
    job.start();
  }

  private void await(ImportedList read) {
    reading.set(null);
    waiting.set(read);
  }

  /** A panel would lie over what the tab has to say. */
  private void showMyList() {
    if (navigation.panelProperty().get() == Panel.WELCOME) {
      // Whoever brings their list to the welcome wants titles for themselves.
      person.chooseMe();
    }
    navigation.panelProperty().set(null);
    navigation.tabProperty().set(TabPage.MY_LIST);
  }

  /** Not logged where it was foreseen: the sentence may quote the list. */
  private void failed(Throwable why) {
    if (Troubles.foreseen(why)) {
      trouble.set(why.getMessage());
    } else {
      troubles.tell(why);
    }
  }

  /** Lets go of the list that waits; nothing is changed. */
  public void leave() {
    putTroubleAway();
    waiting.set(null);
  }

  /**
   * Merges the list that waits, as one change, which can be undone. If it can't be written, the
   * list waits again.
   */
  public void merge(MergeRule rule, Catalogue catalogue) {
    ImportedList theirs = waiting.get();
    leave();
    list.merge(
        theirs,
        mine -> ListMerge.of(mine, theirs, rule, catalogue).changes(),
        this::tell,
        () -> waitAgain(theirs));
  }

  private void waitAgain(ImportedList theirs) {
    if (reading.get() == null && waiting.get() == null) {
      waiting.set(theirs);
    }
  }

  private void tell(Optional<ListChange> change) {
    change.ifPresent(made -> list.offerUndo(merged(made), made));
  }

  private String merged(ListChange made) {
    long added = made.titles().stream().filter(title -> title.before() == null).count();
    return texts.format("mylist.merged", added, made.titles().size() - added);
  }
}
