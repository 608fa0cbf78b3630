package osusume.ui.state;

import java.io.IOException;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import osusume.app.Opened;
import osusume.app.Part;
import osusume.app.Workspace;
import osusume.progress.CancelledException;
import osusume.progress.Progress;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.text.Texts;

/**
 * The learning of everything but the taste groups, in the background: what a data set lacks is
 * learned once its taste groups are there, or once it is known that it allows none, in one job, and
 * each part is in use as soon as it is done. For the JavaFX thread.
 */
public final class Learning {
  private static final List<Part<?>> PARTS =
      Part.ALL.stream().filter(part -> part != Part.NMF).toList();

  private final Workspace workspace;
  private final Training training;
  private final Jobs jobs;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<JobTask<Void>> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Part<?>> current = new ReadOnlyObjectWrapper<>();
  private final ObservableMap<Part<?>, String> troubles = FXCollections.observableHashMap();
  private final ObservableMap<Part<?>, String> troublesView =
      FXCollections.unmodifiableObservableMap(troubles);
  private String seen = "";
  private boolean begun;

  public Learning(
      Workspace workspace, CurrentData data, Training training, Jobs jobs, Texts texts) {
    this.workspace = workspace;
    this.training = training;
    this.jobs = jobs;
    this.texts = texts;
    data.whenOpened(this::startWhereMissing);
    training.impossibleProperty().addListener(_ -> startWhereMissing(data.opened()));
  }

  /**
   * Once for each data set that is opened: what the person cancelled does not come back by itself.
   */
  private void startWhereMissing(Opened opened) {
    if (!opened.data().fingerprint().equals(seen)) {
      seen = opened.data().fingerprint();
      begun = false;
      troubles.clear();
      current.set(null);
      if (running.get() != null) {
        running.get().cancel();
      }
    }
    // Taste groups come first: they are quick, and people wait for them.
    boolean groupsDone =
        opened.trained().isPresent()
            || opened.modelTrouble().isPresent()
            || seen.equals(training.impossibleProperty().get());
    if (!begun && groupsDone) {
      begun = true;
      List<Part<?>> missing = PARTS.stream().filter(part -> opened.part(part).isEmpty()).toList();
      if (!missing.isEmpty()) {
        start(missing);
      }
    }
  }

  /** The parts that are learned here, in their order. */
  public List<Part<?>> parts() {
    return PARTS;
  }

  /** The job under way; null: none. */
  public ReadOnlyObjectProperty<JobTask<Void>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** The part that is being learned; null: none. */
  public ReadOnlyObjectProperty<Part<?>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Why parts could not be learned from the open data set, as sentences. */
  public ObservableMap<Part<?>, String> troubles() {
    return troublesView;
  }

  /** Learns one part of the open data set anew, unless something is being learned. */
  public void learn(Part<?> part) {
    if (running.get() == null) {
      start(List.of(part));
    }
  }

  private void start(List<Part<?>> wanted) {
    String fingerprint = seen;
    JobTask<Void> job =
        jobs.create(
            texts.get("job.learn"),
            progress -> {
              learn(wanted, fingerprint, progress);
              return null;
            });
    running.set(job);
    job.phaseProperty()
        .addListener(
            (_, _, phase) -> {
              if (phase.ended() && running.get() == job) {
                running.set(null);
                current.set(null);
              }
            });
    job.start();
  }

  private void learn(List<Part<?>> wanted, String fingerprint, Progress progress)
      throws IOException {
    List<Progress> shares = Part.shares(wanted, progress);
    for (int i = 0; i < wanted.size(); i++) {
      Part<?> part = wanted.get(i);
      if (!workspace.opened().data().fingerprint().equals(fingerprint)) {
        throw new CancelledException();
      }
      onOpen(fingerprint, () -> begin(part));
      try {
        workspace.learn(part, shares.get(i));
      } catch (IllegalArgumentException e) {
        // Too few ratings for this part say nothing about the others.
        onOpen(fingerprint, () -> troubles.put(part, e.getMessage()));
      } catch (IOException e) {
        onOpen(fingerprint, () -> troubles.put(part, e.getMessage()));
        throw e;
      }
    }
  }

  private void begin(Part<?> part) {
    troubles.remove(part);
    current.set(part);
  }

  /** Tells of a data set on the JavaFX thread, unless another one is open by then. */
  private void onOpen(String fingerprint, Runnable news) {
    Platform.runLater(
        () -> {
          if (fingerprint.equals(seen)) {
            news.run();
          }
        });
  }
}
