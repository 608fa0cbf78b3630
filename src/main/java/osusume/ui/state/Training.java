package osusume.ui.state;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import osusume.app.Opened;
import osusume.app.UsualTraining;
import osusume.app.Workspace;
import osusume.data.Dataset;
import osusume.nmf.NmfSettings;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.text.Texts;

/**
 * The training of taste groups: at most one at a time, started by the person or, for a data set
 * that has no model, by itself. For the JavaFX thread.
 */
public final class Training {
  private final Workspace workspace;
  private final Jobs jobs;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<JobTask<Opened>> running = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Iteration> iterations = FXCollections.observableArrayList();
  private final ObservableList<Iteration> iterationsView =
      FXCollections.unmodifiableObservableList(iterations);
  private NmfSettings settings = NmfSettings.DEFAULT;
  private final ReadOnlyStringWrapper impossible = new ReadOnlyStringWrapper("");
  private String startedFor = "";
  private int runs;

  /**
   * How far the training is.
   *
   * @param number 1 is the first; 0 is the start
   * @param relativeError ‖X − WH‖ / ‖X‖ after it
   * @param seconds since the training began
   */
  public record Iteration(int number, double relativeError, double seconds) {}

  public Training(Workspace workspace, CurrentData data, Jobs jobs, Texts texts) {
    this.workspace = workspace;
    this.jobs = jobs;
    this.texts = texts;
    data.whenOpened(this::startWhereUntrained);
  }

  /**
   * Once for each data set that is opened: a training the person cancelled does not come back by
   * itself.
   */
  private void startWhereUntrained(Opened opened) {
    String fingerprint = opened.data().fingerprint();
    if (fingerprint.equals(startedFor)) {
      return;
    }
    startedFor = fingerprint;
    if (running.get() != null) {
      running.get().cancel();
    }
    // A model that is there and can't be used is not replaced unless the person says so.
    if (opened.trained().isEmpty() && opened.modelTrouble().isEmpty()) {
      startUsual();
    }
  }

  /** The training under way; null: none. */
  public ReadOnlyObjectProperty<JobTask<Opened>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** The iterations of the training under way, or of the last one. */
  public ObservableList<Iteration> iterations() {
    return iterationsView;
  }

  /** What the training under way, or the last one, was asked for. */
  public NmfSettings settings() {
    return settings;
  }

  /**
   * How long the training under way lasts if it goes on to its limit of iterations. When it will
   * settle is not known beforehand, so this is the most, not a guess.
   *
   * @return seconds; NaN before the first iteration
   */
  public double secondsLeftAtMost() {
    if (iterations.size() < 2) {
      return Double.NaN;
    }
    Iteration first = iterations.getFirst();
    Iteration last = iterations.getLast();
    double pace = (last.seconds() - first.seconds()) / (last.number() - first.number());
    return pace * (settings.maxIterations() - last.number());
  }

  /** Trains on the open data set and puts the model in use. The one in use stays until then. */
  public JobTask<Opened> start(NmfSettings wanted) {
    return start(() -> wanted);
  }

  /** The same with the settings that are usual for the open data set. */
  public JobTask<Opened> startUsual() {
    return start(
        () -> {
          Dataset data = workspace.opened().data();
          Optional<NmfSettings> usual = UsualTraining.of(data);
          if (usual.isEmpty()) {
            Platform.runLater(() -> impossible.set(data.fingerprint()));
          }
          return usual.orElseThrow(
              () -> new IllegalArgumentException(texts.get("job.train.too_little")));
        });
  }

  /**
   * The fingerprint of the last data set that turned out to have too few ratings for any taste
   * groups; empty: none so far.
   */
  public ReadOnlyStringProperty impossibleProperty() {
    return impossible.getReadOnlyProperty();
  }

  private JobTask<Opened> start(Supplier<NmfSettings> wanted) {
    int run = ++runs;
    iterations.clear();
    JobTask<Opened> job =
        jobs.create(
            texts.get("job.train"),
            progress -> {
              NmfSettings asked = wanted.get();
              onRun(run, () -> settings = asked);
              return workspace.train(
                  asked,
                  progress,
                  (number, error, seconds) ->
                      onRun(run, () -> iterations.add(new Iteration(number, error, seconds))));
            });
    running.set(job);
    job.phaseProperty()
        .addListener(
            (_, _, phase) -> {
              if (phase.ended() && running.get() == job) {
                running.set(null);
              }
            });
    return job.start();
  }

  /** Tells of a run on the JavaFX thread, unless another one was started since. */
  private void onRun(int run, Runnable news) {
    Platform.runLater(
        () -> {
          if (run == runs) {
            news.run();
          }
        });
  }
}
