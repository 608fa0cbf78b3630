package osusume.chat.exam;

import java.util.BitSet;
import java.util.List;
import osusume.data.AnimeFilter;
import osusume.data.Catalogue;

/**
 * Which titles a request asks for.
 *
 * @param filter what all must be like
 * @param anyGenres genres one of which they must have; empty: any
 */
record WantedTitles(AnimeFilter filter, List<String> anyGenres) {
  static final WantedTitles ALL = new WantedTitles(AnimeFilter.ALL, List.of());

  WantedTitles {
    anyGenres = List.copyOf(anyGenres);
  }

  /** The catalogue rows. */
  BitSet rows(Catalogue catalogue) {
    BitSet all = filter.match(catalogue).rows();
    if (anyGenres.isEmpty()) {
      return all;
    }
    BitSet one = new BitSet();
    for (String genre : anyGenres) {
      one.or(AnimeFilter.builder().genres(List.of(genre)).build().match(catalogue).rows());
    }
    one.and(all);
    return one;
  }

  boolean isAll() {
    return equals(ALL);
  }
}
