package osusume.chat.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import osusume.chat.Ground;
import osusume.progress.Progress;

/** One thing an assistant may do. Holds no state; may be called from any thread. */
public interface Tool {
  /** By which a model calls it, in snake case. */
  String name();

  /** What it does and when to call it, for a model. */
  String description();

  /** The JSON schema of its arguments: an object without additional properties. */
  ObjectNode schema();

  /**
   * What a call with these arguments does, in a line for the person: "search: Comedy, ≤ 13 ep".
   * Arguments it can't make sense of are left out.
   */
  String inWords(JsonNode arguments, Ground ground);

  /**
   * Does it.
   *
   * @param arguments held against the schema here, whole, before anything is done
   * @param list for tools that change the person's list; others leave it alone
   * @throws ToolArgumentException if the arguments are not what they must be, with a sentence by
   *     which a model can mend its call
   */
  ToolResult call(JsonNode arguments, Ground ground, ListDoor list, Progress progress)
      throws ToolArgumentException;
}
