package osusume.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What OpenAI's Chat Completions take and refuse, as far as this program uses them; stricter than
 * most servers, for what passes here passes anywhere.
 */
final class ProtocolRules {
  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "messages",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "stream",
          "stream_options",
          "max_tokens",
          "max_completion_tokens",
          "temperature");
  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "integer", "number", "boolean", "null");
  private static final Set<String> SCHEMA_WORDS =
      Set.of(
          "type",
          "description",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "enum",
          "anyOf",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "minLength",
          "maxLength",
          "pattern",
          "default",
          "title");

  private ProtocolRules() {}

  /**
   * Why a request is wrong.
   *
   * @param param which part of it
   */
  record Refusal(String param, String message) {}

  private static final class WrongException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    WrongException(String param, String message) {
      super(message);
      refusal = new Refusal(param, message);
    }
  }

  /** Empty: the request is as it must be. */
  static Optional<Refusal> check(JsonNode body) {
    try {
      checkAll(body);
      return Optional.empty();
    } catch (WrongException e) {
      return Optional.of(e.refusal);
    }
  }

  private static void checkAll(JsonNode body) {
    require(body.isObject(), "body", "The body must be a JSON object.");
    onlyFields(body, FIELDS, "");
    require(isText(body.path("model")), "model", "you must provide a model parameter");
    JsonNode most = body.path("max_tokens");
    JsonNode mostNow = body.path("max_completion_tokens");
    require(
        most.isMissingNode() || mostNow.isMissingNode(),
        "max_tokens",
        "max_tokens and max_completion_tokens exclude each other.");
    for (JsonNode count : List.of(most, mostNow)) {
      require(
          count.isMissingNode() || count.isIntegralNumber() && count.asLong() > 0,
          "max_tokens",
          "The number of tokens must be an integer above 0.");
    }
    JsonNode stream = body.path("stream");
    require(stream.isMissingNode() || stream.isBoolean(), "stream", "stream must be a boolean.");
    JsonNode options = body.path("stream_options");
    if (!options.isMissingNode()) {
      require(
          stream.asBoolean(),
          "stream_options",
          "The 'stream_options' parameter is only allowed when 'stream' is enabled.");
      onlyFields(options, Set.of("include_usage"), "stream_options.");
      require(
          options.path("include_usage").isBoolean(), "stream_options", "include_usage: boolean.");
    }
    Set<String> tools = checkTools(body);
    checkMessages(body.path("messages"), tools);
  }

  private static Set<String> checkTools(JsonNode body) {
    JsonNode tools = body.path("tools");
    Set<String> names = new HashSet<>();
    if (tools.isMissingNode()) {
      require(
          !body.has("tool_choice") && !body.has("parallel_tool_calls"),
          "tool_choice",
          "'tool_choice' is only allowed when 'tools' are specified.");
      return names;
    }
    require(tools.isArray() && !tools.isEmpty(), "tools", "[] is too short - 'tools'");
    for (JsonNode tool : tools) {
      onlyFields(tool, Set.of("type", "function"), "tools.");
      require(tool.path("type").asText().equals("function"), "tools.type", "must be function");
      JsonNode function = tool.path("function");
      onlyFields(
          function, Set.of("name", "description", "parameters", "strict"), "tools.function.");
      String name = function.path("name").asText();
      require(
          name.matches("[a-zA-Z0-9_-]{1,64}"),
          "tools.function.name",
          "illegal name '" + name + "'");
      require(names.add(name), "tools.function.name", "two tools are named " + name);
      require(
          isText(function.path("description")), "tools.function.description", "must be a string");
      checkSchema(function.path("parameters"), name);
      require(
          function.path("parameters").path("type").asText().equals("object"),
          "tools.function.parameters",
          "schema must be a JSON Schema of 'type: \"object\"'");
    }
    return names;
  }

  private static void checkSchema(JsonNode schema, String where) {
    require(schema.isObject(), "tools.function.parameters", where + ": a schema is an object");
    for (String word : names(schema)) {
      require(
          SCHEMA_WORDS.contains(word),
          "tools.function.parameters",
          where + ": unknown word '" + word + "' in a schema");
    }
    JsonNode type = schema.path("type");
    List<JsonNode> types = new ArrayList<>();
    if (type.isArray()) {
      type.forEach(types::add);
    } else if (!type.isMissingNode()) {
      types.add(type);
    }
    require(
        !types.isEmpty() || schema.has("anyOf") || schema.has("enum"),
        "tools.function.parameters",
        where + ": a schema says its type");
    for (JsonNode one : types) {
      require(
          TYPES.contains(one.asText()),
          "tools.function.parameters",
          where + ": '" + one.asText() + "' is not valid under any of the given schemas");
    }
    JsonNode properties = schema.path("properties");
    properties
        .propertyStream()
        .forEach(property -> checkSchema(property.getValue(), where + "." + property.getKey()));
    for (JsonNode needed : schema.path("required")) {
      require(
          properties.has(needed.asText()),
          "tools.function.parameters",
          where + ": required '" + needed.asText() + "' is no property");
    }
    boolean holdsList = types.stream().anyMatch(one -> one.asText().equals("array"));
    require(
        !holdsList || schema.has("items"),
        "tools.function.parameters",
        where + ": array schema missing items");
    if (schema.has("items")) {
      checkSchema(schema.path("items"), where + "[]");
    }
    for (JsonNode one : schema.path("anyOf")) {
      checkSchema(one, where);
    }
  }

  private static void checkMessages(JsonNode messages, Set<String> tools) {
    require(messages.isArray() && !messages.isEmpty(), "messages", "[] is too short - 'messages'");
    Set<String> open = new LinkedHashSet<>();
    for (int i = 0; i < messages.size(); i++) {
      JsonNode message = messages.get(i);
      String at = "messages.[" + i + "]";
      String role = message.path("role").asText();
      require(
          open.isEmpty() || role.equals("tool"),
          at + ".role",
          "An assistant message with 'tool_calls' must be followed by tool messages responding to"
              + " each 'tool_call_id'. The following tool_call_ids did not have response messages: "
              + String.join(", ", open));
      switch (role) {
        case "system", "developer" -> {
          require(i == 0, at + ".role", "The instructions come first.");
          onlyFields(message, Set.of("role", "content"), at + ".");
          require(isText(message.path("content")), at + ".content", "must be a string");
        }
        case "user" -> {
          onlyFields(message, Set.of("role", "content"), at + ".");
          require(isText(message.path("content")), at + ".content", "must be a string");
        }
        case "assistant" -> open.addAll(checkAnswered(message, at, tools));
        case "tool" -> {
          onlyFields(message, Set.of("role", "content", "tool_call_id"), at + ".");
          require(message.path("content").isTextual(), at + ".content", "must be a string");
          require(
              open.remove(message.path("tool_call_id").asText()),
              at + ".role",
              "messages with role 'tool' must be a response to a preceding message with"
                  + " 'tool_calls'.");
        }
        default -> throw new WrongException(at + ".role", "Invalid value: '" + role + "'.");
      }
    }
    require(
        open.isEmpty(),
        "messages",
        "The following tool_call_ids did not have response messages: " + String.join(", ", open));
    String last = messages.get(messages.size() - 1).path("role").asText();
    require(
        last.equals("user") || last.equals("tool"), "messages", "The last word is the model's.");
  }

  private static Set<String> checkAnswered(JsonNode message, String at, Set<String> tools) {
    onlyFields(message, Set.of("role", "content", "tool_calls"), at + ".");
    JsonNode calls = message.path("tool_calls");
    Set<String> ids = new LinkedHashSet<>();
    if (calls.isMissingNode()) {
      require(message.path("content").isTextual(), at + ".content", "must be a string");
      return ids;
    }
    require(calls.isArray() && !calls.isEmpty(), at + ".tool_calls", "[] is too short");
    for (JsonNode call : calls) {
      onlyFields(call, Set.of("id", "type", "function"), at + ".tool_calls.");
      require(call.path("type").asText().equals("function"), at + ".tool_calls.type", "function");
      require(
          isText(call.path("id")) && ids.add(call.path("id").asText()),
          at + ".tool_calls.id",
          "each call needs an id of its own");
      JsonNode function = call.path("function");
      onlyFields(function, Set.of("name", "arguments"), at + ".tool_calls.function.");
      require(isText(function.path("name")), at + ".tool_calls.function.name", "must be a string");
      require(
          tools.isEmpty() || function.path("name").asText().matches("[a-zA-Z0-9_-]{1,64}"),
          at + ".tool_calls.function.name",
          "illegal name");
      require(
          function.path("arguments").isTextual(),
          at + ".tool_calls.function.arguments",
          "must be a string");
      require(
          holdsJson(function.path("arguments").asText()),
          at + ".tool_calls.function.arguments",
          "must be JSON, as Ollama and llama.cpp want it");
    }
    return ids;
  }

  private static boolean holdsJson(String text) {
    try {
      return osusume.json.Json.mapper().readTree(text).isObject();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return false;
    }
  }

  private static void onlyFields(JsonNode node, Set<String> allowed, String at) {
    require(node.isObject(), at, "must be an object");
    for (String name : names(node)) {
      require(allowed.contains(name), at + name, "Unrecognized request argument supplied: " + name);
    }
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static boolean isText(JsonNode node) {
    return node.isTextual() && !node.asText().isEmpty();
  }

  private static void require(boolean holds, String param, String message) {
    if (!holds) {
      throw new WrongException(param, message);
    }
  }
}
