package osusume.evaluate;

import java.util.List;
import osusume.data.Catalogue;

/**
 * How unlike the titles of a list are: one less the share of genres that two titles have in common
 * (Jaccard), meaned over all pairs. 0: all have the same genres, 1: no two share one.
 */
final class Diversity {
  private final long[][] genres;

  Diversity(Catalogue catalogue) {
    List<String> names = catalogue.genres();
    genres = new long[catalogue.size()][(names.size() + 63) / 64];
    for (int row = 0; row < genres.length; row++) {
      for (String genre : catalogue.anime(row).genres()) {
        int bit = names.indexOf(genre);
        genres[row][bit >> 6] |= 1L << bit;
      }
    }
  }

  /** The diversity of the first k of a list; 0 for a list of less than two. */
  double of(int[] list, int k) {
    int n = Math.min(k, list.length);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        sum += unlikeness(genres[list[i]], genres[list[j]]);
      }
    }
    return n < 2 ? 0 : sum / (n * (n - 1) / 2.0);
  }

  private static double unlikeness(long[] a, long[] b) {
    int both = 0;
    int either = 0;
    for (int i = 0; i < a.length; i++) {
      both += Long.bitCount(a[i] & b[i]);
      either += Long.bitCount(a[i] | b[i]);
    }
    return either == 0 ? 0 : 1 - (double) both / either;
  }
}
