package osusume.cli;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Prints lines in a thread of its own, so that nobody who has one to print waits for whoever reads
 * them: a pipe may have no reader. Lines for which there is no room are left out, and it says how
 * many.
 */
final class LineQueue implements AutoCloseable {
  private static final int ROOM = 1000;

  /** For the last lines; who reads at all has read them by then. */
  private static final long LAST_MILLIS = 500;

  private final BlockingQueue<Supplier<String>> lines = new ArrayBlockingQueue<>(ROOM);
  private final AtomicLong leftOut = new AtomicLong();
  private final Consumer<String> print;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("osusume-lines").unstarted(this::run);

  private LineQueue(Consumer<String> print) {
    this.print = print;
  }

  static LineQueue start(Consumer<String> print) {
    LineQueue queue = new LineQueue(print);
    queue.thread.start();
    return queue;
  }

  /**
   * @param line is worked out when it is printed
   */
  void add(Supplier<String> line) {
    if (!lines.offer(line)) {
      leftOut.incrementAndGet();
    }
  }

  private void run() {
    try {
      while (true) {
        print.accept(lines.take().get());
        sayLeftOut();
      }
    } catch (InterruptedException closed) {
      for (Supplier<String> last = lines.poll(); last != null; last = lines.poll()) {
        print.accept(last.get());
      }
    }
  }

  private void sayLeftOut() {
    long missing = lines.isEmpty() ? leftOut.getAndSet(0) : 0;
    if (missing > 0) {
      print.accept(
          "… %,d lines are left out: they came faster than they could be printed."
              .formatted(missing));
    }
  }

  /** Waits for the lines there are, but not for a reader that takes none. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(LAST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
