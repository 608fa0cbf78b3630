package osusume.chat.exam;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import osusume.json.Json;

/** The requests of the exam, one a line of the files beside this class. */
public final class ExamSet {
  private ExamSet() {}

  /** All requests of a half, in the order of their kinds. */
  public static List<ExamItem> read(Half half) {
    List<ExamItem> items = new ArrayList<>();
    for (String file : half.files()) {
      items.addAll(read(file));
    }
    items.sort((a, b) -> a.kind().compareTo(b.kind()));
    return List.copyOf(items);
  }

  private static List<ExamItem> read(String file) {
    try (InputStream in = ExamSet.class.getResourceAsStream(file)) {
      List<ExamItem> items = new ArrayList<>();
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        items.add(
            item(line, "%s, line %d".formatted(file, items.size() + 1), file.startsWith("held")));
      }
      return items;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads one request.
   *
   * @param where for the sentence that says what is wrong
   * @throws IllegalArgumentException if it is not what it should be
   */
  static ExamItem item(String line, String where, boolean held) {
    try {
      Fields fields = new Fields(Json.mapper().readTree(line), where);
      ExamItem item =
          new ExamItem(
              fields.text("id"),
              fields.choice("kind", Kind.class),
              fields.choice("asker", Who.class, Who.ME),
              fields.choice("consent", Consent.class, Consent.CLOSED),
              fields.texts("say"),
              CheckReader.all(fields.objects("checks")),
              held);
      fields.done();
      if (item.say().isEmpty() || item.checks().isEmpty()) {
        throw new IllegalArgumentException(
            "A request of the exam can't be read: %s says or checks nothing.".formatted(where));
      }
      return item;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "A request of the exam can't be read: %s is no JSON.".formatted(where), e);
    }
  }
}
