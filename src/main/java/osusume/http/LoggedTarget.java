package osusume.http;

import java.util.Locale;

/** What of a request's target may be shown in a log. */
final class LoggedTarget {
  private static final int LONGEST = 200;
  private static final String TALK = "talk";
  private static final String LEFT_OUT = "…";

  private LoggedTarget() {}

  /**
   * @param path percent-encoded, as it came; null: it could not be read
   * @param query null: there is none
   */
  static String of(String path, String query) {
    if (path == null) {
      return LEFT_OUT;
    }
    int said = said(path);
    if (said >= 0) {
      return harmless(path, Math.min(said, LONGEST)) + LEFT_OUT;
    }
    String whole = query == null ? path : path + '?' + query;
    return whole.length() > LONGEST
        ? harmless(whole, LONGEST) + LEFT_OUT
        : harmless(whole, whole.length());
  }

  /** Where begins what somebody said in a talk, even where the path is written wrongly; −1. */
  private static int said(String path) {
    int talk = path.toLowerCase(Locale.ROOT).indexOf(TALK);
    if (talk < 0) {
      return -1;
    }
    int user = path.indexOf('/', talk);
    int message = user < 0 ? -1 : path.indexOf('/', user + 1);
    return message < 0 ? talk + TALK.length() : message + 1;
  }

  /** Without signs that move the cursor or turn the line around. */
  private static String harmless(String text, int length) {
    StringBuilder plain = new StringBuilder(text.substring(0, length));
    for (int i = 0; i < plain.length(); i++) {
      if (isHarmful(plain.charAt(i))) {
        plain.setCharAt(i, '\ufffd');
      }
    }
    return plain.toString();
  }

  private static boolean isHarmful(char c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || Character.isSurrogate(c);
  }
}
