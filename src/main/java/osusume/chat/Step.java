package osusume.chat;

import java.util.List;

/**
 * One call of a tool.
 *
 * @param tool its name
 * @param arguments as JSON
 * @param summary what was done and found, in a line for the person: "searched: Comedy, ≤ 13 ep (4
 *     found)"
 * @param animeIds titles it found, the best first; at most a few dozen
 * @param failed whether it was refused, for wrong arguments or by the person
 */
public record Step(
    String tool, String arguments, String summary, List<Integer> animeIds, boolean failed) {
  public Step {
    animeIds = List.copyOf(animeIds);
  }
}
