package osusume.chat.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import osusume.chat.ChatEvent;
import osusume.chat.Ground;
import osusume.chat.Step;
import osusume.chat.model.Message;
import osusume.chat.model.ModelRequest;
import osusume.chat.model.ToolCall;
import osusume.chat.tool.ListDoor;
import osusume.chat.tool.Tool;
import osusume.chat.tool.ToolArgumentException;
import osusume.chat.tool.ToolResult;
import osusume.data.NearestName;
import osusume.json.Json;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/**
 * Does what a model calls for. Nothing it calls wrongly stops the answer: it is told what was wrong
 * and may call again.
 */
final class ToolDesk {
  private static final Logger LOG = Logger.getLogger(ToolDesk.class.getName());

  /** So much of a wrong call is said back. */
  private static final int QUOTED = 120;

  private final List<Tool> tools;
  private final Ground ground;
  private final ListDoor list;
  private final Consumer<ChatEvent> events;
  private final List<Step> steps = new ArrayList<>();
  private final List<JsonNode> found = new ArrayList<>();
  private int failedInARow;

  ToolDesk(List<Tool> tools, Ground ground, ListDoor list, Consumer<ChatEvent> events) {
    this.tools = List.copyOf(tools);
    this.ground = ground;
    this.list = list;
    this.events = events;
  }

  /** Whether there is anything to call. */
  boolean open() {
    return !tools.isEmpty();
  }

  /** The tools as a model is told of them that takes so many tokens at once. */
  List<ModelRequest.Offer> offers(int contextTokens) {
    return FittingTools.of(tools, contextTokens).tools().stream().map(FittingTools::offer).toList();
  }

  /** All calls so far, in order. */
  List<Step> steps() {
    return steps;
  }

  /** What the tools found so far, refusals left out. */
  List<JsonNode> found() {
    return found;
  }

  /** How many of the last calls were refused without one between that was not. */
  int failedInARow() {
    return failedInARow;
  }

  /**
   * Does what is called for.
   *
   * @throws CancelledException if the person asked to stop
   */
  Message.Found call(ToolCall call, Progress progress) {
    Optional<Tool> tool = tools.stream().filter(t -> t.name().equals(call.name())).findFirst();
    if (tool.isEmpty()) {
      return refused(
          call,
          "There is no tool '%s'. The nearest is '%s'."
              .formatted(
                  quoted(call.name()),
                  NearestName.of(call.name(), tools.stream().map(Tool::name).toList())));
    }
    JsonNode arguments;
    try {
      arguments = arguments(call);
    } catch (JsonProcessingException e) {
      return refused(
          call,
          "The arguments of %s are no JSON object: %s. Call it again with one."
              .formatted(call.name(), quoted(call.arguments())));
    }
    events.accept(new ChatEvent.StepBegan(call.name(), tool.get().inWords(arguments, ground)));
    return done(call, tool.get(), arguments, progress);
  }

  private Message.Found done(ToolCall call, Tool tool, JsonNode arguments, Progress progress) {
    try {
      ToolResult result = tool.call(arguments, ground, list, progress);
      failedInARow = result.failed() ? failedInARow + 1 : 0;
      found.add(result.json());
      ended(
          new Step(
              call.name(),
              Json.line(arguments),
              result.summary(),
              result.animeIds(),
              result.failed()));
      return new Message.Found(call.id(), Json.line(result.json()));
    } catch (ToolArgumentException e) {
      return refusal(call, e.getMessage());
    } catch (CancelledException e) {
      ended(new Step(call.name(), Json.line(arguments), "stopped", List.of(), true));
      throw e;
    } catch (RuntimeException e) {
      // What was asked for must not come into the log, and a message could quote it.
      LOG.log(Level.WARNING, "{0} failed: {1} at {2}", place(tool, e));
      return refusal(call, "%s could not do this. Try something else.".formatted(call.name()));
    }
  }

  private static Object[] place(Tool tool, RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return new Object[] {
      tool.name(), e.getClass().getName(), trace.length == 0 ? "an unknown place" : trace[0]
    };
  }

  /** A call for which there is no room any more; every call must be answered. */
  Message.Found leftUndone(ToolCall call) {
    return new Message.Found(call.id(), error("No more tools can be called for this answer."));
  }

  /** What was found takes more room than there is. */
  static Message.Found tooMuch(String callId) {
    return new Message.Found(
        callId, error("There is no room for what was found. Ask for fewer titles or rows."));
  }

  private static JsonNode arguments(ToolCall call) throws JsonProcessingException {
    if (call.arguments().isBlank()) {
      return Json.mapper().createObjectNode();
    }
    JsonNode node = Json.mapper().readTree(call.arguments());
    if (!node.isObject()) {
      throw new JsonProcessingException("no object") {
        private static final long serialVersionUID = 1L;
      };
    }
    return node;
  }

  /**
   * The call as it is said to the model again: some servers read names and arguments of earlier
   * calls, and fail at what is not well formed.
   */
  static ToolCall sayable(ToolCall call) {
    String name = call.name().replaceAll("[^a-zA-Z0-9_-]", "_");
    name = name.isEmpty() ? "unknown" : name.substring(0, Math.min(name.length(), 64));
    try {
      return new ToolCall(call.id(), name, Json.line(arguments(call)));
    } catch (JsonProcessingException e) {
      return new ToolCall(call.id(), name, "{}");
    }
  }

  private Message.Found refused(ToolCall call, String sentence) {
    events.accept(new ChatEvent.StepBegan(call.name(), call.name()));
    return refusal(call, sentence);
  }

  private Message.Found refusal(ToolCall call, String sentence) {
    failedInARow++;
    ended(new Step(call.name(), call.arguments(), sentence, List.of(), true));
    return new Message.Found(call.id(), error(sentence));
  }

  private void ended(Step step) {
    steps.add(step);
    events.accept(new ChatEvent.StepEnded(step));
  }

  private static String error(String sentence) {
    ObjectNode node = Json.mapper().createObjectNode();
    return Json.line(node.put("error", sentence));
  }

  private static String quoted(String text) {
    return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
  }
}
