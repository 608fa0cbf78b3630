package osusume.chat.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import osusume.json.Json;

/**
 * Calls of tools that a model wrote into its text, because the server does not know its way of
 * calling: {@code <tool_call>{…}</tool_call>} as Qwen and Hermes have it, a block of JSON, or bare
 * JSON as Llama has it. Only a text that is nothing else, and only tools that were offered: what is
 * said about a call is no call.
 */
final class WrittenCalls {
  private static final Pattern TAGGED =
      Pattern.compile("<tool_call>(.*?)</tool_call>\\s*", Pattern.DOTALL);
  private static final Pattern FENCED =
      Pattern.compile("```[a-z_]*\\s*(.*?)\\s*```", Pattern.DOTALL);

  /** How a text of calls begins; what begins so waits until it is clear what it is. */
  private static final List<String> BEGINNINGS =
      List.of("<tool_call>", "```json", "```tool_call", "```\n{", "{", "[{");

  private static final Set<String> FIELDS =
      Set.of("id", "type", "name", "arguments", "parameters", "function");

  private WrittenCalls() {}

  /** Whether a text that is not whole yet may become one of calls. */
  static boolean mayBegin(String text) {
    String begun = text.stripLeading();
    return BEGINNINGS.stream().anyMatch(b -> begun.startsWith(b) || b.startsWith(begun));
  }

  /**
   * The calls that a text is made of; none: it is something else.
   *
   * @param offered the names of the tools
   * @param idPrefix of the ids they get
   */
  static List<ToolCall> in(String text, Set<String> offered, String idPrefix) {
    List<ToolCall> calls = new ArrayList<>();
    for (String json : jsonsOf(text.strip())) {
      Optional<JsonNode> node = parsed(json);
      if (node.isEmpty()) {
        return List.of();
      }
      for (JsonNode one : node.get().isArray() ? node.get() : List.of(node.get())) {
        Optional<ToolCall> call = call(one, offered, idPrefix + "_" + calls.size());
        if (call.isEmpty()) {
          return List.of();
        }
        calls.add(call.get());
      }
    }
    return calls;
  }

  private static List<String> jsonsOf(String text) {
    if (!text.startsWith("<tool_call>")) {
      Matcher fenced = FENCED.matcher(text);
      return List.of(fenced.matches() ? fenced.group(1) : text);
    }
    List<String> all = new ArrayList<>();
    Matcher tagged = TAGGED.matcher(text);
    int end = 0;
    while (tagged.find() && tagged.start() == end) {
      all.add(tagged.group(1));
      end = tagged.end();
    }
    return end == text.length() ? all : List.of();
  }

  private static Optional<JsonNode> parsed(String text) {
    String json = text.strip();
    if (!json.startsWith("{") && !json.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.mapper().readTree(json));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<ToolCall> call(JsonNode node, Set<String> offered, String id) {
    if (!node.propertyStream().allMatch(field -> FIELDS.contains(field.getKey()))) {
      return Optional.empty();
    }
    if (node.path("function").isObject()) {
      return call(node.path("function"), offered, id);
    }
    JsonNode arguments = node.has("arguments") ? node.path("arguments") : node.path("parameters");
    if (arguments.isTextual()) {
      arguments = parsed(arguments.asText()).orElse(arguments);
    }
    String name = node.path("name").asText("");
    return offered.contains(name) && arguments.isObject()
        ? Optional.of(new ToolCall(id, name, Json.line(arguments)))
        : Optional.empty();
  }
}
