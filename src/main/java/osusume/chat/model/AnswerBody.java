package osusume.chat.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import osusume.json.Json;

/**
 * The body of an answer: server-sent events, or one JSON object where a server does not stream. The
 * library reads events too, but does not tell whether a stream came to its end, nor that a server
 * which says nothing is still there.
 */
final class AnswerBody {
  private static final int LONGEST = 4_000_000;
  private static final String FIELDS = "(event|id|retry)(:.*)?";

  private final BufferedReader in;
  private boolean streamed;
  private boolean ended;

  /** Who is told what comes. */
  interface Listener {
    /** The server lives, though it has nothing to say yet. */
    default void alive() {}

    /** A piece, or the whole answer. */
    void piece(JsonNode body);
  }

  AnswerBody(InputStream in) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** Whether the answer came as events. */
  boolean streamed() {
    return streamed;
  }

  /** Whether the server said that nothing more comes. */
  boolean ended() {
    return ended;
  }

  /**
   * Reads to the end.
   *
   * @throws NotTheProtocolException if it is none of a language model
   * @throws SaidErrorException if the server says an error
   * @throws IOException if the connection breaks
   */
  void read(Listener listener) throws IOException {
    int start = firstLetter();
    if (start == '{') {
      JsonNode body = parse(rest());
      checked(body);
      ended = true;
      listener.piece(body);
      return;
    }
    if (start == '<') {
      throw new NotTheProtocolException("answered with a web page");
    }
    streamed = true;
    StringBuilder data = new StringBuilder();
    for (Optional<String> next = line(); next.isPresent() && !ended; next = line()) {
      String line = next.get();
      if (line.startsWith("data:")) {
        // The lines of one event belong together, by the HTML standard, 9.2.6.
        data.append(data.isEmpty() ? "" : "\n").append(line.substring(5).strip());
        if (data.length() > LONGEST) {
          throw new NotTheProtocolException("answers without end");
        }
      } else if (line.isEmpty()) {
        event(data, listener);
      } else if (line.startsWith(":") || line.matches(FIELDS)) {
        listener.alive();
      } else {
        throw new NotTheProtocolException("answered with something that is no stream");
      }
    }
    event(data, listener);
  }

  private void event(StringBuilder data, Listener listener) throws IOException {
    String text = data.toString();
    data.setLength(0);
    if (text.equals("[DONE]")) {
      ended = true;
    } else if (!text.isEmpty() && !ended) {
      JsonNode piece = parse(text);
      checked(piece);
      listener.piece(piece);
    }
  }

  private static JsonNode parse(String text) throws NotTheProtocolException {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new NotTheProtocolException("answered with broken JSON");
    }
  }

  private static void checked(JsonNode body) throws IOException {
    JsonNode error = body.path("error");
    if (error.isObject() || error.isTextual()) {
      throw new SaidErrorException(ServerError.inAnswer(error));
    }
    if (!body.path("choices").isArray() && !body.has("usage")) {
      throw new NotTheProtocolException("answered with JSON of another kind");
    }
  }

  private int firstLetter() throws IOException {
    int letter;
    do {
      in.mark(1);
      letter = in.read();
    } while (letter == ' ' || letter == '\n' || letter == '\r' || letter == '\uFEFF');
    if (letter >= 0) {
      in.reset();
    }
    return letter;
  }

  private String rest() throws IOException {
    StringBuilder all = new StringBuilder();
    char[] some = new char[8192];
    for (int read = in.read(some); read >= 0; read = in.read(some)) {
      all.append(some, 0, read);
      if (all.length() > LONGEST) {
        throw new NotTheProtocolException("answers without end");
      }
    }
    return all.toString();
  }

  /** A line without its end; empty: there is none. One that ends without a line break is lost. */
  private Optional<String> line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int letter = in.read(); letter >= 0; letter = in.read()) {
      if (letter == '\n') {
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
          line.setLength(length - 1);
        }
        return Optional.of(line.toString());
      }
      line.append((char) letter);
      if (line.length() > LONGEST) {
        throw new NotTheProtocolException("answers without end");
      }
    }
    return line.toString().isBlank() ? Optional.empty() : Optional.of(line.toString());
  }
}
