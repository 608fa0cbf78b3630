package osusume.chat.agent;

import java.util.Collection;
import osusume.chat.Tokens;
import osusume.chat.model.Message;
import osusume.chat.model.ModelRequest;
import osusume.chat.model.ToolCall;
import osusume.json.Json;

/**
 * How many tokens a text is, before a server counts them. Every model cuts texts otherwise, so this
 * is a rule of thumb: four characters of ASCII a token, two of other alphabets, and one each of
 * Chinese, Japanese and Korean, symbols and pictures.
 */
final class TokenEstimate {
  /** What a message takes beside its text: its role, and where it begins and ends. */
  private static final int PER_MESSAGE = 4;

  private static final double ASCII = 0.25;
  private static final double ALPHABET = 0.5;

  private TokenEstimate() {}

  static int of(String text) {
    double tokens =
        text.codePoints()
            .mapToDouble(
                c -> c < 128 ? ASCII : Character.isAlphabetic(c) && !wide(c) ? ALPHABET : 1)
            .sum();
    return (int) Math.ceil(tokens);
  }

  /** Syllables and signs that stand for a word or a syllable each. */
  private static boolean wide(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
      default -> false;
    };
  }

  static int of(Message message) {
    return PER_MESSAGE
        + switch (message) {
          case Message.Instructions instructions -> of(instructions.text());
          case Message.Said said -> of(said.text());
          case Message.Found found -> of(found.json());
          case Message.Answered answered -> of(answered.text()) + ofCalls(answered.calls());
        };
  }

  private static int ofCalls(Collection<ToolCall> calls) {
    return calls.stream()
        .mapToInt(call -> PER_MESSAGE + of(call.name()) + of(call.arguments()))
        .sum();
  }

  static int ofMessages(Collection<Message> messages) {
    return messages.stream().mapToInt(TokenEstimate::of).sum();
  }

  static int ofOffers(Collection<ModelRequest.Offer> offers) {
    return offers.stream()
        .mapToInt(
            offer ->
                PER_MESSAGE
                    + of(offer.name())
                    + of(offer.description())
                    + of(Json.line(offer.schema())))
        .sum();
  }

  /** Where the server counted nothing. */
  static Tokens of(ModelRequest request, String said, Collection<ToolCall> calls) {
    return new Tokens(
        (long) ofMessages(request.messages()) + ofOffers(request.tools()),
        (long) of(said) + ofCalls(calls),
        false);
  }
}
