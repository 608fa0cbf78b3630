package osusume.chat.offline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import osusume.chat.ChatEvent;
import osusume.chat.Ground;
import osusume.chat.Step;
import osusume.chat.tool.ListDoor;
import osusume.chat.tool.Tool;
import osusume.chat.tool.ToolArgumentException;
import osusume.chat.tool.ToolResult;
import osusume.chat.tool.Toolbox;
import osusume.json.Json;
import osusume.progress.Progress;

/** Where an answer is worked out: asks the tools, tells of each step and keeps it. */
final class Desk {
  private final Ground ground;
  private final Consumer<ChatEvent> events;
  private final ListDoor list;
  private final Progress progress;
  private final Toolbox toolbox;
  private final List<Step> steps = new ArrayList<>();

  Desk(Ground ground, Consumer<ChatEvent> events, ListDoor list, Progress progress) {
    this.ground = ground;
    this.events = events;
    this.list = list;
    this.progress = progress;
    this.toolbox = Toolbox.of(ground.catalogue());
  }

  /** What the answer stands on. */
  Ground ground() {
    return ground;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Calls a tool; what it refuses comes back as a failed result with the sentence. */
  ToolResult call(String name, ObjectNode arguments) {
    progress.check();
    Tool tool = toolbox.named(name).orElseThrow();
    events.accept(new ChatEvent.StepBegan(name, tool.inWords(arguments, ground)));
    ToolResult result;
    try {
      result = tool.call(arguments, ground, list, progress);
    } catch (ToolArgumentException e) {
      result = refused(e.getMessage());
    }
    Step step =
        new Step(name, Json.line(arguments), result.summary(), result.animeIds(), result.failed());
    steps.add(step);
    events.accept(new ChatEvent.StepEnded(step));
    return result;
  }

  private static ToolResult refused(String sentence) {
    ObjectNode error = JsonNodeFactory.instance.objectNode().put("error", sentence);
    return new ToolResult(error, sentence, List.of(), true);
  }

  /** The rows of titles that a tool found. */
  List<Integer> rows(ToolResult result) {
    return result.animeIds().stream()
        .map(ground.catalogue()::rowOfId)
        .filter(row -> row >= 0)
        .toList();
  }
}
