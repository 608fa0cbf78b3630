package osusume.recommend;

import java.util.BitSet;

/** Picks the best k of many scores without sorting all of them. */
public final class TopK {
  private TopK() {}

  /**
   * @param scores one a row
   * @param watchers decides between equal scores: more comes first; then the smaller row
   * @param candidates which rows may be picked
   * @param k how many at the most
   * @return the picked rows, the best first
   */
  public static int[] of(float[] scores, int[] watchers, BitSet candidates, int k) {
    int[] heap = new int[Math.min(k, candidates.cardinality())];
    int size = 0;
    for (int row = candidates.nextSetBit(0); row >= 0; row = candidates.nextSetBit(row + 1)) {
      if (size < heap.length) {
        heap[size++] = row;
        if (size == heap.length) {
          for (int i = size / 2 - 1; i >= 0; i--) {
            sink(heap, i, size, scores, watchers);
          }
        }
      } else if (size > 0 && before(row, heap[0], scores, watchers)) {
        heap[0] = row;
        sink(heap, 0, size, scores, watchers);
      }
    }
    for (int end = size - 1; end > 0; end--) {
      int worst = heap[0];
      heap[0] = heap[end];
      heap[end] = worst;
      sink(heap, 0, end, scores, watchers);
    }
    return heap;
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
    return watchers[a] != watchers[b] ? watchers[a] > watchers[b] : a < b;
  }
}
