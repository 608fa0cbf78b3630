package osusume.data;

import java.util.Arrays;
import java.util.Comparator;

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
    AnimeFilter filter, AnimeColumn sort, boolean descending, int offset, Integer limit) {
  public AnimeQuery {
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
    int[] rows = filter.match(catalogue).toArray();
    if (sort != null) {
      Comparator<Anime> order = sort.order(descending);
      rows =
          Arrays.stream(rows)
              .boxed()
              .sorted((a, b) -> order.compare(catalogue.anime(a), catalogue.anime(b)))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    int from = Math.min(offset, rows.length);
    int to = limit == null ? rows.length : (int) Math.min((long) from + limit, rows.length);
    return Arrays.copyOfRange(rows, from, to);
  }
}
