package osusume.data.io;

import java.util.Arrays;

/** Finds the place of an id among distinct ids, by a table where they are dense enough for one. */
final class IdIndex {
  private static final int SMALL_TABLE = 1 << 20;
  private static final int MOST_SLOTS_AN_ID = 8;

  private final int[] ascendingIds;
  private final int[] places;
  private final int[] table;

  /**
   * @param ids distinct, positive
   */
  IdIndex(int[] ids) {
    int max = Arrays.stream(ids).max().orElse(0);
    if (max <= Math.max(SMALL_TABLE, (long) MOST_SLOTS_AN_ID * ids.length)) {
      table = new int[max + 1];
      Arrays.fill(table, -1);
      for (int i = 0; i < ids.length; i++) {
        table[ids[i]] = i;
      }
      ascendingIds = null;
      places = null;
    } else {
      table = null;
      long[] sorted = new long[ids.length];
      for (int i = 0; i < ids.length; i++) {
        sorted[i] = (long) ids[i] << 32 | i;
      }
      Arrays.sort(sorted);
      ascendingIds = new int[ids.length];
      places = new int[ids.length];
      for (int i = 0; i < ids.length; i++) {
        ascendingIds[i] = (int) (sorted[i] >>> 32);
        places[i] = (int) sorted[i];
      }
    }
  }

  /** The place of the id, or −1 if it is not among them. */
  int of(int id) {
    if (table != null) {
      return id < table.length ? table[id] : -1;
    }
    int i = Arrays.binarySearch(ascendingIds, id);
    return i < 0 ? -1 : places[i];
  }
}
