package osusume.nmf;

import java.util.Arrays;

/** Finds the position of an outer id among distinct ids in any order. */
final class IdIndex {
  private final int[] ids;

  /** Each id with its position below it, ascending; null where the ids ascend by themselves. */
  private final long[] sorted;

  IdIndex(int[] ids) {
    this.ids = ids;
    this.sorted = ascending(ids) ? null : sorted(ids);
  }

  private static boolean ascending(int[] ids) {
    for (int i = 1; i < ids.length; i++) {
      if (ids[i - 1] >= ids[i]) {
        return false;
      }
    }
    return true;
  }

  private static long[] sorted(int[] ids) {
    long[] pairs = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      pairs[i] = ((long) ids[i] << 32) | i;
    }
    Arrays.sort(pairs);
    return pairs;
  }

  /** An id that occurs more than once, as a position of it, or −1 if all are distinct. */
  static int firstDuplicate(int[] ids) {
    if (ascending(ids)) {
      return -1;
    }
    long[] pairs = sorted(ids);
    for (int i = 1; i < pairs.length; i++) {
      if (pairs[i - 1] >> 32 == pairs[i] >> 32) {
        return (int) pairs[i];
      }
    }
    return -1;
  }

  int count() {
    return ids.length;
  }

  int id(int position) {
    return ids[position];
  }

  /** The position of an id, or −1. */
  int positionOf(int id) {
    if (sorted == null) {
      int position = Arrays.binarySearch(ids, id);
      return position < 0 ? -1 : position;
    }
    int at = Arrays.binarySearch(sorted, (long) id << 32);
    at = at < 0 ? -at - 1 : at;
    return at < sorted.length && sorted[at] >> 32 == id ? (int) sorted[at] : -1;
  }

  int[] ids() {
    return ids;
  }
}
