package osusume.recommend;

import java.util.Arrays;
import java.util.BitSet;
import osusume.linalg.Kernels;

/** Picks the best k of many scores without sorting all of them. */
public final class TopK {
  /** Words of 64 rows in a block. */
  private static final int WORDS = 2;

  /** Rows that are passed over at once where the best of them is not good enough. */
  private static final int BLOCK = WORDS * Long.SIZE;

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
    long[] words = candidates.toLongArray();
    float[] best = best(words, scores);
    float least = least(best, heap.length);
    int size = 0;
    int row = candidates.nextSetBit(0);
    for (; size < heap.length; row = candidates.nextSetBit(row + 1)) {
      if (scores[row] >= least) {
        heap[size++] = row;
      }
    }
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(heap, i, size, scores, watchers);
    }
    if (row >= 0) {
      replaceWorst(heap, row, words, best, scores, watchers);
    }
    for (int end = size - 1; end > 0; end--) {
      int worst = heap[0];
      heap[0] = heap[end];
      heap[end] = worst;
      sink(heap, 0, end, scores, watchers);
    }
    return heap;
  }

  /** Of each block of {@link #BLOCK} rows the score of the best candidate; −∞ without any. */
  private static float[] best(long[] words, float[] scores) {
    Kernels kernels = Kernels.best();
    float[] best = new float[(words.length + WORDS - 1) / WORDS];
    float[] candidates = new float[BLOCK];
    for (int block = 0; block < best.length; block++) {
      int from = block * BLOCK;
      int end = Math.min(from + BLOCK, scores.length);
      boolean whole = end - from == BLOCK;
      for (int word = block * WORDS; word < (block + 1) * WORDS; word++) {
        whole &= word < words.length && words[word] == -1;
      }
      if (whole) {
        best[block] = kernels.max(scores, from, BLOCK);
      } else {
        copy(words, scores, from, end, candidates);
        best[block] = kernels.max(candidates, 0, BLOCK);
      }
    }
    return best;
  }

  /** The scores of some rows, with −∞ for those that are no candidates. */
  private static void copy(long[] words, float[] scores, int from, int end, float[] copy) {
    System.arraycopy(scores, from, copy, 0, end - from);
    Arrays.fill(copy, end - from, BLOCK, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < BLOCK; i += Long.SIZE) {
      int word = (from + i) >> 6;
      long others = word < words.length ? ~words[word] : -1;
      for (; others != 0; others &= others - 1) {
        copy[i + Long.numberOfTrailingZeros(others)] = Float.NEGATIVE_INFINITY;
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

  /** Goes through the candidates from a row on, which takes the place of the worst picked ones. */
  private static void replaceWorst(
      int[] heap, int from, long[] words, float[] best, float[] scores, int[] watchers) {
    float worst = scores[heap[0]];
    for (int block = from / BLOCK; block < best.length; block++) {
      if (best[block] < worst) {
        continue;
      }
      int end = Math.min((block + 1) * BLOCK, Math.min(scores.length, words.length << 6));
      for (int row = Math.max(from, block * BLOCK); row < end; row++) {
        // The score is asked first: it says no to nearly every row, whose bit costs as much.
        if (scores[row] >= worst
            && (words[row >> 6] >>> row & 1) != 0
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
