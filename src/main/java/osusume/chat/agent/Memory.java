package osusume.chat.agent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import osusume.chat.Asker;
import osusume.chat.Exchange;
import osusume.chat.NamedTitle;
import osusume.chat.Reply;
import osusume.chat.model.Message;

/**
 * What a model is reminded of: the last exchanges of the conversation, whole, as many as fit. What
 * tools found for them is not said again, only which titles the answers named.
 *
 * @param messages the oldest first
 * @param animeIds the titles that were named, each once
 */
record Memory(List<Message> messages, Set<Integer> animeIds) {
  /** What a title takes in the data: its id, its name, and the marks around them. */
  private static final int PER_TITLE = 24;

  /**
   * @param before the oldest first; those without an answer are passed over
   * @param asker for whom the model speaks now; where somebody else was meant before, it is told
   * @param tokens what there is room for, see {@link TokenEstimate}
   */
  static Memory of(List<Exchange> before, Asker asker, int tokens) {
    List<Message> kept = new ArrayList<>();
    Set<Integer> ids = new LinkedHashSet<>();
    int left = tokens;
    for (Exchange exchange : before.reversed()) {
      if (exchange.reply().isEmpty() || exchange.reply().get().text().isBlank()) {
        continue;
      }
      Reply reply = exchange.reply().get();
      List<Message> pair =
          List.of(
              new Message.Said(said(exchange, asker)),
              new Message.Answered(reply.text(), List.of()));
      List<Integer> named = named(reply);
      left -= TokenEstimate.ofMessages(pair) + PER_TITLE * named.size();
      if (left < 0) {
        break;
      }
      kept.addAll(0, pair);
      ids.addAll(named);
    }
    return new Memory(List.copyOf(kept), ids);
  }

  /** The messages after the instructions. */
  List<Message> behind(Message.Instructions instructions) {
    List<Message> all = new ArrayList<>();
    all.add(instructions);
    all.addAll(messages);
    return all;
  }

  private static String said(Exchange exchange, Asker asker) {
    if (exchange.userId().equals(asker.userId())) {
      return exchange.said();
    }
    return exchange.userId().isPresent()
        ? "(for user %d) %s".formatted(exchange.userId().getAsInt(), exchange.said())
        : "(for me) " + exchange.said();
  }

  private static List<Integer> named(Reply reply) {
    return reply.titles().stream()
        .filter(title -> title.animeId().isPresent())
        .map(NamedTitle::animeId)
        .map(OptionalInt::getAsInt)
        .distinct()
        .toList();
  }
}
