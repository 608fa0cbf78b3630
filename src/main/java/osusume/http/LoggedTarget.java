package osusume.http;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a request's target may be shown in a log. What somebody said in a talk may not, however
 * the path to it is written; so of a path only its first word and a number after it are shown.
 */
final class LoggedTarget {
  private static final int LONGEST = 200;
  private static final String LEFT_OUT = "…";

  /** The first words of routes that are asked by query, and so cost nothing and hear nothing. */
  private static final Set<String> ASKED_BY_QUERY =
      DocumentedRoutes.all().stream()
          .filter(route -> !route.parameters().isEmpty() && !route.mayCost())
          .map(route -> route.template().split("/")[1])
          .collect(Collectors.toUnmodifiableSet());

  /** Of HTTP's own methods none is longer. */
  private static final int LONGEST_METHOD = 20;

  private LoggedTarget() {}

  /** What of a method may be shown, which may be any word of the asking program's. */
  static String method(String method) {
    return method.length() <= LONGEST_METHOD
        ? Harmless.of(method)
        : Harmless.of(method.substring(0, LONGEST_METHOD)) + LEFT_OUT;
  }

  /**
   * @param path percent-encoded, as it came; null: it could not be read
   * @param query null: there is none
   */
  static String of(String path, String query) {
    if (path == null) {
      return LEFT_OUT;
    }
    int word = wordEnd(path);
    int end = numberEnd(path, word);
    if (end < path.length() || end > LONGEST) {
      return path.substring(0, Math.min(end, LONGEST)) + LEFT_OUT;
    }
    if (query == null) {
      return path;
    }
    String first = path.isEmpty() ? path : path.substring(1, word);
    if (!ASKED_BY_QUERY.contains(first)) {
      return path + '?' + LEFT_OUT;
    }
    String whole = path + '?' + query;
    return whole.length() > LONGEST
        ? Harmless.of(whole.substring(0, LONGEST)) + LEFT_OUT
        : Harmless.of(whole);
  }

  /** Behind the first word of a path; before the first sign that may stand for a slash. */
  private static int wordEnd(String path) {
    int end = path.startsWith("/") ? 1 : 0;
    while (end < path.length() && isOfWord(path.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '.' || c == '-';
  }

  /**
   * Behind the slash after the first word and the number there, where that is a word of its own.
   */
  private static int numberEnd(String path, int word) {
    if (word <= 1 || word == path.length() || path.charAt(word) != '/') {
      return word;
    }
    int end = word + 1;
    while (end < path.length() && isDigit(path.charAt(end))) {
      end++;
    }
    if (end == path.length()) {
      return end;
    }
    return path.charAt(end) == '/' && end > word + 1 ? end + 1 : word + 1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
