package osusume.recommend;

import java.util.BitSet;

/**
 * Scores for two people at once. Scores of a strategy compare within one taste only, and have long
 * tails besides, so that a spread of them is worth more for one person than for another; so what
 * counts is the place of a title among the candidates, a the one for the first person and b for the
 * second, 1 the best. Both together have the place m = √((a² + b²) / 2), which lies between the
 * mean of the two and the worse one: a title that one of the two would hate is far down, however
 * much the other loves it ("average without misery": Masthoff 2004, "Group Modeling: Selecting a
 * Sequence of Television Items to Suit a Group of Viewers"; O'Connor, Cosley, Konstan and Riedl
 * 2001, "PolyLens", let the less happy one decide alone), and of two that both would like about as
 * much the one with the better mean comes first. For somebody with themselves m = a.
 */
final class ForBoth {
  private ForBoth() {}

  /**
   * @param first scores of the first person, one a catalogue row, larger is better
   * @param second scores of the second person
   * @param candidates the catalogue rows that count
   * @return one number a catalogue row: 1 − ln m / ln n with n candidates, which is 1 for the title
   *     that both like best and 0 for the one that both like least; of rows that are no candidates
   *     it says nothing
   */
  static float[] scores(float[] first, float[] second, BitSet candidates) {
    float[] a = places(first, candidates);
    float[] b = places(second, candidates);
    double logAll = Math.log(Math.max(2, candidates.cardinality()));
    float[] scores = new float[first.length];
    for (int row = candidates.nextSetBit(0); row >= 0; row = candidates.nextSetBit(row + 1)) {
      double squares = (double) a[row] * a[row] + (double) b[row] * b[row];
      scores[row] = (float) (1 - Math.log(squares / 2) / 2 / logAll);
    }
    return scores;
  }

  /** The place of every candidate, from 1; equal ones share the mean of theirs. */
  private static float[] places(float[] scores, BitSet candidates) {
    int[] rows =
        candidates.stream()
            .boxed()
            .sorted((x, y) -> Float.compare(scores[y], scores[x]))
            .mapToInt(Integer::intValue)
            .toArray();
    float[] places = new float[scores.length];
    for (int from = 0, to; from < rows.length; from = to) {
      to = from + 1;
      while (to < rows.length && scores[rows[to]] == scores[rows[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        places[rows[i]] = (from + 1 + to) / 2f;
      }
    }
    return places;
  }
}
