package osusume.mylist;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of which the day, or the month and the day, or all may be unknown, as people remember when
 * they watched something.
 *
 * @param year 0: unknown
 * @param month 1 to 12; 0: unknown
 * @param day 0: unknown
 */
public record PartialDate(int year, int month, int day) {
  /** Nothing is known. */
  public static final PartialDate NONE = new PartialDate(0, 0, 0);

  private static final Pattern TEXT = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final int MIDDLE_MONTH = 7;
  private static final int MIDDLE_DAY = 15;

  /**
   * @throws IllegalArgumentException if there is no such date; worded for a person
   */
  public PartialDate {
    boolean gap = (year == 0 && (month != 0 || day != 0)) || (month == 0 && day != 0);
    if (gap || !exists(year, month, day)) {
      throw new IllegalArgumentException("%s is no date.".formatted(text(year, month, day)));
    }
  }

  private static boolean exists(int year, int month, int day) {
    if (year < 0 || year > 9999 || month < 0 || month > 12 || day < 0) {
      return false;
    }
    try {
      return day == 0 || YearMonth.of(year, month).isValidDay(day);
    } catch (DateTimeException e) {
      return false;
    }
  }

  public static PartialDate of(LocalDate date) {
    return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /**
   * Reads {@code 2015-03-00}; empty text is {@link #NONE}.
   *
   * @throws IllegalArgumentException if it is something else; worded for a person
   */
  public static PartialDate parse(String text) {
    if (text.isBlank()) {
      return NONE;
    }
    Matcher found = matched(text);
    return new PartialDate(number(found, 1), number(found, 2), number(found, 3));
  }

  private static Matcher matched(String text) {
    Matcher found = TEXT.matcher(text.strip());
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no date; expected something like 2015-03-28, with 00 for what is unknown."
              .formatted(text));
    }
    return found;
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  /**
   * As much of a date as there can be: what stands after a gap is unknown, and so is a month or a
   * day that does not exist.
   *
   * @param year 0 to 9999
   */
  public static PartialDate ofWhatCanBe(int year, int month, int day) {
    int knownMonth = exists(year, month, 0) && year > 0 ? month : 0;
    int knownDay = knownMonth > 0 && exists(year, month, day) ? day : 0;
    return new PartialDate(year, knownMonth, knownDay);
  }

  /**
   * Reads {@code 2015-00-15} or {@code 2015-02-30} like {@link #ofWhatCanBe}.
   *
   * @throws IllegalArgumentException if it has not the form of a date; worded for a person
   */
  public static PartialDate parseWhatCanBe(String text) {
    Matcher found = matched(text);
    return ofWhatCanBe(number(found, 1), number(found, 2), number(found, 3));
  }

  /**
   * Reads a date as people write it: as {@link #parse} does, or {@code 2015-03} or {@code 2015}
   * where they do not know more.
   *
   * @throws IllegalArgumentException if it is something else; worded for a person
   */
  public static PartialDate typed(String text) {
    String date = text.strip();
    if (date.matches("\\d{4}")) {
      return parse(date + "-00-00");
    }
    return parse(date.matches("\\d{4}-\\d{2}") ? date + "-00" : date);
  }

  /** What {@link #typed} reads, with nothing for what is unknown: {@code 2015-03}. */
  public String brief() {
    if (!known()) {
      return "";
    }
    return toString().substring(0, month == 0 ? 4 : day == 0 ? 7 : 10);
  }

  /** Whether at least the year is known. */
  public boolean known() {
    return year > 0;
  }

  /** The day, or the middle of the time it lies in; empty if not even the year is known. */
  public Optional<LocalDate> about() {
    return known()
        ? Optional.of(
            LocalDate.of(
                year, month == 0 ? MIDDLE_MONTH : month, day == 0 ? middleDay(month) : day))
        : Optional.empty();
  }

  /** The middle of the month; of a year, whose middle is a month's first day, that. */
  private static int middleDay(int month) {
    return month == 0 ? 1 : MIDDLE_DAY;
  }

  /** {@code 2015-03-28}, with zeros for what is unknown. */
  @Override
  public String toString() {
    return text(year, month, day);
  }

  private static String text(int year, int month, int day) {
    StringBuilder text = new StringBuilder(10);
    append(text, year, 4).append('-');
    append(text, month, 2).append('-');
    return append(text, day, 2).toString();
  }

  /** As {@code %04d} does, which takes several times as long, and lists have thousands of dates. */
  private static StringBuilder append(StringBuilder text, int number, int digits) {
    String bare = Integer.toString(number);
    return text.repeat('0', Math.max(0, digits - bare.length())).append(bare);
  }
}
