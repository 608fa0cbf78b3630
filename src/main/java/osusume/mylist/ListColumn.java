package osusume.mylist;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Predicate;
import osusume.data.Anime;

/** What a person's own list can be put in order by. */
public enum ListColumn {
  TITLE(title -> false, Comparator.comparing(t -> t.anime().name(), String.CASE_INSENSITIVE_ORDER)),
  TYPE(title -> title.anime().type().equals(Anime.UNKNOWN), by(title -> title.anime().type())),
  SEEN(title -> title.entry().seen() == 0, by(title -> title.entry().seen())),
  STATUS(title -> false, by(title -> title.entry().status())),
  SCORE(title -> title.entry().score() == 0, by(title -> title.entry().score())),
  COMMUNITY(title -> Double.isNaN(title.anime().rating()), by(title -> title.anime().rating())),
  DIFFERENCE(title -> Double.isNaN(title.difference()), by(ListTitle::difference)),
  FINISHED(
      title -> !title.entry().finished().known(), by(title -> title.entry().finished().toString())),
  CHANGED(title -> false, by(title -> title.entry().changed()));

  private final Predicate<ListTitle> unknown;
  private final Comparator<ListTitle> ascending;

  ListColumn(Predicate<ListTitle> unknown, Comparator<ListTitle> ascending) {
    this.unknown = unknown;
    this.ascending = ascending;
  }

  private static <T extends Comparable<? super T>> Comparator<ListTitle> by(
      Function<ListTitle, T> key) {
    return Comparator.comparing(key);
  }

  /** The order by this column; what is not known comes last either way, equals by title. */
  public Comparator<ListTitle> order(boolean descending) {
    Comparator<ListTitle> known = descending ? ascending.reversed() : ascending;
    Comparator<ListTitle> order =
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
