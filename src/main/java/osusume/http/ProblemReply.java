package osusume.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import osusume.json.Json;

/** Makes an answer of a problem (RFC 9457). */
final class ProblemReply {
  private static final String TYPE = "application/problem+json";

  private ProblemReply() {}

  static Reply of(Problem problem) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", HttpStatus.getMessage(problem.status()));
    document.put("status", problem.status());
    document.put("detail", problem.getMessage());
    problem.parameter().ifPresent(name -> document.put("parameter", name));
    byte[] json = Json.line(document).getBytes(StandardCharsets.UTF_8);
    return new Reply(problem.status(), TYPE, problem.headers(), out -> out.write(json));
  }

  /** What went wrong is in the log, where no visitor sees it. */
  static Reply unforeseen() {
    return of(
        new Problem(
            500,
            "Something went wrong here that was not foreseen. The program's log says what; the listener goes on."));
  }
}
