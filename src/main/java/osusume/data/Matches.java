package osusume.data;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a filter left of a catalogue.
 *
 * @param rows the catalogue rows that match
 * @param removed how many titles each part of the filter took out of what the parts before it had
 *     left, under the part's name, in the order in which they were applied; only the parts that ask
 *     for something
 */
public record Matches(BitSet rows, Map<String, Integer> removed) {
  public Matches {
    removed = Collections.unmodifiableMap(new LinkedHashMap<>(removed));
  }

  /** How many titles match. */
  public int count() {
    return rows.cardinality();
  }

  /** The matching catalogue rows in ascending order. */
  public int[] toArray() {
    int[] array = new int[rows.cardinality()];
    int n = 0;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      array[n++] = row;
    }
    return array;
  }
}
