package osusume.data;

import java.util.Locale;
import osusume.data.TableQuery.Fn;
import osusume.data.TableQuery.Measure;
import osusume.data.TableQuery.Source;

/** What can be worked out of which column. */
final class MeasureRules {
  private MeasureRules() {}

  /**
   * @param grouped whether groups are told of, and not single rows
   * @throws IllegalArgumentException if it can't be told; worded for a person
   */
  static void check(Source source, Measure measure, boolean grouped) {
    String label = measure.label(source);
    if (measure.fn().isEmpty()) {
      if (measure.column().isEmpty() || grouped) {
        throw new IllegalArgumentException(
            "\"%s\" has no function, so it can't be told of a group. Give it one, or put it in the"
                    .formatted(label)
                + " groups.");
      }
      return;
    }
    Fn fn = measure.fn().get();
    boolean ofRows = fn == Fn.COUNT || fn == Fn.SHARE;
    if (measure.column().isEmpty() ? !ofRows : fn == Fn.SHARE) {
      throw new IllegalArgumentException(
          fn == Fn.SHARE
              ? "share is a part of all rows and takes no column."
              : "%s needs a column.".formatted(fn.name().toLowerCase(Locale.ROOT)));
    }
    if (measure.column().filter(column -> !column.number()).isPresent() && fn != Fn.COUNT) {
      throw new IllegalArgumentException(
          "\"%s\" can't be worked out: the values are texts. Only count can.".formatted(label));
    }
    if (measure.column().filter(TableColumn.USER_ID::equals).isPresent() && fn != Fn.COUNT) {
      throw new IllegalArgumentException(
          "\"%s\" can't be worked out: user_id says who, and is no quantity. Only count can."
              .formatted(label));
    }
    if (source == Source.RATINGS
        && fn == Fn.MEDIAN
        && measure.column().get() != TableColumn.RATING) {
      throw new IllegalArgumentException(
          "In the ratings only the median of rating can be worked out. Ask the table anime.");
    }
  }
}
