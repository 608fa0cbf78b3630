package osusume.chat.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What of the protocol a server understands. OpenAI's newer models refuse {@code max_tokens}, many
 * local servers know nothing else; some know no {@code stream_options}, some no stream.
 *
 * @param newLimit whether the length is limited by {@code max_completion_tokens}
 * @param countsStream whether the tokens of a stream are asked for
 * @param streams whether the answer is asked for piece by piece
 */
record Dialect(boolean newLimit, boolean countsStream, boolean streams) {
  static Dialect of(ModelAddress address) {
    return new Dialect(address.uri().getHost().endsWith("openai.com"), true, true);
  }

  /** How to ask after this was refused; empty if other words would not help. */
  Optional<Dialect> after(ServerError error) {
    if (error.status() != 400 && error.status() != 422) {
      return Optional.empty();
    }
    String text = (error.param() + " " + error.message()).toLowerCase(Locale.ROOT);
    if (countsStream && streams && text.contains("stream_options")) {
      return Optional.of(new Dialect(newLimit, false, true));
    }
    if (error.isTooLong()) {
      return Optional.empty();
    }
    // A server that refuses max_tokens names the other one too, as what to use in its place.
    if (text.contains(newLimit ? "max_completion_tokens" : "max_tokens")) {
      return Optional.of(new Dialect(!newLimit, countsStream, streams));
    }
    if (streams && (error.param().equals("stream") || text.contains("to stream this model"))) {
      return Optional.of(new Dialect(newLimit, false, false));
    }
    return Optional.empty();
  }
}
