package osusume.recommend;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import osusume.data.Anime;
import osusume.data.Catalogue;

/**
 * Maximal marginal relevance (Carbonell and Goldstein 1998, "The Use of MMR, Diversity-Based
 * Reranking"): the next title is always the one with the largest (1 − d)·relevance − d·likeness to
 * the most alike of those chosen before. Relevance is the score, moved to 0..1 over the titles at
 * hand. Titles are alike by what a person sees of them, their genres and type: the share they have
 * in common (Jaccard).
 */
final class Spread {
  /**
   * So many titles are at hand, those that rank best: enough to be as varied as can be, and still
   * all of them good ones.
   */
  static final int POOL = 300;

  /** A bit each for the genres and the type of each title. */
  private final long[][] kinds;

  /**
   * @param rows catalogue rows of the titles at hand
   */
  Spread(Catalogue catalogue, int[] rows) {
    Map<String, Integer> numbers = new HashMap<>();
    int[][] found = new int[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      Anime anime = catalogue.anime(rows[i]);
      found[i] =
          Stream.concat(anime.genres().stream(), Stream.of("type " + anime.type()))
              .mapToInt(kind -> numbers.computeIfAbsent(kind, name -> numbers.size()))
              .toArray();
    }
    kinds = new long[rows.length][(numbers.size() + 63) / 64];
    for (int i = 0; i < rows.length; i++) {
      for (int kind : found[i]) {
        kinds[i][kind >> 6] |= 1L << kind;
      }
    }
  }

  /**
   * Puts the titles in order.
   *
   * @param relevance one number a title, none larger than the one before
   * @param diversity d, 0 to 1
   * @param k how many are wanted
   * @return places in {@code relevance}, at most k
   */
  int[] order(float[] relevance, double diversity, int k) {
    int n = relevance.length;
    int[] order = new int[Math.min(k, n)];
    double width = n == 0 ? 0 : relevance[0] - relevance[n - 1];
    double[] nearest = new double[n];
    boolean[] chosen = new boolean[n];
    for (int place = 0; place < order.length; place++) {
      int next = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        double relevant = width > 0 ? (relevance[i] - relevance[n - 1]) / width : 0;
        double value = (1 - diversity) * relevant - diversity * nearest[i];
        if (!chosen[i] && value > most) {
          most = value;
          next = i;
        }
      }
      chosen[next] = true;
      order[place] = next;
      for (int i = 0; i < n; i++) {
        nearest[i] = Math.max(nearest[i], likeness(i, next));
      }
    }
    return order;
  }

  /** How much two titles have in common, 0 to 1. */
  double likeness(int a, int b) {
    int both = 0;
    int either = 0;
    for (int word = 0; word < kinds[a].length; word++) {
      both += Long.bitCount(kinds[a][word] & kinds[b][word]);
      either += Long.bitCount(kinds[a][word] | kinds[b][word]);
    }
    return (double) both / either;
  }
}
