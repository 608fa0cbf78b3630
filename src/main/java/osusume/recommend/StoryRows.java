package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Makes one row of the candidates of one story: it ranks where the best of them ranks, and a person
 * enters it at the first of them in viewing order, at a special, a music video or a recap only
 * where there is nothing else. docs/franchises.md says why.
 */
final class StoryRows {
  private final Franchises franchises;
  private final BitSet candidates;
  private final BitSet best = new BitSet();

  /**
   * @param scores one a catalogue row
   * @param watchers decides between equal scores, as in {@link TopK}
   * @param candidates catalogue rows that the person has not watched and that fit
   */
  StoryRows(Franchises franchises, float[] scores, int[] watchers, BitSet candidates) {
    this.franchises = franchises;
    this.candidates = candidates;
    int[] bestOf = new int[franchises.count()];
    Arrays.fill(bestOf, -1);
    for (int row = candidates.nextSetBit(0); row >= 0; row = candidates.nextSetBit(row + 1)) {
      int story = franchises.of(row);
      if (bestOf[story] < 0 || TopK.before(row, bestOf[story], scores, watchers)) {
        bestOf[story] = row;
      }
    }
    for (int row : bestOf) {
      if (row >= 0) {
        best.set(row);
      }
    }
  }

  /** Of each story the candidate with the best score. Not to be written. */
  BitSet best() {
    return best;
  }

  /** The row of the story that a candidate belongs to. */
  Ranking.Row row(int bestRow) {
    int story = franchises.of(bestRow);
    if (franchises.size(story) == 1) {
      return new Ranking.Row(bestRow, bestRow, List.of());
    }
    List<Integer> parts = new ArrayList<>();
    for (int member : franchises.members(story)) {
      if (candidates.get(member)) {
        parts.add(member);
      }
    }
    int entry =
        parts.stream().filter(part -> !franchises.aside(part)).findFirst().orElse(parts.getFirst());
    parts.remove(Integer.valueOf(entry));
    return new Ranking.Row(bestRow, entry, parts);
  }
}
