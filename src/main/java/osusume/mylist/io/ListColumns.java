package osusume.mylist.io;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The columns of our CSV files. They have the names of {@link osusume.mylist.EntryJson}'s fields.
 */
final class ListColumns {
  static final String TITLE = "title";
  static final String NAME = "name";
  static final String STATUS = "status";

  /** JSON: one object with a text by name. */
  static final String OTHERS = "others";

  /** Whole numbers, or empty. */
  static final List<String> NUMBERS = List.of("episodes", "score", "seen", "rewatches");

  static final String CHANGED = "changed";

  /** Every column, in the order in which they are written. */
  static final List<String> ALL =
      List.of(
          TITLE,
          NAME,
          "type",
          "episodes",
          STATUS,
          "score",
          "seen",
          "started",
          "finished",
          "rewatches",
          "tags",
          "comments",
          "reason",
          "rated",
          CHANGED,
          OTHERS);

  /** What spreadsheets take for a formula. */
  private static final String FORMULA = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";

  private static final Pattern TO_GUARD = Pattern.compile("(?s)'*" + FORMULA + ".*");
  private static final Pattern GUARDED = Pattern.compile("(?s)'+" + FORMULA + ".*");

  private ListColumns() {}

  /**
   * A text that no spreadsheet takes for a formula: an apostrophe stands before what would be one.
   */
  static String guarded(String text) {
    return TO_GUARD.matcher(text).matches() ? "'" + text : text;
  }

  /** What {@link #guarded} was given. */
  static String unguarded(String text) {
    return GUARDED.matcher(text).matches() ? text.substring(1) : text;
  }
}
