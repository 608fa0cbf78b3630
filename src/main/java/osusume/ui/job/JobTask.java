package osusume.ui.job;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.concurrent.Task;
import osusume.progress.CancelledException;
import osusume.progress.Pause;
import osusume.progress.Progress;

/**
 * A job a person can watch and cancel: work that takes a {@link Progress}, as a JavaFX task. Made
 * by {@link Jobs#create}. What it leads to ({@code onDone} and the like) runs on the JavaFX thread.
 *
 * <p>To cancel is to ask: the work stops at its next check and the job is {@code CANCELLING} until
 * then, so that the screen never says "cancelled" while something is still being written. Work that
 * was past its last check ends as {@code DONE}. No thread is interrupted, for that would close the
 * files it reads.
 */
public final class JobTask<T> extends Task<T> {
  private final Jobs jobs;
  private final String title;
  private final Work<T> work;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.QUEUED);
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();

  /** null: this job can't be halted. */
  private final Pause pause;

  private volatile boolean cancelAsked;
  private Consumer<T> onDone = result -> {};
  private Consumer<Throwable> onFailed;
  private Runnable onCancelled = () -> {};

  /** What is to be done; runs on a thread of {@link Jobs}. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Progress progress) throws Exception;
  }

  /** Where a job stands; the screen shows what this says. */
  public enum Phase {
    QUEUED,
    RUNNING,
    CANCELLING,
    CANCELLED,
    FAILED,
    DONE;

    /** Whether the job is over. */
    public boolean ended() {
      return this == CANCELLED || this == FAILED || this == DONE;
    }
  }

  /**
   * @param pause by which the work can be halted; null: it can't be
   */
  JobTask(Jobs jobs, String title, Work<T> work, Pause pause, Consumer<Throwable> onFailed) {
    this.jobs = jobs;
    this.title = title;
    this.work = work;
    this.pause = pause;
    this.onFailed = onFailed;
  }

  /** What the job is, for a person ("Importing archive.zip"). */
  public String title() {
    return title;
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** Whether this job can be halted and go on. */
  public boolean canPause() {
    return pause != null;
  }

  /** Whether the person halted it. */
  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /**
   * Halts the job, or lets it go on; on the JavaFX thread.
   *
   * @throws IllegalStateException if this job can't be halted
   */
  public void setPaused(boolean wanted) {
    if (!canPause()) {
      throw new IllegalStateException("The job \"" + title + "\" can't be halted.");
    }
    if (wanted) {
      pause.halt();
    } else {
      pause.goOn();
    }
    paused.set(wanted);
  }

  public JobTask<T> onDone(Consumer<T> action) {
    onDone = action;
    return this;
  }

  /** Instead of telling the person with a message. */
  public JobTask<T> onFailed(Consumer<Throwable> action) {
    onFailed = action;
    return this;
  }

  public JobTask<T> onCancelled(Runnable action) {
    onCancelled = action;
    return this;
  }

  /** Starts the job; on the JavaFX thread. */
  public JobTask<T> start() {
    jobs.start(this);
    return this;
  }

  /** Asks the job to stop; from any thread. */
  @Override
  public boolean cancel(boolean ignored) {
    cancelAsked = true;
    if (Platform.isFxApplicationThread()) {
      showCancelling();
    } else {
      Platform.runLater(this::showCancelling);
    }
    return true;
  }

  private void showCancelling() {
    if (!phase.get().ended()) {
      phase.set(Phase.CANCELLING);
    }
  }

  @Override
  protected T call() throws Exception {
    Progress progress =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            updateProgress(Double.isNaN(fraction) ? -1 : fraction, 1);
            updateMessage(message);
          }

          @Override
          public boolean cancelled() {
            return cancelAsked;
          }
        };
    try {
      progress.check();
      return work.run(progress);
    } catch (CancelledException e) {
      super.cancel(false);
      return null;
    }
  }

  @Override
  protected void running() {
    if (phase.get() == Phase.QUEUED) {
      phase.set(Phase.RUNNING);
    }
  }

  @Override
  protected void succeeded() {
    end(Phase.DONE, () -> onDone.accept(getValue()));
  }

  @Override
  protected void cancelled() {
    end(Phase.CANCELLED, onCancelled);
  }

  @Override
  protected void failed() {
    end(Phase.FAILED, () -> onFailed.accept(getException()));
  }

  private void end(Phase how, Runnable then) {
    phase.set(how);
    jobs.ended(this);
    then.run();
  }
}
