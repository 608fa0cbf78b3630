package osusume.data;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a list of watched titles can be put in order by. */
public enum WatchedColumn {
  TITLE(title -> false, by(title -> title.anime().name().toLowerCase(java.util.Locale.ROOT))),
  TYPE(title -> title.anime().type().equals(Anime.UNKNOWN), by(title -> title.anime().type())),
  EPISODES(title -> title.anime().episodes() < 0, by(title -> title.anime().episodes())),
  RATING(title -> !title.rated(), by(Watched::rating)),
  COMMUNITY(title -> Double.isNaN(title.anime().rating()), by(title -> title.anime().rating())),
  DIFFERENCE(title -> Double.isNaN(title.difference()), by(Watched::difference));

  private final Predicate<Watched> unknown;
  private final Comparator<Watched> ascending;

  WatchedColumn(Predicate<Watched> unknown, Comparator<Watched> ascending) {
    this.unknown = unknown;
    this.ascending = ascending;
  }

  private static <T extends Comparable<T>> Comparator<Watched> by(Function<Watched, T> key) {
    return Comparator.comparing(key);
  }

  /** The order by this column; what is not known comes last either way, equals by title. */
  public Comparator<Watched> order(boolean descending) {
    Comparator<Watched> known = descending ? ascending.reversed() : ascending;
    Comparator<Watched> order =
        (a, b) -> {
          boolean aUnknown = unknown.test(a);
          boolean bUnknown = unknown.test(b);
          if (aUnknown || bUnknown) {
            return Boolean.compare(aUnknown, bUnknown);
          }
          return known.compare(a, b);
        };
    return this == TITLE ? order : order.thenComparing(TITLE.order(false));
  }
}
