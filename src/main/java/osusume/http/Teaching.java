package osusume.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import osusume.data.Dataset;

/**
 * What a route answers that is asked for nothing: its parameters, and examples that find something
 * in the data set that is open. May be asked from any thread.
 */
final class Teaching {
  private final String message;
  private final List<Parameter> parameters;
  private final Function<Dataset, List<String>> examples;
  private volatile Lesson lesson;

  /**
   * The lesson for one data set. It is asked for often and the examples are looked for in all of
   * the data, so it is kept; the data set itself is not, so that it can go once another is opened.
   */
  private record Lesson(String fingerprint, byte[] document) {}

  /**
   * @param examples makes paths, percent-encoded, each of which finds something in a data set
   */
  Teaching(String message, List<Parameter> parameters, Function<Dataset, List<String>> examples) {
    this.message = message;
    this.parameters = parameters;
    this.examples = examples;
  }

  Reply about(Dataset data) {
    Lesson known = lesson;
    if (known == null || !known.fingerprint().equals(data.fingerprint())) {
      known = new Lesson(data.fingerprint(), document(data));
      lesson = known;
    }
    byte[] document = known.document();
    return Reply.ok(Reply.JSON, out -> out.write(document));
  }

  private byte[] document(Dataset data) {
    List<String> paths = examples.apply(data);
    var bytes = new ByteArrayOutputStream();
    try {
      Reply.json(json -> write(paths, json)).body().writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(List<String> paths, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("message", message);
    json.writeArrayFieldStart("parameters");
    for (Parameter parameter : parameters) {
      json.writeStartObject();
      json.writeStringField("name", parameter.name());
      json.writeStringField("type", type(parameter.type()));
      json.writeStringField("meaning", parameter.meaning());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("examples");
    for (String path : paths) {
      json.writeString(path);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String type(Parameter.Type type) {
    return switch (type) {
      case Parameter.Type.WholeNumber _ -> "whole number";
      case Parameter.Type.Number _ -> "number";
      case Parameter.Type.Text _ -> "text";
      case Parameter.Type.Choice choice -> "one of " + String.join(", ", choice.words());
    };
  }
}
