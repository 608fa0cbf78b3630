package osusume.ui.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.ChatEvent;

/**
 * What is known of the answers of this run of the program and kept nowhere: what was sent for them,
 * and what kept one from coming. For the JavaFX thread.
 */
final class AnswerFacts {
  /** Of so many answers; what was sent for one may be as long as a model's memory. */
  private static final int MOST = 50;

  private record Which(String talkId, Instant at) {}

  private record Facts(List<ChatEvent.Sending> sent, Optional<Trouble> trouble) {}

  private final Map<Which, Facts> all =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Which, Facts> eldest) {
          return size() > MOST;
        }
      };

  void put(String talkId, Instant at, List<ChatEvent.Sending> sent, Optional<Trouble> trouble) {
    all.put(new Which(talkId, at), new Facts(List.copyOf(sent), trouble));
  }

  Optional<Trouble> trouble(String talkId, Instant at) {
    return Optional.ofNullable(all.get(new Which(talkId, at))).flatMap(Facts::trouble);
  }

  List<ChatEvent.Sending> sent(String talkId, Instant at) {
    Facts facts = all.get(new Which(talkId, at));
    return facts == null ? List.of() : facts.sent();
  }

  /** Of a conversation that is gone. */
  void forget(String talkId) {
    all.keySet().removeIf(which -> which.talkId().equals(talkId));
  }

  void forgetAll() {
    all.clear();
  }
}
