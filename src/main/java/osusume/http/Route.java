package osusume.http;

import java.util.List;
import java.util.Optional;

/** One of the documented routes. Knows no web server; may be asked from any thread. */
interface Route {
  /** For instance {@code /recommend/{user_id}}; the last parameter takes all that is left. */
  String template();

  /** What it answers, in one sentence. */
  String summary();

  /** The parameters between braces, in their order. */
  default List<Parameter> pathParameters() {
    return List.of();
  }

  /** The parameters of the query. */
  default List<Parameter> parameters() {
    return List.of();
  }

  /**
   * Whether the same request is answered alike until something else is opened, so that who has an
   * answer may ask whether it still holds.
   */
  default boolean repeatable() {
    return true;
  }

  /**
   * What {@code /openapi.json} says of its answers; empty: it does not name the route, which is a
   * part of the page for browsers.
   */
  default Optional<Documented> documented() {
    return Optional.empty();
  }

  /** Whether it is answered without the access token: it holds nothing of the data set. */
  default boolean withoutToken() {
    return false;
  }

  /** Whether an answer may cost money: then it is asked for so many times a minute at most. */
  default boolean mayCost() {
    return !repeatable();
  }

  /**
   * Whether an answer costs so little, some tenths of a millisecond, that others who ask can wait
   * for it: then it costs more to hand it to another thread than to work it out.
   */
  default boolean isQuick(Call call) {
    return false;
  }

  Reply answer(Call call) throws Problem;
}
