package osusume.ui.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import osusume.chat.talk.Conversation;
import osusume.chat.talk.ConversationHit;
import osusume.chat.talk.ConversationList;
import osusume.chat.talk.ConversationStore;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/**
 * Reads and writes conversations on a thread of its own, one after another, so that what was said
 * last is what is kept. What comes of it is told on the JavaFX thread.
 */
final class TalkWriter {
  private static final int PATIENCE_SECONDS = 5;

  private final Path folder;
  private final BooleanSupplier keeps;
  private final Consumer<Throwable> wrong;
  private final AtomicLong searches = new AtomicLong();
  private final ExecutorService thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          TalkWriter::thread,
          new ThreadPoolExecutor.DiscardPolicy());

  /** Of the thread; null until it was asked for something. */
  private ConversationStore store;

  private interface Work<T> {
    T of(ConversationStore store) throws IOException;
  }

  /**
   * @param keeps whether what is said is kept; asked each time, from any thread
   * @param wrong is told what went wrong, on the JavaFX thread
   */
  TalkWriter(Path folder, BooleanSupplier keeps, Consumer<Throwable> wrong) {
    this.folder = folder;
    this.keeps = keeps;
    this.wrong = wrong;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "osusume-talks");
    thread.setDaemon(true);
    return thread;
  }

  void list(Consumer<ConversationList> then) {
    later(ConversationStore::list, then);
  }

  void read(String id, Consumer<Conversation> then) {
    later(from -> from.read(id), then);
  }

  /** Finds conversations; an older search gives way to a later one and tells nothing. */
  void search(String words, Consumer<List<ConversationHit>> then) {
    long number = searches.incrementAndGet();
    Progress whileLast =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return number != searches.get();
          }
        };
    later(
        in -> in.search(words, whileLast),
        found -> {
          if (number == searches.get()) {
            then.accept(found);
          }
        });
  }

  /** Lets go of a search: nothing is told of it. */
  void leaveSearch() {
    searches.incrementAndGet();
  }

  /**
   * @param still is asked when its turn has come
   */
  void save(Conversation talk, BooleanSupplier still) {
    // As it was wished when it was said, so that what is listed and what is kept are the same.
    if (keeps.getAsBoolean()) {
      later(to -> still.getAsBoolean() && to.save(talk), _ -> {});
    }
  }

  void delete(String id, Runnable then) {
    later(
        from -> {
          from.delete(id);
          return id;
        },
        _ -> then.run());
  }

  /**
   * @param then is told how many there were
   */
  void deleteAll(Consumer<Integer> then) {
    later(from -> from.deleteAll().size(), then);
  }

  void restore(String id, Consumer<Conversation> then) {
    later(
        in -> {
          in.restore(id);
          return in.read(id);
        },
        then);
  }

  private <T> void later(Work<T> work, Consumer<T> then) {
    thread.execute(
        () -> {
          try {
            if (store == null) {
              store = new ConversationStore(folder, () -> true);
            }
            T result = work.of(store);
            Platform.runLater(() -> then.accept(result));
          } catch (CancelledException e) {
            // Nobody waits for it any more.
          } catch (IOException | RuntimeException e) {
            Platform.runLater(() -> wrong.accept(e));
          }
        });
  }

  /** Finishes what is being written and ends; not on the JavaFX thread. */
  void close() throws InterruptedException {
    later(
        open -> {
          open.close();
          return open;
        },
        _ -> {});
    thread.shutdown();
    thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
