package osusume.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The wishes that a program should end (Ctrl+C, a system that shuts down, a terminal that is
 * closed), for a command that has something to finish first. The first wish asks the command to
 * end; another one ends the process at once.
 *
 * <p>A hook of {@link Runtime} would do for the first: but once hooks run, Java hears no second
 * wish, and the exit status would be that of a program that was killed, while this one did what it
 * was asked to.
 */
final class EndSignals implements AutoCloseable {
  private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

  /** What Ctrl+C sends. */
  private static final String BY_KEYS = "INT";

  private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
  private final CountDownLatch wished = new CountDownLatch(1);
  private volatile boolean interrupted;

  private EndSignals() {}

  /** From now on the first wish to end no longer ends the process. */
  static EndSignals watch() {
    EndSignals signals = new EndSignals();
    NAMES.forEach(signals::watch);
    return signals;
  }

  private void watch(String name) {
    try {
      Signal signal = new Signal(name);
      SignalHandler usual = Signal.handle(signal, this::first);
      if (usual == SignalHandler.SIG_IGN) {
        // Who started the program (nohup, a shell in the background) wants it to be ignored.
        Signal.handle(signal, usual);
      } else {
        before.put(signal, usual);
      }
    } catch (IllegalArgumentException e) {
      // Not every system has each of them, and Java may be told to leave them alone.
    }
  }

  private void first(Signal signal) {
    before.keySet().forEach(watched -> Signal.handle(watched, SignalHandler.SIG_DFL));
    interrupted = signal.getName().equals(BY_KEYS);
    wished.countDown();
  }

  /** Whether the program should end. */
  boolean wished() {
    return wished.getCount() == 0;
  }

  /**
   * Whether it was a person at the keys who wished it (Ctrl+C): then it may be meant for what is
   * under way alone.
   */
  boolean interrupted() {
    return wished() && interrupted;
  }

  /** Signals do again what they did before: for a program that goes on, whatever was wished. */
  void usual() {
    before.forEach(Signal::handle);
  }

  /** Waits until the program should end. */
  void await() {
    try {
      wished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Signals do again what they did before, unless one came: then another still ends at once. */
  @Override
  public void close() {
    if (!wished()) {
      usual();
    }
  }
}
