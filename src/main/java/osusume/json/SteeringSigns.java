package osusume.json;

/**
 * Characters that a terminal or a viewer takes for orders: they move the cursor, set the title of
 * the window, or turn the text around, and so can show something else than what is there.
 */
public final class SteeringSigns {
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  private SteeringSigns() {}

  /** Whether it is one; ends of lines and tabulators are none, nor is what joins letters. */
  public static boolean holds(int sign) {
    if (sign < 0x7f) {
      return sign < ' ' && sign != '\n' && sign != '\t';
    }
    return switch (Character.getType(sign)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> sign != JOINER && sign != NON_JOINER;
      default -> false;
    };
  }
}
