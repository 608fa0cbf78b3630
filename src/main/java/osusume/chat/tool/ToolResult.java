package osusume.chat.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a tool found.
 *
 * @param json for the assistant; small enough for a model's memory
 * @param summary for the person, what was done and found in a line: "searched: Comedy, ≤ 13 ep (4
 *     found)"
 * @param animeIds the titles it found, the best first
 * @param failed whether it was refused
 */
public record ToolResult(ObjectNode json, String summary, List<Integer> animeIds, boolean failed) {
  public ToolResult {
    animeIds = List.copyOf(animeIds);
  }
}
