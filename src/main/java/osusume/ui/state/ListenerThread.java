package osusume.ui.state;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import osusume.app.ListenerSettings;
import osusume.http.Reachable;
import osusume.ui.state.Listening.Started;
import osusume.ui.state.Listening.Starter;

/**
 * Starts and stops the listener on a thread of its own, one after the other. Of several wishes only
 * the last is carried out, so that who presses a switch to and fro does not wait for each press.
 */
final class ListenerThread {
  /** For requests under way, which are cut off after it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Starter starter;
  private final Consumer<Outcome> then;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          ListenerThread::thread,
          new ThreadPoolExecutor.DiscardPolicy());

  private volatile Wish last = new Wish(0, ListenerSettings.DEFAULT);

  // What follows belongs to the thread.
  private long carriedOut;
  private ListenerSettings by;
  private Started running;

  private record Wish(long number, ListenerSettings settings) {}

  /** What came of the last wish. */
  sealed interface Outcome {
    record Stopped() implements Outcome {}

    record Listens(Reachable at) implements Outcome {}

    record Failed(Throwable why) implements Outcome {}
  }

  /**
   * @param then is told what came of the last wish, on the JavaFX thread
   */
  ListenerThread(Starter starter, Consumer<Outcome> then) {
    this.starter = starter;
    this.then = then;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "osusume-listener");
    thread.setDaemon(true);
    return thread;
  }

  /** Lets it listen by these settings, or not at all; on the JavaFX thread. */
  void wish(ListenerSettings settings) {
    last = new Wish(last.number() + 1, settings);
    thread.execute(this::carryOut);
  }

  private void carryOut() {
    Wish wish = last;
    if (wish.number() == carriedOut) {
      return;
    }
    carriedOut = wish.number();
    tell(wish.number(), outcome(wish.settings()));
  }

  private void tell(long wish, Outcome outcome) {
    Platform.runLater(
        () -> {
          if (wish == last.number()) {
            then.accept(outcome);
          }
        });
  }

  private Outcome outcome(ListenerSettings wanted) {
    try {
      if (running != null && !wanted.equals(by)) {
        Started ended = running;
        running = null;
        ended.stop(PATIENCE);
      }
      if (!wanted.on()) {
        return new Outcome.Stopped();
      }
      if (running == null) {
        running = starter.start(wanted);
        by = wanted;
      }
      return new Outcome.Listens(running.reachable());
    } catch (Throwable e) {
      // Nothing goes past this, or whoever waits would never be told.
      return new Outcome.Failed(e);
    }
  }

  /** Tells anew where it listens, if it does; on the JavaFX thread. */
  void lookAgain() {
    thread.execute(
        () -> {
          if (running != null && last.number() == carriedOut) {
            tell(carriedOut, new Outcome.Listens(running.reachable()));
          }
        });
  }

  /** Stops what listens and takes no more wishes; on the JavaFX thread, returns at once. */
  void close() {
    wish(last.settings().withOn(false));
    thread.shutdown();
  }

  /**
   * Waits, not on the JavaFX thread, until nothing listens any more.
   *
   * @return whether it came about in time
   */
  boolean awaitEnd() throws InterruptedException {
    // A second more than the requests get, to start and stop in.
    return thread.awaitTermination(PATIENCE.toMillis() + 1000, TimeUnit.MILLISECONDS);
  }
}
