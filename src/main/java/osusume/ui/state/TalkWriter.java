package osusume.ui.state;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.logging.Logger;
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
  private static final Logger LOG = Logger.getLogger(TalkWriter.class.getName());
  private static final int PATIENCE_SECONDS = 5;

  private final Path folder;
  private final BooleanSupplier keeps;
  private final Consumer<Throwable> wrong;
  private final AtomicLong searches = new AtomicLong();
  private final ExecutorService thread = thread("osusume-talks");

  /** A search reads every file; what is to be written or opened does not wait for it. */
  private final ExecutorService searching = thread("osusume-talk-search");

  /** When it was said what nothing is kept of; it stays so, whatever is wished later. */
  private final Set<Instant> unkept = ConcurrentHashMap.newKeySet();

  /** Null until something is asked of it. */
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

  private static ExecutorService thread(String name) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        work -> Thread.ofPlatform().daemon().name(name).unstarted(work),
        new ThreadPoolExecutor.DiscardPolicy());
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
        searching,
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
   * Keeps what may be kept of a conversation, in the last exchange of which something was just said
   * or answered.
   *
   * @param still is asked when its turn has come
   */
  void save(Conversation talk, BooleanSupplier still) {
    // As it was wished when it was said, so that what is listed and what is kept are the same.
    if (keeps.getAsBoolean()) {
      Conversation kept = kept(talk);
      later(to -> still.getAsBoolean() && to.save(kept), _ -> {});
    } else if (!talk.exchanges().isEmpty()) {
      unkept.add(talk.exchanges().getLast().at());
    }
  }

  /** What is kept of a conversation: not what was said while nothing was to be. */
  Conversation kept(Conversation talk) {
    return talk.without(unkept);
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
    later(ConversationStore::deleteAll, then);
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
    later(thread, work, then);
  }

  private <T> void later(ExecutorService by, Work<T> work, Consumer<T> then) {
    by.execute(
        () -> {
          try {
            T result = work.of(store());
            Platform.runLater(() -> then.accept(result));
          } catch (CancelledException e) {
            // Nobody waits for it any more.
          } catch (IOException | RuntimeException e) {
            Platform.runLater(() -> wrong.accept(e));
          }
        });
  }

  private synchronized ConversationStore store() throws IOException {
    if (store == null) {
      store = new ConversationStore(folder, () -> true);
    }
    return store;
  }

  /** Finishes what is being written and ends; not on the JavaFX thread. */
  void close() throws InterruptedException {
    leaveSearch();
    searching.shutdown();
    later(
        open -> {
          open.close();
          return open;
        },
        _ -> {});
    thread.shutdown();
    if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      LOG.warning("A conversation was not written in time; its file stays as it was.");
    }
  }
}
