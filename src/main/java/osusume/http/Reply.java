package osusume.http;

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

  static Reply ok(String type, Body body) {
    return new Reply(200, type, Map.of(), body);
  }
}
