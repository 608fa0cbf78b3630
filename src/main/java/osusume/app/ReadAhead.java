package osusume.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import osusume.progress.CancelledException;

/** Something that is being opened before anybody asks for it. */
final class ReadAhead {
  private final FutureTask<Opened> reading;
  private final List<IOException> troubles = new CopyOnWriteArrayList<>();

  /** Opens something. */
  @FunctionalInterface
  interface Reading {
    Opened read(Consumer<IOException> onTrouble) throws IOException;
  }

  private ReadAhead(Reading how) {
    this.reading = new FutureTask<>(() -> how.read(troubles::add));
  }

  /** Begins in a thread of its own, which keeps no program from ending. */
  static ReadAhead begin(Reading how) {
    ReadAhead begun = new ReadAhead(how);
    Thread thread = new Thread(begun.reading, "osusume-reading-ahead");
    thread.setDaemon(true);
    thread.start();
    return begun;
  }

  /**
   * Waits for what is being read.
   *
   * @param onTrouble is told what could be done without, in the caller's thread
   * @throws CancelledException if the caller is interrupted
   */
  Opened await(Consumer<IOException> onTrouble) throws IOException {
    try {
      Opened read = reading.get();
      troubles.forEach(onTrouble);
      return read;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException trouble -> throw trouble;
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        case Throwable other -> throw new IllegalStateException(other);
      }
    }
  }
}
