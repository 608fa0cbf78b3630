package osusume.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code /openapi.json} says of a route's answers.
 *
 * @param content the schema of what it answers with 200, by media type; empty: it can't yet
 * @param problems the other statuses that the route itself answers, each with a {@link Problem}
 */
record Documented(Map<String, Map<String, Object>> content, List<Integer> problems) {
  Documented {
    // In one order, so that the document has the same letters each time.
    content = Collections.unmodifiableMap(new TreeMap<>(content));
    problems = List.copyOf(problems);
  }

  static Documented json(Map<String, Object> schema, Integer... problems) {
    return new Documented(Map.of(Reply.JSON, schema), List.of(problems));
  }
}
