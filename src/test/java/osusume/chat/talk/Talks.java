package osusume.chat.talk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import osusume.chat.Exchange;
import osusume.chat.NamedTitle;
import osusume.chat.Reply;
import osusume.chat.Step;
import osusume.chat.Tokens;

/** Exchanges as a conversation has them, for tests. */
public final class Talks {
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Talks() {}

  /** Something said at a minute after noon, and its whole answer. */
  public static Exchange exchange(int minute, String said, String answered) {
    return new Exchange(
        NOON.plusSeconds(60L * minute),
        OptionalInt.empty(),
        said,
        Optional.of(reply(answered)),
        Optional.empty());
  }

  private static Reply reply(String text) {
    return new Reply(
        "Offline", text, Reply.Ending.COMPLETE, List.of(), List.of(), List.of(), Optional.empty());
  }

  /** An exchange in which every field says something. */
  public static Exchange full() {
    var reply =
        new Reply(
            "OpenAI (gpt-4o)",
            "Try **Mushishi** 蟲師.\n<b>\"so\"</b>",
            Reply.Ending.CUT,
            List.of(
                new Step("recommend", "{\"k\":3}", "recommended: 3", List.of(457, 1), false),
                new Step("explain", "{", "", List.of(), true)),
            List.of(
                new NamedTitle(4, 16, "Mushishi", OptionalInt.of(457), true),
                new NamedTitle(17, 19, "蟲師", OptionalInt.empty(), false)),
            List.of("The connection broke off."),
            Optional.of(new Tokens(1200, 34, false).costing(0.0123)));
    return new Exchange(
        NOON.plusNanos(123_456_789),
        OptionalInt.of(5),
        "something calm",
        Optional.of(reply),
        Optional.of("It broke off."));
  }

  /** A question to which nothing came. */
  public static Exchange failed(int minute, String said) {
    return new Exchange(
        NOON.plusSeconds(60L * minute),
        OptionalInt.empty(),
        said,
        Optional.empty(),
        Optional.of("There is no network."));
  }

  /** A conversation that began with an exchange. */
  public static Conversation begunWith(Exchange exchange) {
    return Conversation.begin(exchange.at()).with(exchange);
  }
}
