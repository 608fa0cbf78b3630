package osusume.ui.text;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads a number as people type it, whatever their locale. */
public final class NumberText {
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,])\\d{3}(\\1\\d{3})*");
  private static final Pattern PLAIN = Pattern.compile("\\d*[.,]?\\d+|\\d+[.,]");

  private NumberText() {}

  /**
   * A point or comma before exactly three digits divides thousands ("1,000", "12.294"), any other
   * one is the decimal point ("7.5", "7,5"). Spaces and apostrophes between digits are passed over.
   */
  public static OptionalDouble read(String text) {
    String digits = text.strip().replaceAll("(?<=\\d)[\\s\\u00a0\\u202f'’](?=\\d)", "");
    if (GROUPED.matcher(digits).matches() && !digits.startsWith("0")) {
      return OptionalDouble.of(Double.parseDouble(digits.replaceAll("[.,]", "")));
    }
    if (PLAIN.matcher(digits).matches()) {
      return OptionalDouble.of(Double.parseDouble(digits.replace(',', '.')));
    }
    return OptionalDouble.empty();
  }
}
