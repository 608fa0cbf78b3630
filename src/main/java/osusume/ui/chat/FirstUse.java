package osusume.ui.chat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import osusume.chat.Ground;
import osusume.chat.model.WarmUp;
import osusume.chat.offline.OfflineAssistant;
import osusume.ui.text.Texts;

/** Loads what the first question would wait for, beside everything else. */
final class FirstUse {
  private static final Logger LOG = Logger.getLogger(FirstUse.class.getName());
  private static final AtomicBoolean PREPARED = new AtomicBoolean();

  /** Of each kind of text one. */
  private static final String ALL_KINDS =
      """
      # One

      A **bold**, _quiet_ `word` of [another](https://example.org).

      1. one
         - two

      > three

      | four |
      |------|
      | five |

      ```
      six
      ```

      ***
      """;

  private FirstUse() {}

  /** Loads what reads and shows an answer, and the client of models, once. Returns at once. */
  static void prepare(Texts texts) {
    if (PREPARED.compareAndSet(false, true)) {
      start(
          () -> {
            // In no window, which any thread may do.
            new MarkdownView(texts).show(ALL_KINDS, List.of());
            WarmUp.run();
          });
    }
  }

  /** Makes the assistant of rules ready for these titles. Returns at once. */
  static void prepare(Ground ground) {
    start(() -> OfflineAssistant.prepare(ground));
  }

  private static void start(Runnable work) {
    Thread.ofPlatform()
        .daemon()
        .name("osusume-chat-warm-up")
        .priority(Thread.MIN_PRIORITY)
        .start(() -> run(work));
  }

  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // The first question loads it then, and tells the person what is wrong.
      LOG.log(Level.WARNING, "The chat could not be made ready.", e);
    }
  }
}
