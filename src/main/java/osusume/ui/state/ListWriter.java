package osusume.ui.state;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import osusume.mylist.ListChange;
import osusume.mylist.ListStore;
import osusume.mylist.MyList;

/**
 * Works on the store of the list on a thread of its own, one thing after another, and tells what
 * came of it on the JavaFX thread.
 */
final class ListWriter {
  private static final int PATIENCE_SECONDS = 5;

  private final Path folder;
  private final Clock clock;
  private final Consumer<IOException> onTrouble;
  private final ExecutorService thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          ListWriter::thread,
          new ThreadPoolExecutor.DiscardPolicy());

  /** Of the thread; null until the list could be read. */
  private ListStore store;

  /** What is to be done with the store. */
  @FunctionalInterface
  interface Work<T> {
    T of(ListStore store) throws IOException;
  }

  /**
   * What came of it.
   *
   * @param list as it is on the disk now
   * @param undoable the change that can be undone now; null if there is none
   */
  record Done<T>(T result, MyList list, ListChange undoable) {}

  /**
   * Why nothing came of it.
   *
   * @param unread whether the list could not even be read
   */
  record Failure(Exception why, boolean unread) {}

  /**
   * @param onTrouble is told, on the JavaFX thread, what was damaged and could be mended
   */
  ListWriter(Path folder, Clock clock, Consumer<IOException> onTrouble) {
    this.folder = folder;
    this.clock = clock;
    this.onTrouble = trouble -> Platform.runLater(() -> onTrouble.accept(trouble));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "osusume-list");
    thread.setDaemon(true);
    return thread;
  }

  /** Does something once everything before it was done, and then tells one of the two. */
  <T> void execute(Work<T> work, Consumer<Done<T>> then, Consumer<Failure> otherwise) {
    thread.execute(
        () -> {
          try {
            if (store == null) {
              store = ListStore.open(folder, clock, onTrouble);
            } else {
              store.refresh();
            }
            T result = work.of(store);
            var done = new Done<>(result, store.list(), store.undoable().orElse(null));
            Platform.runLater(() -> then.accept(done));
          } catch (IOException | RuntimeException e) {
            Failure failure = new Failure(e, store == null);
            Platform.runLater(() -> otherwise.accept(failure));
          }
        });
  }

  /** Finishes what is being written and ends; not on the JavaFX thread. */
  void close() throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
