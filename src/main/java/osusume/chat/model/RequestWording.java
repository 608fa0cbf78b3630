package osusume.chat.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import java.util.Optional;
import osusume.json.Json;

/** Words a request as the protocol and the server's dialect have it. */
final class RequestWording {
  private RequestWording() {}

  static ChatCompletionCreateParams word(String model, ModelRequest request, Dialect dialect) {
    ChatCompletionCreateParams.Builder body = ChatCompletionCreateParams.builder().model(model);
    for (Message message : request.messages()) {
      switch (message) {
        case Message.Instructions instructions -> body.addSystemMessage(instructions.text());
        case Message.Said said -> body.addUserMessage(said.text());
        case Message.Answered answered -> body.addMessage(answered(answered));
        case Message.Found found ->
            body.addMessage(
                ChatCompletionToolMessageParam.builder()
                    .toolCallId(found.callId())
                    .content(found.json())
                    .build());
      }
    }
    for (ModelRequest.Offer offer : request.tools()) {
      body.addTool(tool(offer));
    }
    // Not by the library's own word, which it calls out of date: to many servers it is the only
    // one.
    String limit = dialect.newLimit() ? "max_completion_tokens" : "max_tokens";
    body.putAdditionalBodyProperty(limit, JsonValue.from(request.mostTokens()));
    if (dialect.streams() && dialect.countsStream()) {
      body.streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build());
    }
    return body.build();
  }

  private static ChatCompletionAssistantMessageParam answered(Message.Answered answered) {
    ChatCompletionAssistantMessageParam.Builder message =
        ChatCompletionAssistantMessageParam.builder();
    if (answered.text().isEmpty() && !answered.calls().isEmpty()) {
      // Older servers want the field to be there.
      message.content(Optional.empty());
    } else {
      message.content(answered.text());
    }
    for (ToolCall call : answered.calls()) {
      message.addToolCall(
          ChatCompletionMessageFunctionToolCall.builder()
              .id(call.id())
              .function(
                  ChatCompletionMessageFunctionToolCall.Function.builder()
                      .name(nameOf(call))
                      .arguments(argumentsOf(call))
                      .build())
              .build());
    }
    return message.build();
  }

  /** A model may make up a name; repeated to the server, it must be one by its rules. */
  private static String nameOf(ToolCall call) {
    String name = call.name().replaceAll("[^a-zA-Z0-9_-]", "_");
    return name.isEmpty() ? "unnamed" : name.substring(0, Math.min(64, name.length()));
  }

  /** Ollama and llama.cpp refuse a conversation in which arguments are no JSON object. */
  private static String argumentsOf(ToolCall call) {
    try {
      if (Json.mapper().readTree(call.arguments()) instanceof ObjectNode) {
        return call.arguments();
      }
    } catch (JsonProcessingException e) {
      // What follows shows the model what it wrote.
    }
    return Json.line(Json.mapper().createObjectNode().put("not_json", call.arguments()));
  }

  private static ChatCompletionFunctionTool tool(ModelRequest.Offer offer) {
    FunctionParameters.Builder schema = FunctionParameters.builder();
    offer
        .schema()
        .propertyStream()
        .forEach(
            part ->
                schema.putAdditionalProperty(
                    part.getKey(), JsonValue.fromJsonNode(part.getValue())));
    return ChatCompletionFunctionTool.builder()
        .function(
            FunctionDefinition.builder()
                .name(offer.name())
                .description(offer.description())
                .parameters(schema.build())
                .build())
        .build();
  }
}
