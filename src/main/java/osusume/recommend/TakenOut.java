package osusume.recommend;

import java.util.Set;

/**
 * Reasons that a person does not want to count: the answer is that for a person without them.
 *
 * @param animeRows catalogue rows of titles on the person's list; they are not recommended all the
 *     same
 * @param groups taste groups, from 0
 */
public record TakenOut(Set<Integer> animeRows, Set<Integer> groups) {
  /** Every reason counts. */
  public static final TakenOut NONE = new TakenOut(Set.of(), Set.of());

  public TakenOut {
    animeRows = Set.copyOf(animeRows);
    groups = Set.copyOf(groups);
  }

  public boolean isEmpty() {
    return animeRows.isEmpty() && groups.isEmpty();
  }

  /**
   * Holds the groups against those there are.
   *
   * @param count how many there are
   * @throws IllegalArgumentException if there is no such group, or if none is left; worded for a
   *     person
   */
  public void requireGroupsAmong(int count) {
    for (int group : groups) {
      if (group < 0 || group >= count) {
        throw new IllegalArgumentException(
            "There is no taste group %d: they are numbered from 1 to %d."
                .formatted(group + 1, count));
      }
    }
    if (groups.size() == count) {
      throw new IllegalArgumentException(
          ("All %d taste groups are taken out, so nothing is left to rank by. Put at least one of"
                  + " them back.")
              .formatted(count));
    }
  }
}
