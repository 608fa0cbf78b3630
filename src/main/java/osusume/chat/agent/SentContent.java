package osusume.chat.agent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import osusume.chat.model.Message;
import osusume.chat.model.ModelRequest;
import osusume.chat.model.ToolCall;
import osusume.json.Json;

/** All that a request says, for the person to look at; there is no key in it. */
final class SentContent {
  private SentContent() {}

  static String of(String model, ModelRequest request) {
    ObjectNode content = Json.mapper().createObjectNode();
    content.put("model", model);
    ArrayNode messages = content.putArray("messages");
    request.messages().forEach(message -> messages.add(node(message)));
    if (!request.tools().isEmpty()) {
      ArrayNode tools = content.putArray("tools");
      for (ModelRequest.Offer offer : request.tools()) {
        ObjectNode tool = tools.addObject();
        tool.put("name", offer.name());
        tool.put("description", offer.description());
        tool.set("parameters", offer.schema());
      }
    }
    content.put("max_tokens", request.mostTokens());
    return Json.line(content);
  }

  private static ObjectNode node(Message message) {
    ObjectNode node = Json.mapper().createObjectNode();
    switch (message) {
      case Message.Instructions instructions ->
          node.put("role", "system").put("content", instructions.text());
      case Message.Said said -> node.put("role", "user").put("content", said.text());
      case Message.Found found ->
          node.put("role", "tool").put("tool_call_id", found.callId()).put("content", found.json());
      case Message.Answered answered -> {
        node.put("role", "assistant").put("content", answered.text());
        if (!answered.calls().isEmpty()) {
          ArrayNode calls = node.putArray("tool_calls");
          for (ToolCall call : answered.calls()) {
            calls
                .addObject()
                .put("id", call.id())
                .put("name", call.name())
                .put("arguments", call.arguments());
          }
        }
      }
    }
    return node;
  }
}
