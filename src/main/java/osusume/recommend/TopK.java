package osusume.recommend;

import java.util.BitSet;

/** Picks the best k of many scores without sorting all of them. */
public final class TopK {
  private TopK() {}

  /**
   * The same where the smaller row comes first of those with equal scores.
   *
   * @param scores one a row; every row may be picked
   */
  static int[] of(float[] scores, int k) {
    BitSet all = new BitSet(scores.length);
    all.set(0, scores.length);
    return of(scores, null, all, k);
  }

  /**
   * @param scores one a row
   * @param watchers decides between equal scores: more comes first; then, or where this is null,
   *     the smaller row
   * @param candidates which rows may be picked
   * @param k how many at the most
   * @return the picked rows, the best first
   */
  public static int[] of(float[] scores, int[] watchers, BitSet candidates, int k) {
    int[] heap = new int[Math.min(k, candidates.cardinality())];
    if (heap.length == 0) {
      return heap;
    }
    int size = 0;
    int row = candidates.nextSetBit(0);
    for (; size < heap.length; row = candidates.nextSetBit(row + 1)) {
      heap[size++] = row;
    }
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(heap, i, size, scores, watchers);
    }
    if (row >= 0) {
      replaceWorst(heap, row, candidates, scores, watchers);
    }
    for (int end = size - 1; end > 0; end--) {
      int worst = heap[0];
      heap[0] = heap[end];
      heap[end] = worst;
      sink(heap, 0, end, scores, watchers);
    }
    return heap;
  }

  /** Goes through the candidates from a row on, which takes the place of the worst picked ones. */
  private static void replaceWorst(
      int[] heap, int from, BitSet candidates, float[] scores, int[] watchers) {
    long[] words = candidates.toLongArray();
    float worst = scores[heap[0]];
    for (int word = from >> 6; word < words.length; word++) {
      if (words[word] == 0) {
        continue;
      }
      int first = Math.max(from, word << 6);
      int end = Math.min((word + 1) << 6, scores.length);
      for (int row = first; row < end; row++) {
        // The score is asked first: it says no to nearly every row, whose bit costs as much.
        if (scores[row] >= worst
            && (words[word] >>> row & 1) != 0
            && before(row, heap[0], scores, watchers)) {
          heap[0] = row;
          sink(heap, 0, heap.length, scores, watchers);
          worst = scores[heap[0]];
        }
      }
    }
  }

  /** Keeps the worst of the picked rows at the top, where it is the first to go. */
  private static void sink(int[] heap, int at, int size, float[] scores, int[] watchers) {
    int row = heap[at];
    for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && before(heap[child], heap[child + 1], scores, watchers)) {
        child++;
      }
      if (!before(row, heap[child], scores, watchers)) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = row;
  }

  /** Whether row {@code a} comes before row {@code b}. */
  static boolean before(int a, int b, float[] scores, int[] watchers) {
    if (scores[a] != scores[b]) {
      return scores[a] > scores[b];
    }
    return watchers != null && watchers[a] != watchers[b] ? watchers[a] > watchers[b] : a < b;
  }
}
