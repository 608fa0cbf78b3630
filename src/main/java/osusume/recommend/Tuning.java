package osusume.recommend;

import java.util.Set;

/**
 * What a person changed about a fitted strategy, for one answer.
 *
 * @param weights of the blend
 * @param groupsOut taste groups that do not count, from 0
 */
public record Tuning(BlendWeights weights, Set<Integer> groupsOut) {
  /** As it was fitted. */
  public static final Tuning NONE = new Tuning(BlendWeights.LEARNED, Set.of());

  public Tuning {
    groupsOut = Set.copyOf(groupsOut);
  }
}
