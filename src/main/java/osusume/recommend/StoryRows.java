package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes one row of the candidates of one story: it ranks where the best of them ranks, or where its
 * entry does, and a person enters it at the first of them in viewing order, at a special, a music
 * video or a recap only where there is nothing else. A story that would be entered at a title that
 * is passed over has no row: who plans its first part is not sent to the second, nor who does not
 * want it. docs/franchises.md says why.
 */
final class StoryRows {
  private final Franchises franchises;
  private final BitSet candidates;
  private final BitSet passedOver;
  private final BitSet ranking = new BitSet();

  /**
   * @param scores one a catalogue row
   * @param watchers decides between equal scores, as in {@link TopK}
   * @param candidates catalogue rows that the person has not watched and that fit
   * @param passedOver catalogue rows that are no candidates though nobody watched them
   * @param byEntry whether a story ranks where its entry does
   */
  StoryRows(
      Franchises franchises,
      float[] scores,
      int[] watchers,
      BitSet candidates,
      BitSet passedOver,
      boolean byEntry) {
    this.franchises = franchises;
    this.candidates = candidates;
    this.passedOver = passedOver;
    int[] bestOf = new int[franchises.count()];
    Arrays.fill(bestOf, -1);
    for (int row = candidates.nextSetBit(0); row >= 0; row = candidates.nextSetBit(row + 1)) {
      int story = franchises.of(row);
      if (bestOf[story] < 0 || TopK.before(row, bestOf[story], scores, watchers)) {
        bestOf[story] = row;
      }
    }
    for (int row : bestOf) {
      if (row >= 0 && !isPassedOver(row)) {
        ranking.set(byEntry ? entry(parts(row)) : row);
      }
    }
  }

  /** Of each story the candidate that ranks it. Not to be written. */
  BitSet ranking() {
    return ranking;
  }

  /** The row of the story that a candidate ranks. */
  Ranking.Row row(int rankedBy) {
    List<Integer> parts = parts(rankedBy);
    int entry = entry(parts);
    parts.remove(Integer.valueOf(entry));
    return new Ranking.Row(rankedBy, entry, parts);
  }

  /** Whether the story that a candidate belongs to would be entered at a title passed over. */
  private boolean isPassedOver(int row) {
    List<Integer> unwatched =
        members(row).filter(part -> candidates.get(part) || passedOver.get(part)).toList();
    return passedOver.get(entry(unwatched));
  }

  /** The candidates of the story that a candidate belongs to, in viewing order. */
  private List<Integer> parts(int row) {
    return members(row).filter(candidates::get).collect(Collectors.toCollection(ArrayList::new));
  }

  private Stream<Integer> members(int row) {
    return Arrays.stream(franchises.members(franchises.of(row))).boxed();
  }

  private int entry(List<Integer> parts) {
    return parts.stream()
        .filter(part -> !franchises.aside(part))
        .findFirst()
        .orElse(parts.getFirst());
  }
}
