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
}
