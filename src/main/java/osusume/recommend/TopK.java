package osusume.recommend;

import java.util.BitSet;
import osusume.linalg.Kernels;

/** Picks the best k of many scores without sorting all of them. */
public final class TopK {
  /** Words of 64 rows in a block, which is passed over where its best row is not good enough. */
  private static final int WORDS = 2;

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
    pick(heap, candidates.toLongArray(), scores, watchers);
    for (int end = heap.length - 1; end > 0; end--) {
      int worst = heap[0];
      heap[0] = heap[end];
      heap[end] = worst;
      sink(heap, 0, end, scores, watchers);
    }
    return heap;
  }

  /** Puts the best candidates on the heap, which is as large as shall be picked. */
  private static void pick(int[] heap, long[] candidates, float[] scores, int[] watchers) {
    Kernels kernels = Kernels.best();
    float[] best = new float[(candidates.length + WORDS - 1) / WORDS];
    kernels.largest(scores, candidates, WORDS, best);
    float least = least(best, heap.length);
    int size = 0;
    for (int word = 0; word < candidates.length; word++) {
      if (best[word / WORDS] < least) {
        continue;
      }
      long bits = candidates[word] & kernels.atLeast(scores, word << 6, least);
      for (; bits != 0; bits &= bits - 1) {
        int row = (word << 6) + Long.numberOfTrailingZeros(bits);
        if (size < heap.length) {
          heap[size++] = row;
          if (size == heap.length) {
            order(heap, scores, watchers);
            least = scores[heap[0]];
          }
        } else if (before(row, heap[0], scores, watchers)) {
          heap[0] = row;
          sink(heap, 0, size, scores, watchers);
          least = scores[heap[0]];
        }
      }
    }
  }

  /**
   * A score that so many candidates have or pass, for as many blocks have one that does. It is
   * seldom far below that of the last one picked, so that few others are ever looked at.
   */
  private static float least(float[] best, int count) {
    if (count > best.length) {
      return Float.NEGATIVE_INFINITY;
    }
    return largest(best.clone(), count);
  }

  /**
   * One of some numbers by its place among them (Hoare 1961, "Algorithm 65: Find").
   *
   * @param numbers are brought into another order
   * @param place 1 for the largest
   */
  private static float largest(float[] numbers, int place) {
    int wanted = place - 1;
    int from = 0;
    int to = numbers.length - 1;
    while (from < to) {
      float middle = numbers[(from + to) >>> 1];
      int low = from;
      int high = to;
      while (low <= high) {
        while (numbers[low] > middle) {
          low++;
        }
        while (numbers[high] < middle) {
          high--;
        }
        if (low <= high) {
          float moved = numbers[low];
          numbers[low++] = numbers[high];
          numbers[high--] = moved;
        }
      }
      if (wanted <= high) {
        to = high;
      } else if (wanted >= low) {
        from = low;
      } else {
        return numbers[wanted];
      }
    }
    return numbers[wanted];
  }

  private static void order(int[] heap, float[] scores, int[] watchers) {
    for (int i = heap.length / 2 - 1; i >= 0; i--) {
      sink(heap, i, heap.length, scores, watchers);
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
