package osusume.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A path with a query, for somebody to copy. */
final class ExamplePath {
  private final StringBuilder text;
  private boolean first = true;

  ExamplePath(String path) {
    text = new StringBuilder(path);
  }

  /** Adds a parameter; the value is percent-encoded, a space as %20. */
  ExamplePath with(String parameter, Object value) {
    text.append(first ? '?' : '&').append(parameter).append('=').append(encoded(value));
    first = false;
    return this;
  }

  private static String encoded(Object value) {
    String number =
        value instanceof Double whole && whole == Math.rint(whole) && Math.abs(whole) < 1e15
            ? String.valueOf(whole.longValue())
            : String.valueOf(value);
    return URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Reads the query as a request's is read.
   *
   * @param known the parameters of its route
   */
  Query query(List<Parameter> known) {
    String path = toString();
    try {
      return Query.parse(path.substring(path.indexOf('?') + 1), known);
    } catch (Problem e) {
      throw new IllegalStateException("The example %s is wrong: %s".formatted(path, e), e);
    }
  }

  /** The largest round number (0, or 1, 2 or 5 and noughts) that is less than a positive number. */
  static long roundBelow(double x) {
    long below = 0;
    for (long round : rounds()) {
      below = round < x ? round : below;
    }
    return below;
  }

  /** The smallest round number that is more than a number. */
  static long roundAbove(double x) {
    for (long round : rounds()) {
      if (round > x) {
        return round;
      }
    }
    return Long.MAX_VALUE;
  }

  private static long[] rounds() {
    long[] rounds = new long[30];
    long ten = 1;
    for (int i = 0; i < rounds.length; i += 3) {
      rounds[i] = ten;
      rounds[i + 1] = 2 * ten;
      rounds[i + 2] = 5 * ten;
      ten *= 10;
    }
    return rounds;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
