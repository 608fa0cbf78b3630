package osusume.chat;

import java.util.Locale;
import java.util.Set;

/** Whether what a person said names a title, as whole words and in any case. */
public final class Mention {
  /** Titles that are words of most requests: they count only where they are written as names. */
  private static final Set<String> PLAIN_WORDS =
      Set.of("k", "another", "given", "free", "air", "love", "major", "working", "one", "x");

  private Mention() {}

  /** "K" is not named by "like", nor "Another" by "another one". */
  public static boolean names(String text, String title) {
    String name = title.strip();
    if (name.isEmpty()) {
      return false;
    }
    String inText = text.toLowerCase(Locale.ROOT);
    String sought = name.toLowerCase(Locale.ROOT);
    // Where lower case has another length the places would not be the same in both.
    boolean plain = PLAIN_WORDS.contains(sought) && inText.length() == text.length();
    for (int at = inText.indexOf(sought); at >= 0; at = inText.indexOf(sought, at + 1)) {
      int end = at + sought.length();
      if (isWhole(inText, at, end)
          && (!plain || text.startsWith(name, at) && !beginsSentence(text, at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWhole(String text, int from, int to) {
    return (from == 0 || !joins(text.codePointBefore(from), text.codePointAt(from)))
        && (to == text.length() || !joins(text.codePointBefore(to), text.codePointAt(to)));
  }

  /** Scripts without blanks have no whole words. */
  private static boolean joins(int before, int after) {
    return Character.isLetterOrDigit(before)
        && Character.isLetterOrDigit(after)
        && !Character.isIdeographic(before)
        && !Character.isIdeographic(after);
  }

  private static boolean beginsSentence(String text, int at) {
    String before = text.substring(0, at).stripTrailing();
    return before.isEmpty() || ".!?".indexOf(before.charAt(before.length() - 1)) >= 0;
  }
}
