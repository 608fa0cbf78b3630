package osusume.chat.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import osusume.chat.Ground;
import osusume.chat.tool.ListDoor;
import osusume.chat.tool.Proposal;
import osusume.chat.tool.Tool;
import osusume.chat.tool.ToolResult;
import osusume.json.Json;
import osusume.progress.Progress;

/**
 * Proposes always the same.
 *
 * @param proposal null: the tool fails as a fault of the program would have it fail
 */
record TestTool(String name, Proposal proposal) implements Tool {
  @Override
  public String description() {
    return "For tests.";
  }

  @Override
  public ObjectNode schema() {
    return Json.mapper().createObjectNode().put("type", "object");
  }

  @Override
  public String inWords(JsonNode arguments, Ground ground) {
    return name;
  }

  @Override
  public ToolResult call(JsonNode arguments, Ground ground, ListDoor list, Progress progress) {
    if (proposal == null) {
      throw new NullPointerException("for the secret " + arguments);
    }
    ObjectNode found = Json.mapper().createObjectNode();
    found.put("list", list.propose(proposal, progress).name());
    return new ToolResult(found, name, List.of(proposal.animeId()), false);
  }
}
