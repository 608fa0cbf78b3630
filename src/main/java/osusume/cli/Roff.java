package osusume.cli;

/** Text as manual pages (roff) want it, so that nothing in it is taken for an instruction. */
final class Roff {
  private Roff() {}

  /**
   * One line of text.
   *
   * @param text line breaks become spaces
   */
  static String text(String text) {
    StringBuilder safe = new StringBuilder();
    text.replaceAll("\\s+", " ").codePoints().forEach(sign -> append(sign, safe));
    // A line that begins with one of these would be an instruction.
    boolean instruction = safe.indexOf(".") == 0 || safe.indexOf("\\(aq") == 0;
    return instruction ? "\\&" + safe : safe.toString();
  }

  static String bold(String text) {
    return "\\fB" + text(text) + "\\fR";
  }

  static String italic(String text) {
    return "\\fI" + text(text) + "\\fR";
  }

  private static void append(int sign, StringBuilder safe) {
    switch (sign) {
      case '\\' -> safe.append("\\(rs");
      // A bare one may be shown as a hyphen, which no shell takes for an option when it is copied.
      case '-' -> safe.append("\\-");
      case '\'' -> safe.append("\\(aq");
      case '"' -> safe.append("\\(dq");
      case '^' -> safe.append("\\(ha");
      case '~' -> safe.append("\\(ti");
      case '`' -> safe.append("\\(ga");
      default -> {
        if (sign < 0x7f) {
          safe.appendCodePoint(sign);
        } else {
          safe.append("\\[u%04X]".formatted(sign));
        }
      }
    }
  }
}
