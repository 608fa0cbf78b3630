package osusume.chat.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What is asked of a language model.
 *
 * @param messages the oldest first
 * @param tools which it may call; empty: none
 * @param mostTokens how long the answer may be
 */
public record ModelRequest(List<Message> messages, List<Offer> tools, int mostTokens) {
  public ModelRequest {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }

  /**
   * A tool the model may call.
   *
   * @param schema JSON schema of the arguments
   */
  public record Offer(String name, String description, ObjectNode schema) {}
}
