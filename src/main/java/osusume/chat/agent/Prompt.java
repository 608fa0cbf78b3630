package osusume.chat.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import osusume.chat.Asker;
import osusume.json.Json;

/** What a model is told, as it lies in the resources beside this class. */
final class Prompt {
  static final String AGENT = text("agent.txt");
  static final String SIMPLE = text("simple.txt");
  static final String LAST_WORD = text("last.txt");
  private static final String MEND = text("mend.txt");

  private Prompt() {}

  private static String text(String file) {
    try (InputStream in = Prompt.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for an answer without what is wrong with the one before. */
  static String mend(List<String> faults) {
    return MEND.replace("{faults}", "- " + String.join("\n- ", faults));
  }

  /**
   * Instructions, and data behind them in a fence. Nothing within can close it, for no {@code <} is
   * left there.
   */
  static String withData(String instructions, ObjectNode data) {
    return instructions + "\n\n<data>\n" + fenced(Json.line(data)) + "\n</data>";
  }

  private static String fenced(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e");
  }

  /** For whom the model speaks. */
  static String audience(Asker asker) {
    OptionalInt user = asker.userId();
    return user.isPresent()
        ? "user %d of the data set, of whom the person speaks".formatted(user.getAsInt())
        : "the person themselves";
  }
}
