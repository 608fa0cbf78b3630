package osusume.data.io;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.selection.Selection;

/**
 * {@code anime.csv} in typed Tablesaw columns, before and after cleaning. They are not put into a
 * {@code Table} here: the class {@code Table} scans the class path when it is first touched, which
 * would take longer than the rest of an import; the catalogue makes its table when it is asked for.
 *
 * @param lines the line of the file on which each row starts
 */
record TitleColumns(
    IntColumn ids,
    StringColumn names,
    StringColumn genres,
    StringColumn types,
    IntColumn episodes,
    DoubleColumn ratings,
    IntColumn members,
    IntColumn lines) {
  /** Columns without rows. */
  static TitleColumns empty() {
    return new TitleColumns(
        IntColumn.create("anime_id"),
        StringColumn.create("name"),
        StringColumn.create("genre"),
        StringColumn.create("type"),
        IntColumn.create("episodes"),
        DoubleColumn.create("rating"),
        IntColumn.create("members"),
        IntColumn.create("line"));
  }

  int size() {
    return ids.size();
  }

  /** The selected rows only. */
  TitleColumns where(Selection rows) {
    return new TitleColumns(
        (IntColumn) ids.where(rows),
        names.where(rows),
        genres.where(rows),
        types.where(rows),
        (IntColumn) episodes.where(rows),
        ratings.where(rows),
        (IntColumn) members.where(rows),
        (IntColumn) lines.where(rows));
  }
}
