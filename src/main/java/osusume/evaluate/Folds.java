package osusume.evaluate;

import java.util.Arrays;

/**
 * Cuts things in random order into equal parts, so that the folds of a cross-validation are
 * disjoint; once all parts have been used, the things are put in a new order and cut again.
 */
final class Folds {
  private final Draw draw;
  private final int parts;

  /**
   * @param parts into how many parts things are cut: 5 makes each part 20 %
   */
  Folds(Draw draw, int parts) {
    this.draw = draw;
    this.parts = parts;
  }

  /**
   * The numbers from 0 to n − 1 that are held out in a fold: a {@code parts}-th of them, rounded,
   * and at least one.
   */
  int[] heldOut(int n, int id, int fold) {
    int[] order = draw.permutation(n, id, fold / parts);
    int part = fold % parts;
    int from = cut(n, part);
    int to = cut(n, part + 1);
    if (from == to) {
      from = Math.min(from, n - 1);
      to = from + 1;
    }
    return Arrays.copyOfRange(order, from, to);
  }

  private int cut(int n, int part) {
    return (int) (((long) part * n + parts / 2) / parts);
  }
}
