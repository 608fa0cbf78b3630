package osusume.data;

import java.util.Arrays;

/**
 * A filter with an order and a stretch of what it finds.
 *
 * @param filter which titles
 * @param sort by which column; null: the catalogue's own order
 * @param descending largest, or last in the alphabet, first; unknown values come last either way
 * @param offset how many of what fits to pass over
 * @param limit how many at the most; null: all
 */
public record AnimeQuery(
    AnimeFilter filter, AnimeColumn sort, boolean descending, long offset, Long limit) {
  public AnimeQuery {
    requireStretch(offset, limit);
  }

  static void requireStretch(long offset, Long limit) {
    if (offset < 0) {
      throw new IllegalArgumentException("offset is " + offset + ", but must not be negative.");
    }
    if (limit != null && limit < 0) {
      throw new IllegalArgumentException("limit is " + limit + ", but must not be negative.");
    }
  }

  /** Everything that fits, in the catalogue's order. */
  public static AnimeQuery of(AnimeFilter filter) {
    return new AnimeQuery(filter, null, false, 0, null);
  }

  /** The catalogue rows that answer this query, in its order. */
  public int[] rows(Catalogue catalogue) {
    return rows(catalogue, filter.match(catalogue));
  }

  /**
   * The same for who has matched the filter already.
   *
   * @param matches what the filter left of the catalogue
   */
  public int[] rows(Catalogue catalogue, Matches matches) {
    int[] rows = sort == null ? matches.toArray() : sorted(catalogue, matches.toArray());
    int from = (int) Math.min(offset, rows.length);
    int to = limit == null ? rows.length : (int) (from + Math.min(limit, rows.length - from));
    return from == 0 && to == rows.length ? rows : Arrays.copyOfRange(rows, from, to);
  }

  /** Each row behind its rank, so that equal titles stay in the catalogue's order. */
  private int[] sorted(Catalogue catalogue, int[] rows) {
    int[] ranks = catalogue.ranks(sort, descending);
    long[] keys = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      keys[i] = (long) ranks[rows[i]] << 32 | rows[i];
    }
    Arrays.sort(keys);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (int) keys[i];
    }
    return rows;
  }
}
