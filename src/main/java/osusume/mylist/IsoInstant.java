package osusume.mylist;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads moments in the form {@link Instant#toString} has, of which a journal holds three a line:
 * several times as fast as {@link Instant#parse}, to which everything unusual is left.
 */
final class IsoInstant {
  private static final String SHAPE = "0000-00-00T00:00:00";
  private static final int NANO_DIGITS = 9;
  private static final int SECONDS_A_DAY = 86_400;

  /** Others can be no calendar's, and not every sum with them has a result. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private IsoInstant() {}

  /**
   * @throws DateTimeException if it is no moment of the years 1 to 9999
   */
  static Instant parse(String text) {
    Instant moment = anyYear(text);
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw new DateTimeException("%s is in no year from 1 to 9999".formatted(text));
    }
    return moment;
  }

  private static Instant anyYear(String text) {
    int end = text.length() - 1;
    if (!usual(text, end)) {
      return Instant.parse(text);
    }
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      return Instant.parse(text);
    }
    int nanos = 0;
    if (end > SHAPE.length()) {
      nanos = number(text, SHAPE.length() + 1, end);
      for (int digits = end - SHAPE.length() - 1; digits < NANO_DIGITS; digits++) {
        nanos *= 10;
      }
    }
    LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    return Instant.ofEpochSecond(
        day.toEpochDay() * SECONDS_A_DAY + 3600L * hour + 60L * minute + second, nanos);
  }

  /**
   * @param end where the Z should be
   */
  private static boolean usual(String text, int end) {
    int length = SHAPE.length();
    if (end < length || text.charAt(end) != 'Z') {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (SHAPE.charAt(i) == '0' ? !digit(c) : c != SHAPE.charAt(i)) {
        return false;
      }
    }
    if (end == length) {
      return true;
    }
    int digits = end - length - 1;
    if (text.charAt(length) != '.' || digits < 1 || digits > NANO_DIGITS) {
      return false;
    }
    for (int i = length + 1; i < end; i++) {
      if (!digit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}
