package osusume.chat.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.chat.ChatEvent;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.chat.Mode;
import osusume.chat.Question;
import osusume.chat.Reply;
import osusume.chat.TasteSummary;
import osusume.chat.model.LanguageModel;
import osusume.chat.model.Message;
import osusume.chat.tool.ListDoor;
import osusume.chat.tool.Tool;
import osusume.chat.tool.Toolbox;
import osusume.data.Catalogue;
import osusume.json.Json;
import osusume.progress.Progress;

/**
 * Answers through a language model. The model is a stranger: it gets a summary of the taste and
 * what tools find, nothing else, and what it says is held against the catalogue before it is passed
 * on.
 */
public final class AgentAssistant implements Assistant {
  private final String name;
  private final LanguageModel model;
  private final Function<Catalogue, List<Tool>> tools;
  private final Limits limits;
  private volatile boolean closed;

  /**
   * @param name which assistant it is, with its model, for instance {@code OpenAI (gpt-4o)}
   * @param model closed with this
   */
  public AgentAssistant(String name, LanguageModel model, Limits limits) {
    this(name, model, catalogue -> Toolbox.of(catalogue).tools(), limits);
  }

  /**
   * @param tools what may be called over a catalogue
   */
  AgentAssistant(
      String name, LanguageModel model, Function<Catalogue, List<Tool>> tools, Limits limits) {
    this.name = name;
    this.model = model;
    this.tools = tools;
    this.limits = limits;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Reply answer(
      Question question, Consumer<ChatEvent> events, ListDoor list, Progress progress)
      throws AssistantException {
    var deadline = new Deadline(progress, () -> closed, limits.time());
    boolean simple = question.mode() == Mode.SIMPLE;
    // The simple way is short enough for every model, and must not wait for what it does not need.
    OptionalInt context = simple ? OptionalInt.empty() : model.contextTokens(deadline);
    Limits room = context.isPresent() ? limits.within(context.getAsInt()) : limits;
    FittingTools may =
        FittingTools.of(
            simple ? List.of() : tools.apply(question.ground().catalogue()), room.contextTokens());
    var turns = new ModelTurns(model, events, room.answerTokens());
    Briefing briefing = simple ? simple(question) : agent(question, leftOut(may, room));
    var desk = new ToolDesk(may.tools(), question.ground(), deadline.uncounted(list), events);
    return new Answering(name, room, turns, desk, briefing, deadline).answer(question.text());
  }

  private static List<String> leftOut(FittingTools may, Limits room) {
    return may.leftOut().isEmpty()
        ? List.of()
        : List.of(
            ("The model takes %,d tokens at once, too few to tell it of all tools; it had to do"
                    + " without %s. Give it a longer context where it is served.")
                .formatted(room.contextTokens(), String.join(", ", may.leftOut())));
  }

  private Briefing simple(Question question) {
    Ground ground = question.ground();
    TopTen ten = TopTen.of(ground);
    ObjectNode data = Json.mapper().createObjectNode();
    data.put("recommended_to", Prompt.audience(ground.asker()));
    data.set("titles", ten.json());
    String instructions = Prompt.withData(Prompt.SIMPLE, data);
    return new Briefing(
        _ -> List.of(new Message.Instructions(instructions)),
        new TitleCheck(question, "", Optional.of(ten.ids())),
        ten.notes());
  }

  private Briefing agent(Question question, List<String> notes) {
    Ground ground = question.ground();
    String summary = TasteSummary.of(ground, ground.asker().taste()).text(ground.catalogue());
    ObjectNode data = Json.mapper().createObjectNode();
    data.put("answer_for", Prompt.audience(ground.asker()));
    data.put("their_taste", summary);
    int told = TokenEstimate.of(Prompt.withData(Prompt.AGENT, data));
    return new Briefing(
        room -> {
          Memory memory = Memory.of(question.before(), ground.asker(), room - told);
          return memory.behind(instructions(ground.catalogue(), data, memory));
        },
        new TitleCheck(question, summary, Optional.empty()),
        notes);
  }

  private static Message.Instructions instructions(
      Catalogue catalogue, ObjectNode data, Memory memory) {
    ObjectNode all = data.deepCopy();
    if (!memory.animeIds().isEmpty()) {
      ObjectNode named = all.putObject("titles_named_before");
      for (int id : memory.animeIds()) {
        int row = catalogue.rowOfId(id);
        // Another data set may have been opened since.
        if (row >= 0) {
          named.put(Integer.toString(id), Harmless.line(catalogue.anime(row).name()));
        }
      }
    }
    return new Message.Instructions(Prompt.withData(Prompt.AGENT, all));
  }

  /** Stops an answer under way, and closes the model. */
  @Override
  public void close() {
    closed = true;
    model.close();
  }
}
