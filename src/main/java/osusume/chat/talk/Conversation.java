package osusume.chat.talk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import osusume.chat.Exchange;

/**
 * What was said and answered, one exchange after the other. Immutable.
 *
 * @param id names its file: when it began, and something no other has
 * @param begun when it was begun
 * @param exchanges the oldest first
 */
public record Conversation(String id, Instant begun, List<Exchange> exchanges) {
  /** What a title may have in characters. */
  private static final int LONGEST_TITLE = 60;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /**
   * @throws IllegalArgumentException if the id could not name a file of a conversation
   */
  public Conversation {
    if (!isId(id)) {
      throw new IllegalArgumentException("'" + id + "' names no conversation.");
    }
    exchanges = List.copyOf(exchanges);
  }

  /** A new one, in which nothing has been said yet. */
  public static Conversation begin(Instant now) {
    String id = TIME.format(now) + "-" + UUID.randomUUID().toString().substring(0, 8);
    return new Conversation(id, now, List.of());
  }

  /** Only such names are made, so that an id never leads out of its folder. */
  static boolean isId(String text) {
    return text.matches("\\d{8}-\\d{6}-[0-9a-f]{8}");
  }

  /** The same with one exchange more. */
  public Conversation with(Exchange exchange) {
    List<Exchange> more = new ArrayList<>(exchanges);
    more.add(exchange);
    return new Conversation(id, begun, more);
  }

  /** The same with its first exchanges alone, for instance to say the next one otherwise. */
  public Conversation first(int count) {
    return new Conversation(id, begun, exchanges.subList(0, count));
  }

  /** The same without what was said at these times. */
  public Conversation without(Set<Instant> times) {
    return new Conversation(
        id, begun, exchanges.stream().filter(one -> !times.contains(one.at())).toList());
  }

  /** The same under another name. */
  Conversation named(String other) {
    return new Conversation(other, begun, exchanges);
  }

  /** When something was said last. */
  public Instant last() {
    return exchanges.isEmpty() ? begun : exchanges.getLast().at();
  }

  /** The beginning of what the person said first, in one line; empty while nothing was said. */
  public String title() {
    if (exchanges.isEmpty()) {
      return "";
    }
    String line = exchanges.getFirst().said().strip().replaceAll("\\s+", " ");
    return cut(line);
  }

  private static String cut(String line) {
    if (line.codePointCount(0, line.length()) <= LONGEST_TITLE) {
      return line;
    }
    String start = line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1));
    int blank = start.lastIndexOf(' ');
    // A language without blanks is cut between any two characters.
    return (blank > LONGEST_TITLE / 2 ? start.substring(0, blank) : start) + "…";
  }

  /** What a list of conversations shows of it. */
  public ConversationHead head() {
    return new ConversationHead(id, begun, last(), title(), exchanges.size());
  }
}
