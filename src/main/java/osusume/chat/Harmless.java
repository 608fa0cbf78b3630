package osusume.chat;

import osusume.json.SteeringSigns;

/**
 * Texts of the data set or of a stranger, as they can be handed to a language model, set beside an
 * answer or printed: a name is a name, never an instruction, a link or markup.
 */
public final class Harmless {
  /** No title of MyAnimeList is longer; what is longer is cut. */
  public static final int LONGEST = 160;

  private Harmless() {}

  /**
   * One line without signs that break lines, move the cursor or turn the text around, at most
   * {@link #LONGEST} characters; otherwise as it was, so that it can be found again. For a value of
   * JSON.
   */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), LONGEST));
    boolean gap = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int sign = text.codePointAt(i);
      if (Character.isWhitespace(sign) || Character.isSpaceChar(sign) || breaks(sign)) {
        gap = true;
        continue;
      }
      int length = Character.charCount(sign) + (gap && !line.isEmpty() ? 1 : 0);
      if (line.length() + length >= LONGEST) {
        return line.append('…').toString();
      }
      if (gap && !line.isEmpty()) {
        line.append(' ');
      }
      gap = false;
      line.appendCodePoint(sign);
    }
    return line.toString();
  }

  /**
   * The same in quotation marks, and without what means something in Markdown, HTML or an address:
   * for plain text.
   */
  public static String quoted(String text) {
    String plain =
        line(text)
            .replace("://", ": ")
            .replace('<', '‹')
            .replace('>', '›')
            .replace('[', '(')
            .replace(']', ')')
            .replace('`', '\'')
            .replace('"', '\'')
            .replace('|', '/')
            .replace("**", "*")
            .replace("__", "_");
    return "\"" + plain + "\"";
  }

  /**
   * A text of any length, with its lines, without {@link SteeringSigns}: for a terminal. What of an
   * order is left without them is read as text.
   */
  public static String text(String text) {
    if (text.codePoints().noneMatch(SteeringSigns::holds)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int sign = text.codePointAt(i);
      if (!SteeringSigns.holds(sign) || text.startsWith("\r\n", i)) {
        plain.appendCodePoint(sign);
      }
    }
    return plain.toString();
  }

  private static boolean breaks(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
      default -> false;
    };
  }
}
