package osusume.ui.state;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import osusume.app.Opened;
import osusume.app.Workspace;
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
  private String startedFor = "";
  private int runs;

  /**
   * How far the training is.
   *
   * @param number 1 is the first
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
    if (opened.trained().isEmpty()) {
      start(NmfSettings.DEFAULT);
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

  /** Trains on the open data set and puts the model in use. The one in use stays until then. */
  public JobTask<Opened> start(NmfSettings settings) {
    int run = ++runs;
    iterations.clear();
    JobTask<Opened> job =
        jobs.create(
            texts.get("job.train"),
            progress ->
                workspace.train(
                    settings,
                    progress,
                    (number, error, seconds) -> add(run, new Iteration(number, error, seconds))));
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

  private void add(int run, Iteration iteration) {
    Platform.runLater(
        () -> {
          if (run == runs) {
            iterations.add(iteration);
          }
        });
  }
}
