package osusume.data.io;

/** Reads numbers as the CSV files write them; what is no such number is told, never guessed. */
final class NumberText {
  /** What {@link #whole} answers for a text that is no whole number. */
  static final long NOT_WHOLE = Long.MIN_VALUE;

  private static final int MOST_DIGITS = 18;

  private NumberText() {}

  /**
   * A whole number, perhaps with a minus, spaces around it or zeros after a decimal point ("8.0",
   * as pandas writes a column in which something is missing).
   */
  static long whole(String text) {
    String bare = text.strip();
    int start = bare.startsWith("-") ? 1 : 0;
    int end = bare.indexOf('.');
    if (end >= 0) {
      for (int i = end + 1; i < bare.length(); i++) {
        if (bare.charAt(i) != '0') {
          return NOT_WHOLE;
        }
      }
    } else {
      end = bare.length();
    }
    if (end == start || end - start > MOST_DIGITS) {
      return NOT_WHOLE;
    }
    long number = 0;
    for (int i = start; i < end; i++) {
      int digit = bare.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NOT_WHOLE;
      }
      number = 10 * number + digit;
    }
    return start == 1 ? -number : number;
  }

  /**
   * A number of digits with at most one decimal point; NaN for every other text, also for "NaN" and
   * "Infinity".
   */
  static double decimal(String text) {
    String bare = text.strip();
    int points = 0;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c == '.') {
        points++;
      } else if (c < '0' || c > '9') {
        return Double.NaN;
      }
    }
    return points > 1 || bare.length() == points ? Double.NaN : Double.parseDouble(bare);
  }
}
