package osusume.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;

/**
 * Who rated what, compressed by row (CSR): one row a user, the columns are rows of the {@link
 * Catalogue}. An entry is a watched title; its rating is 1 to 10, or {@link #UNRATED}. Within a row
 * the columns ascend and none occurs twice. About 5 bytes an entry. Immutable: the arrays that
 * {@link #starts()}, {@link #columns()} and {@link #values()} hand out are the matrix's own, for
 * the loops that need them, and must not be written.
 */
public final class RatingMatrix {
  /** Watched, not rated. */
  public static final byte UNRATED = -1;

  private final int columnCount;
  private final int[] rowIds;
  private final int[] starts;
  private final int[] columns;
  private final byte[] values;
  private volatile RatingMatrix transpose;

  /**
   * @param rowIds outer id of each row, ascending, distinct
   * @param starts where each row starts in {@code columns}; one longer than {@code rowIds}
   * @param columns the catalogue row of each entry, ascending within a row
   * @param values the rating of each entry: 1 to 10, or −1
   * @param columnCount how many columns there are (titles of the catalogue)
   * @throws IllegalArgumentException if the arrays do not fit together
   */
  public RatingMatrix(int[] rowIds, int[] starts, int[] columns, byte[] values, int columnCount) {
    if (starts.length != rowIds.length + 1
        || columns.length != values.length
        || starts[0] != 0
        || starts[rowIds.length] != columns.length) {
      throw new IllegalArgumentException(
          "The rating matrix does not fit together: %d rows, %d row starts, %d columns, %d ratings."
              .formatted(rowIds.length, starts.length, columns.length, values.length));
    }
    this.rowIds = rowIds;
    this.starts = starts;
    this.columns = columns;
    this.values = values;
    this.columnCount = columnCount;
  }

  /** How many rows (users) there are. */
  public int rowCount() {
    return rowIds.length;
  }

  /** How many columns (titles of the catalogue) there are. */
  public int columnCount() {
    return columnCount;
  }

  /** How many entries there are, unrated ones included. */
  public int entryCount() {
    return columns.length;
  }

  /** How many entries are {@link #UNRATED}. */
  public int unratedCount() {
    int count = 0;
    for (byte value : values) {
      count += value == UNRATED ? 1 : 0;
    }
    return count;
  }

  /** The outer id (Kaggle's user id) of a row. */
  public int idOfRow(int row) {
    return rowIds[row];
  }

  /** The row of an outer id, or −1 if there is none. */
  public int rowOfId(int id) {
    int row = Arrays.binarySearch(rowIds, id);
    return row < 0 ? -1 : row;
  }

  /** Outer id of each row, ascending. Not to be written. */
  public int[] rowIds() {
    return rowIds;
  }

  /** Where each row starts; one longer than there are rows. Not to be written. */
  public int[] starts() {
    return starts;
  }

  /** The column of each entry. Not to be written. */
  public int[] columns() {
    return columns;
  }

  /** The rating of each entry. Not to be written. */
  public byte[] values() {
    return values;
  }

  /** The rating at a row and column, or 0 where that title was not watched. */
  public byte at(int row, int column) {
    int i =
        Arrays.binarySearch(
            columns, starts[row], starts[row + 1], Objects.checkIndex(column, columnCount));
    return i < 0 ? 0 : values[i];
  }

  /**
   * The same users, titles and entries but for some entries; a user who has none left keeps their
   * row.
   *
   * @param entries places in {@link #columns} and {@link #values}
   */
  public RatingMatrix without(BitSet entries) {
    int left = columns.length - entries.cardinality();
    int[] newStarts = new int[starts.length];
    int[] newColumns = new int[left];
    byte[] newValues = new byte[left];
    int to = 0;
    for (int row = 0; row < rowIds.length; row++) {
      for (int e = entries.nextClearBit(starts[row]);
          e < starts[row + 1];
          e = entries.nextClearBit(e + 1)) {
        newColumns[to] = columns[e];
        newValues[to++] = values[e];
      }
      newStarts[row + 1] = to;
    }
    return new RatingMatrix(rowIds, newStarts, newColumns, newValues, columnCount);
  }

  /**
   * The same entries compressed by title: one row a title (its id is its catalogue row), the
   * columns are user rows. Built once, when first asked for, and kept.
   */
  public RatingMatrix transpose() {
    RatingMatrix built = transpose;
    if (built == null) {
      synchronized (this) {
        built = transpose;
        if (built == null) {
          built = buildTranspose();
          transpose = built;
        }
      }
    }
    return built;
  }

  /** The {@link #transpose()} if it was asked for already; empty otherwise. */
  public Optional<RatingMatrix> transposed() {
    return Optional.ofNullable(transpose);
  }

  private RatingMatrix buildTranspose() {
    int[] fill = new int[columnCount + 1];
    for (int column : columns) {
      fill[column + 1]++;
    }
    for (int c = 0; c < columnCount; c++) {
      fill[c + 1] += fill[c];
    }
    int[] newStarts = fill.clone();
    int[] newColumns = new int[columns.length];
    byte[] newValues = new byte[columns.length];
    for (int row = 0; row < rowIds.length; row++) {
      for (int i = starts[row]; i < starts[row + 1]; i++) {
        int to = fill[columns[i]]++;
        newColumns[to] = row;
        newValues[to] = values[i];
      }
    }
    int[] newIds = new int[columnCount];
    Arrays.setAll(newIds, c -> c);
    return new RatingMatrix(newIds, newStarts, newColumns, newValues, rowIds.length);
  }
}
