package osusume.ui.chat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import osusume.chat.model.WarmUp;

/** Loads what the first question to a language model would wait for, once, beside everything. */
final class FirstUse {
  private static final Logger LOG = Logger.getLogger(FirstUse.class.getName());
  private static final AtomicBoolean PREPARED = new AtomicBoolean();

  private FirstUse() {}

  /** Returns at once. */
  static void prepare() {
    if (PREPARED.compareAndSet(false, true)) {
      Thread.ofPlatform()
          .daemon()
          .name("osusume-chat-warm-up")
          .priority(Thread.MIN_PRIORITY)
          .start(FirstUse::run);
    }
  }

  private static void run() {
    try {
      WarmUp.run();
    } catch (RuntimeException e) {
      // The first question loads it then, and tells the person what is wrong.
      LOG.log(Level.WARNING, "The chat could not be made ready.", e);
    }
  }
}
