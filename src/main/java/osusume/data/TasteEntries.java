package osusume.data;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What is on one person's list, column by column. Not to be written.
 *
 * @param rows catalogue rows, distinct
 * @param ratings 1 to 10, or −1: watched, not rated
 * @param weights how much each entry counts
 * @param dropped which entries were given up
 */
@SuppressWarnings("ArrayRecordComponent")
record TasteEntries(int[] rows, byte[] ratings, float[] weights, BitSet dropped) {
  /** Entries that count alike, none of them dropped. */
  static TasteEntries alike(int[] rows, byte[] ratings) {
    float[] ones = new float[rows.length];
    Arrays.fill(ones, 1);
    return new TasteEntries(rows, ratings, ones, new BitSet());
  }

  int size() {
    return rows.length;
  }

  /** Some of the entries, in the order given. */
  TasteEntries keep(int[] entries) {
    int[] keptRows = new int[entries.length];
    byte[] keptRatings = new byte[entries.length];
    float[] keptWeights = new float[entries.length];
    BitSet keptDropped = new BitSet();
    for (int i = 0; i < entries.length; i++) {
      keptRows[i] = rows[entries[i]];
      keptRatings[i] = ratings[entries[i]];
      keptWeights[i] = weights[entries[i]];
      keptDropped.set(i, dropped.get(entries[i]));
    }
    return new TasteEntries(keptRows, keptRatings, keptWeights, keptDropped).normalised();
  }

  /**
   * The same with the weights so that the largest is 1: only how they compare counts. It is the
   * largest of what was not dropped, if there is any, so that what was dropped changes no other
   * entry's weight.
   */
  TasteEntries normalised() {
    boolean allDropped = dropped.cardinality() == rows.length;
    float largest = 0;
    for (int entry = 0; entry < rows.length; entry++) {
      if (allDropped || !dropped.get(entry)) {
        largest = Math.max(largest, weights[entry]);
      }
    }
    if (largest == 1 || rows.length == 0) {
      return this;
    }
    float[] scaled = new float[weights.length];
    for (int entry = 0; entry < scaled.length; entry++) {
      scaled[entry] = Math.min(1, weights[entry] / largest);
    }
    return new TasteEntries(rows, ratings, scaled, dropped);
  }

  /** The rows, one bit each. */
  BitSet asBits() {
    int end = 0;
    for (int row : rows) {
      end = Math.max(end, row + 1);
    }
    // As large as it gets, for one that grows is copied again and again.
    BitSet bits = new BitSet(end);
    for (int row : rows) {
      bits.set(row);
    }
    return bits;
  }
}
