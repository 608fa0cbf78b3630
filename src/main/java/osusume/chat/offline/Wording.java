package osusume.chat.offline;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * What is said, from {@code wording.properties}; which of several wordings, the message decides.
 */
final class Wording {
  private static final Properties TEXTS = read();

  private final int choice;

  /**
   * @param message the same message gets the same wordings
   */
  Wording(String message) {
    this.choice = Math.floorMod(message.hashCode(), 1 << 16);
  }

  private static Properties read() {
    Properties texts = new Properties();
    try (var in = Wording.class.getResourceAsStream("wording.properties");
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** A choice of the message's own, from 0 to {@code among} − 1. */
  int choice(int among) {
    return choice % among;
  }

  String of(String key, Object... arguments) {
    int wordings = 1;
    while (TEXTS.containsKey(key + "." + (wordings + 1))) {
      wordings++;
    }
    String text = TEXTS.getProperty(key + "." + (1 + choice % wordings));
    if (text == null) {
      throw new IllegalArgumentException("There is no wording " + key + ".");
    }
    return arguments.length == 0 ? text : text.formatted(arguments);
  }
}
