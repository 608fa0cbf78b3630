package osusume.data.io;

import java.io.IOException;

/**
 * A file is not what it should be. The message is a sentence for a person that names the file and,
 * where there is one, the line, the column, the value, and what was expected. Nothing of the file
 * was taken.
 */
public final class BadInputException extends IOException {
  private static final long serialVersionUID = 1L;

  private static final int SHOWN = 60;

  /**
   * @param sentence what is wrong and what to do, for a person
   */
  public BadInputException(String sentence) {
    super(sentence);
  }

  /**
   * @param sentence what is wrong and what to do, for a person
   */
  public BadInputException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence for a value that does not belong where it stands. */
  static BadInputException value(
      String file, long line, String column, String value, String expected) {
    String found = value.isBlank() ? "nothing" : quoted(value);
    return new BadInputException(
        "%s, line %d, column %s: found %s, but expected %s. Correct that line, or get the file again."
            .formatted(file, line, column, found, expected));
  }

  /** What a file says, in quotes, shortened and with nothing in it that a screen cannot show. */
  public static String quoted(String text) {
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints()
        .limit(SHOWN)
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                shown.append("\\u%04x".formatted(c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    boolean longer = text.codePointCount(0, text.length()) > SHOWN;
    return shown.append(longer ? "…\"" : "\"").toString();
  }
}
