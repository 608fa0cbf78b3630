package osusume.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * A route's answer. What can go wrong has gone wrong before there is one; its body is written when
 * it is sent, so that a large one is never whole in memory. A large one is begun twice: the first
 * bytes tell that it is large.
 *
 * @param status of HTTP
 * @param type media type
 * @param headers others than those of type, length, caching and safety, which the server sets
 */
record Reply(int status, String type, Map<String, String> headers, Body body) {
  static final String JSON = "application/json";
  static final String TEXT = "text/plain; charset=utf-8";
  static final String HTML = "text/html; charset=utf-8";

  /** Writes an answer in UTF-8, the same one each time; may be called more than once. */
  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes an answer to a generator of JSON; leaves it open. */
  @FunctionalInterface
  interface Json {
    void writeTo(JsonGenerator json) throws IOException;
  }

  static Reply ok(String type, Body body) {
    return new Reply(200, type, Map.of(), body);
  }

  /** One JSON document and a line's end, as the command of the same name prints it. */
  static Reply json(Json document) {
    return ok(
        JSON,
        out -> {
          try (JsonGenerator json = osusume.json.Json.mapper().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            // When to send is the server's to decide: a small answer goes out in one piece.
            json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            // Of an answer that broke off nothing more is sent, so that nobody takes it for whole.
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            document.writeTo(json);
            json.writeRaw('\n');
          }
        });
  }
}
