package osusume.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import osusume.app.Opened;

/**
 * What is asked of a route.
 *
 * @param opened what is open while this is answered; empty: nothing is yet
 * @param learning whether what is missing may be being learned just then
 * @param path the decoded values of the route's path parameters, in their order
 * @param query the parameters, all known to the route and of their types
 * @param forBrowser whether who asks would rather have HTML than anything else
 * @param gone whether who asks has closed the connection; looks at it, which costs a call of the
 *     system
 */
record Call(
    Optional<Opened> opened,
    boolean learning,
    List<String> path,
    Query query,
    boolean forBrowser,
    BooleanSupplier gone) {
  /** Seconds: even the largest data set is open by then. */
  private static final String RETRY_AFTER = "5";

  /**
   * What is open.
   *
   * @throws Problem 503 if nothing is yet
   */
  Opened requireOpened() throws Problem {
    return opened.orElseThrow(
        () ->
            new Problem(
                503,
                "No data set is open yet. Ask again in a moment.",
                Optional.empty(),
                Map.of("Retry-After", RETRY_AFTER)));
  }
}
