package osusume.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Holds back what may cost money: so many a minute and so many at once. */
final class TalkGate {
  private static final double SECONDS = 60;

  private final Pace pace;
  private final int atOnce;
  private final Map<String, Integer> underWay = new HashMap<>();
  private int all;

  TalkGate(Limits limits) {
    this.pace = new Pace(limits.talksPerMinute() / SECONDS, limits.talksPerMinute());
    this.atOnce = limits.talksAtOnce();
  }

  /** One that was let in; it is over when it is closed. */
  interface Pass extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @throws Problem 429 if it must wait
   */
  Pass enter(Visitor visitor, long nanoTime) throws Problem {
    String key = visitor.key();
    synchronized (this) {
      if (all >= 2 * atOnce || underWay.getOrDefault(key, 0) >= atOnce) {
        throw tooMany("Other messages are being answered still. Ask again in a moment.", 1);
      }
      if (!pace.take(key, nanoTime)) {
        long wait = pace.secondsToWait(key, nanoTime);
        throw tooMany(
            "That is more messages a minute than are answered. Ask again in %d s.".formatted(wait),
            wait);
      }
      all++;
      underWay.merge(key, 1, Integer::sum);
    }
    return () -> leave(key);
  }

  private synchronized void leave(String key) {
    all--;
    underWay.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
  }

  static Problem tooMany(String sentence, long wait) {
    return new Problem(429, sentence, Optional.empty(), Map.of("Retry-After", Long.toString(wait)));
  }
}
