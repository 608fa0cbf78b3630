package osusume.chat.talk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import osusume.chat.Exchange;
import osusume.chat.Reply;

/** Words that are looked for in what was said and answered, whatever the case. */
final class ConversationSearch {
  /** Characters that are shown before and after a word. */
  private static final int AROUND = 40;

  private final List<Pattern> words;

  /**
   * @param text words divided by blanks; a conversation fits where all of them occur in it
   */
  ConversationSearch(String text) {
    words =
        Pattern.compile("\\s+")
            .splitAsStream(text.strip())
            .filter(word -> !word.isEmpty())
            .map(
                word ->
                    Pattern.compile(
                        Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
            .toList();
  }

  /** Empty where one of the words does not occur. */
  Optional<ConversationHit> in(Conversation conversation) {
    Optional<ConversationHit> first = Optional.empty();
    for (Pattern word : words) {
      Optional<ConversationHit> hit = hit(conversation, word);
      if (hit.isEmpty()) {
        return Optional.empty();
      }
      first = first.isPresent() ? first : hit;
    }
    return first;
  }

  private static Optional<ConversationHit> hit(Conversation conversation, Pattern word) {
    for (int i = 0; i < conversation.exchanges().size(); i++) {
      for (String text : texts(conversation.exchanges().get(i)).toList()) {
        Matcher found = word.matcher(text);
        if (found.find()) {
          return Optional.of(snippet(conversation, i, text, found.start(), found.end()));
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<String> texts(Exchange exchange) {
    return Stream.concat(Stream.of(exchange.said()), exchange.reply().map(Reply::text).stream());
  }

  private static ConversationHit snippet(
      Conversation conversation, int exchange, String text, int start, int end) {
    int from = wholeCharacter(text, Math.max(0, start - AROUND));
    int to = wholeCharacter(text, Math.min(text.length(), end + AROUND));
    String before = (from > 0 ? "…" : "") + line(text.substring(from, start)).stripLeading();
    String word = line(text.substring(start, end));
    String after = line(text.substring(end, to)).stripTrailing() + (to < text.length() ? "…" : "");
    return new ConversationHit(
        conversation.head(),
        exchange,
        before + word + after,
        before.length(),
        before.length() + word.length());
  }

  /** Never between the two halves of one character. */
  private static int wholeCharacter(String text, int at) {
    boolean within =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return within ? at + 1 : at;
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
