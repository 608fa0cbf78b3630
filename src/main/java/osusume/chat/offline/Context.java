package osusume.chat.offline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import osusume.chat.Exchange;
import osusume.chat.Mode;
import osusume.chat.NamedTitle;
import osusume.chat.Question;
import osusume.chat.Reply;

/**
 * What was said before in the same conversation.
 *
 * @param last what the last message but this one meant; empty: nothing was said before
 * @param named ids of the titles that the last answer named, in order, each once
 * @param shown ids of all titles that were named since the wishes began
 */
record Context(Optional<Understanding> last, List<Integer> named, Set<Integer> shown) {
  static final Context NONE = new Context(Optional.empty(), List.of(), Set.of());

  /** What lies further back is forgotten. */
  private static final int MOST = 12;

  /** Reads what was said before, from the oldest on; nothing where the mode remembers nothing. */
  static Context of(Question question) {
    Context context = NONE;
    if (question.mode() == Mode.SIMPLE) {
      return context;
    }
    List<Exchange> before = question.before();
    for (Exchange exchange : before.subList(Math.max(0, before.size() - MOST), before.size())) {
      Understanding understood = Reader.read(exchange.said(), context, question.ground());
      List<Integer> named = new ArrayList<>(exchange.reply().map(Context::ids).orElse(List.of()));
      if (understood.intent().offers()) {
        // "The second one" counts what was offered, not what it is like.
        understood.titles().stream()
            .map(question.ground().catalogue()::idOfRow)
            .forEach(id -> named.remove(id));
      }
      Set<Integer> shown = new LinkedHashSet<>(understood.shown());
      if (understood.intent().offers()) {
        shown.addAll(named);
      }
      boolean asideOnly =
          understood.intent() == Intent.THANKS || understood.intent() == Intent.HELLO;
      context =
          asideOnly
              ? context
              : new Context(
                  keep(context, understood), named.isEmpty() ? context.named : named, shown);
    }
    return context;
  }

  /** Between two offers there may be a question about a title; "another one" means the offer. */
  private static Optional<Understanding> keep(Context context, Understanding understood) {
    boolean about = !understood.intent().offers() && understood.intent() != Intent.COUNT;
    return about && context.last.filter(last -> last.intent().offers()).isPresent()
        ? context.last.map(
            last -> last.with(last.intent(), last.wishes(), last.titles(), context.shown))
        : Optional.of(understood);
  }

  private static List<Integer> ids(Reply reply) {
    return new ArrayList<>(
        new LinkedHashSet<>(
            reply.titles().stream()
                .map(NamedTitle::animeId)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .toList()));
  }
}
