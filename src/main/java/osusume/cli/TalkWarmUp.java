package osusume.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import osusume.app.AssistantKind;
import osusume.app.Grounds;
import osusume.app.Opened;
import osusume.chat.Asker;
import osusume.chat.model.WarmUp;
import osusume.chat.offline.OfflineAssistant;
import osusume.data.Taste;

/** Makes ready, beside everything else, what the first {@code /talk} would wait for. */
final class TalkWarmUp {
  private static final Logger LOG = Logger.getLogger(TalkWarmUp.class.getName());

  private TalkWarmUp() {}

  /** Returns at once. */
  static void start(AssistantKind kind, Opened opened) {
    Thread.ofPlatform()
        .daemon()
        .name("talk-warm-up")
        .priority(Thread.MIN_PRIORITY)
        .start(() -> run(kind, opened));
  }

  private static void run(AssistantKind kind, Opened opened) {
    try {
      if (kind == AssistantKind.OFFLINE) {
        OfflineAssistant.prepare(Grounds.of(opened, somebody(opened), true));
      } else {
        WarmUp.run();
      }
    } catch (RuntimeException e) {
      // The first request loads it then, and whoever asks is told what is wrong.
      LOG.log(Level.WARNING, "/talk could not be made ready.", e);
    }
  }

  private static Asker somebody(Opened opened) {
    var ratings = opened.data().ratings();
    return Asker.user(ratings.idOfRow(0), Taste.ofUser(ratings, 0));
  }
}
