package osusume.linalg;

import java.util.Arrays;

/**
 * A sparse matrix of real numbers, compressed by row (CSR). Immutable; the arrays are the matrix's
 * own and must not be written.
 *
 * @param columnCount how many columns there are
 * @param starts where each row starts; one longer than there are rows
 * @param columns the column of each entry, ascending within a row
 * @param values the value of each entry
 */
public record SparseFloats(int columnCount, int[] starts, int[] columns, float[] values) {
  /**
   * Puts rows together.
   *
   * @param columns the columns of each row, ascending
   * @param values the values of each row
   */
  public static SparseFloats ofRows(int columnCount, int[][] columns, float[][] values) {
    int[] starts = new int[columns.length + 1];
    for (int row = 0; row < columns.length; row++) {
      starts[row + 1] = starts[row] + columns[row].length;
    }
    int[] allColumns = new int[starts[columns.length]];
    float[] allValues = new float[starts[columns.length]];
    for (int row = 0; row < columns.length; row++) {
      System.arraycopy(columns[row], 0, allColumns, starts[row], columns[row].length);
      System.arraycopy(values[row], 0, allValues, starts[row], values[row].length);
    }
    return new SparseFloats(columnCount, starts, allColumns, allValues);
  }

  /** How many rows there are. */
  public int rowCount() {
    return starts.length - 1;
  }

  /** How many entries there are. */
  public int entryCount() {
    return columns.length;
  }

  /** One entry; 0 where there is none. */
  public float at(int row, int column) {
    int e = Arrays.binarySearch(columns, starts[row], starts[row + 1], column);
    return e < 0 ? 0 : values[e];
  }

  /** The same entries compressed by column. */
  public SparseFloats transpose() {
    int[] newStarts = new int[columnCount + 1];
    for (int column : columns) {
      newStarts[column + 1]++;
    }
    for (int c = 0; c < columnCount; c++) {
      newStarts[c + 1] += newStarts[c];
    }
    int[] fill = newStarts.clone();
    int[] rows = new int[columns.length];
    float[] newValues = new float[columns.length];
    for (int row = 0; row < rowCount(); row++) {
      for (int e = starts[row]; e < starts[row + 1]; e++) {
        int to = fill[columns[e]]++;
        rows[to] = row;
        newValues[to] = values[e];
      }
    }
    return new SparseFloats(rowCount(), newStarts, rows, newValues);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SparseFloats that
        && columnCount == that.columnCount
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(columns, that.columns)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(starts) + Arrays.hashCode(columns);
  }

  @Override
  public String toString() {
    return "SparseFloats[%d x %d, %d entries]".formatted(rowCount(), columnCount, entryCount());
  }
}
