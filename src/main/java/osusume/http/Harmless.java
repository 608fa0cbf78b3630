package osusume.http;

/** Texts that came from somebody, as they can be shown. */
final class Harmless {
  private Harmless() {}

  /** Without signs that move the cursor or turn the line around, and without halves of signs. */
  static String of(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (isHarmful(text.codePointAt(i))) {
        plain = plain == null ? new StringBuilder(text) : plain;
        plain.setCharAt(i, '\ufffd');
      }
    }
    return plain == null ? text : plain.toString();
  }

  private static boolean isHarmful(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
