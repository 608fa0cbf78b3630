package osusume.app;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;
import osusume.chat.NamedTitle;
import osusume.chat.Reply;
import osusume.chat.Step;
import osusume.data.Catalogue;

/**
 * An assistant's answer as JSON: its text, the titles it names as {@link AnimeDocument} has them,
 * who answered, and what is to be known of the answer.
 */
public final class TalkDocument {
  private TalkDocument() {}

  public static void write(Reply reply, Catalogue catalogue, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    writeFields(reply, catalogue, json);
    json.writeEndObject();
  }

  /** The same with what the assistant looked up for it. */
  public static void writeWithSteps(Reply reply, Catalogue catalogue, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    writeFields(reply, catalogue, json);
    json.writeArrayFieldStart("steps");
    for (Step step : reply.steps()) {
      json.writeStartObject();
      json.writeStringField("tool", step.tool());
      json.writeStringField("arguments", step.arguments());
      json.writeStringField("summary", step.summary());
      json.writeBooleanField("failed", step.failed());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeFields(Reply reply, Catalogue catalogue, JsonGenerator json)
      throws IOException {
    json.writeStringField("rec", reply.text());
    json.writeFieldName("anime");
    AnimeDocument.writeAll(catalogue, rows(reply, catalogue), json);
    json.writeStringField("assistant", reply.assistant());
    json.writeStringField("ending", reply.ending().name().toLowerCase(Locale.ROOT));
    json.writeArrayFieldStart("notes");
    for (String note : reply.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
  }

  private static int[] rows(Reply reply, Catalogue catalogue) {
    return reply.titles().stream()
        .map(NamedTitle::animeId)
        .flatMapToInt(OptionalInt::stream)
        .distinct()
        .map(catalogue::rowOfId)
        .filter(row -> row >= 0)
        .toArray();
  }
}
