package osusume.chat.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What well-known titles are called in English: data sets have the Japanese names in Latin letters
 * alone.
 */
final class EnglishNames {
  private static final String FILE = "english-names.csv";

  private EnglishNames() {}

  /** Takes names one after the other. */
  @FunctionalInterface
  interface Consumer {
    void accept(int animeId, String name);
  }

  /** Hands over every name with the MyAnimeList id of its title. */
  static void each(Consumer consumer) {
    try (InputStream in = EnglishNames.class.getResourceAsStream(FILE);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int comma = line.indexOf(',');
        consumer.accept(Integer.parseInt(line.substring(0, comma)), line.substring(comma + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
