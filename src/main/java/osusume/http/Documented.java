package osusume.http;

import java.util.List;
import java.util.Map;

/**
 * What {@code /openapi.json} says of a route's answers.
 *
 * @param content the schema of what it answers with 200, by media type; empty: it can't yet
 * @param problems the other statuses that the route itself answers, each with a {@link Problem}
 */
record Documented(Map<String, Map<String, Object>> content, List<Integer> problems) {
  Documented {
    content = Map.copyOf(content);
    problems = List.copyOf(problems);
  }

  static Documented json(Map<String, Object> schema, Integer... problems) {
    return new Documented(Map.of(Reply.JSON, schema), List.of(problems));
  }
}
