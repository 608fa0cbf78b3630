package osusume.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a {@link TableQuery}'s result as they come: those that {@code having} keeps are
 * counted, and only the best are laid out and kept, for there may be millions.
 */
final class BestRows {
  private final TableQuery query;
  private final int[] wanted;
  private final int sortedBy;
  private final double[] keys;
  private final long[] places;
  private final List<List<Object>> cells = new ArrayList<>();
  private long told;

  /** A row of the result; columns are numbered as {@link TableQuery#labels()}. */
  interface Row {
    /** NaN where the value is not known, or a text. */
    double number(int column);

    /** Where the value stands among those of its column; NaN where it is not known. */
    double order(int column);

    /** As {@link TableQuery.Result} has it. */
    Object cell(int column);
  }

  BestRows(TableQuery query) {
    this.query = query;
    List<String> labels = query.labels();
    this.wanted = query.having().stream().mapToInt(h -> labels.indexOf(h.label())).toArray();
    this.sortedBy =
        query
            .sortBy()
            .map(labels::indexOf)
            .orElse(query.ofSingleRows() ? -1 : query.groupBy().size());
    this.keys = new double[query.limit()];
    this.places = new long[query.limit()];
  }

  /**
   * @param row read at once and not kept
   * @param place by which equal rows are ordered; no two rows have the same
   */
  void offer(Row row, long place) {
    for (int i = 0; i < wanted.length; i++) {
      TableQuery.Having having = query.having().get(i);
      if (!having.op().holds(row.number(wanted[i]), having.value())) {
        return;
      }
    }
    told++;
    double key = key(row);
    int at = cells.size();
    while (at > 0 && comesBefore(key, place, at - 1)) {
      at--;
    }
    if (at < keys.length) {
      insert(at, key, place, laidOut(row));
    }
  }

  /** The smaller the better; what is not known comes last, whatever the direction. */
  private double key(Row row) {
    double order = sortedBy < 0 ? 0 : row.order(sortedBy);
    if (Double.isNaN(order)) {
      return Double.POSITIVE_INFINITY;
    }
    return query.descending() ? 0.0 - order : order + 0.0;
  }

  private boolean comesBefore(double key, long place, int at) {
    return key < keys[at] || key == keys[at] && place < places[at];
  }

  private void insert(int at, double key, long place, List<Object> laidOut) {
    if (cells.size() == keys.length) {
      cells.removeLast();
    }
    System.arraycopy(keys, at, keys, at + 1, cells.size() - at);
    System.arraycopy(places, at, places, at + 1, cells.size() - at);
    keys[at] = key;
    places[at] = place;
    cells.add(at, laidOut);
  }

  private List<Object> laidOut(Row row) {
    List<Object> laidOut = new ArrayList<>();
    for (int column = 0; column < query.labels().size(); column++) {
      laidOut.add(row.cell(column));
    }
    return laidOut;
  }

  /** Takes what another has kept of other rows of the same result. */
  void takeAll(BestRows other) {
    told += other.told;
    for (int i = 0; i < other.cells.size(); i++) {
      int at = cells.size();
      while (at > 0 && comesBefore(other.keys[i], other.places[i], at - 1)) {
        at--;
      }
      if (at < keys.length) {
        insert(at, other.keys[i], other.places[i], other.cells.get(i));
      }
    }
  }

  TableQuery.Result result() {
    return new TableQuery.Result(query.labels(), cells, told);
  }
}
