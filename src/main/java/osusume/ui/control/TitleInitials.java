package osusume.ui.control;

import java.util.Locale;

/** One or two letters that stand for a title. */
final class TitleInitials {
  private TitleInitials() {}

  /**
   * The first letters of the first two words that begin with a capital letter or a digit, for
   * instance KN for "Kimi no Na wa."; of other names the first letter.
   */
  static String of(String name) {
    StringBuilder initials = new StringBuilder();
    int fallback = -1;
    for (String word : name.split("[^\\p{L}\\p{N}]+")) {
      if (word.isEmpty()) {
        continue;
      }
      int first = word.codePointAt(0);
      if (fallback < 0) {
        fallback = first;
      }
      if (Character.isUpperCase(first) || !Character.isLowerCase(first)) {
        initials.appendCodePoint(first);
        if (initials.codePointCount(0, initials.length()) == 2) {
          break;
        }
      }
    }
    if (initials.isEmpty() && fallback >= 0) {
      initials.appendCodePoint(fallback);
    }
    return initials.toString().toUpperCase(Locale.ROOT);
  }
}
