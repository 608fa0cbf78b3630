package osusume.ui.job;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Answers quick questions off the JavaFX thread, of which only the latest matters: while the person
 * types, the answers to older questions are never shown and, where possible, not worked out.
 */
public final class LatestAnswer<T> {
  private final Executor executor;
  private final Consumer<T> show;
  private final Consumer<Throwable> wrong;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private volatile long latest;

  /**
   * @param show is handed the answer, on the JavaFX thread
   * @param wrong is handed what went wrong instead, on the JavaFX thread
   */
  public LatestAnswer(Jobs jobs, Consumer<T> show, Consumer<Throwable> wrong) {
    this.executor = jobs.answerers();
    this.show = show;
    this.wrong = wrong;
  }

  /** Whether a question waits for its answer. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Asks; on the JavaFX thread. */
  public void ask(Callable<T> question) {
    long number = latest + 1;
    latest = number;
    busy.set(true);
    executor.execute(() -> answer(number, question));
  }

  /** Lets go of what was asked: its answer is not shown. */
  public void forget() {
    latest = latest + 1;
    busy.set(false);
  }

  private void answer(long number, Callable<T> question) {
    if (number != latest) {
      return;
    }
    Runnable then;
    try {
      T answer = question.call();
      then = () -> show.accept(answer);
    } catch (Exception e) {
      then = () -> wrong.accept(e);
    }
    Runnable shown = then;
    Platform.runLater(
        () -> {
          if (number == latest) {
            busy.set(false);
            shown.run();
          }
        });
  }
}
