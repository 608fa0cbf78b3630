package osusume.chat.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static osusume.chat.agent.ScriptedModel.calls;
import static osusume.chat.agent.ScriptedModel.ends;
import static osusume.chat.agent.ScriptedModel.fails;
import static osusume.chat.agent.ScriptedModel.hangsAfter;
import static osusume.chat.agent.ScriptedModel.says;
import static osusume.chat.agent.ScriptedModel.saysAndCalls;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.ChatEvent;
import osusume.chat.Mode;
import osusume.chat.Reply;
import osusume.chat.Reply.Ending;
import osusume.chat.Step;
import osusume.chat.Tokens;
import osusume.chat.model.Message;
import osusume.chat.model.ModelAnswer.Finish;
import osusume.chat.tool.ListDoor;
import osusume.chat.tool.Proposal;
import osusume.progress.Progress;

/** The model calls, the tools answer, and however it goes wrong there is an honest end. */
@Timeout(60)
class AgentLoopTest {
  private static final String WISH = "something calm that I haven't seen";

  @Test
  void theModelCallsAToolAndAnswersFromWhatItFound() throws AssistantException {
    var model = new ScriptedModel(calls("recommend", "{\"k\":2}"), says("Try **Mushishi**. Calm."));
    var asking = new Asking(model);
    Reply reply = asking.ask(WISH);
    assertThat(reply.assistant()).isEqualTo("Local (scripted)");
    assertThat(reply.text()).isEqualTo("Try **Mushishi**. Calm.");
    assertThat(reply.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(reply.notes()).isEmpty();
    assertThat(reply.tokens()).contains(new Tokens(200, 20, true));
    assertThat(reply.titles()).extracting(t -> t.animeId().orElse(0)).containsExactly(457);
    Step step = reply.steps().getFirst();
    assertThat(step.tool()).isEqualTo("recommend");
    assertThat(step.arguments()).isEqualTo("{\"k\":2}");
    assertThat(step.animeIds()).hasSize(2).doesNotContain(Asking.MONSTER);
    assertThat(step.failed()).isFalse();

    assertThat(model.requests).hasSize(2);
    assertThat(model.requests.getFirst().tools())
        .extracting(offer -> offer.name())
        .contains("search_anime", "recommend", "similar_anime");
    assertThat(Asking.found(model.requests.getLast()).getFirst().get("anime")).hasSize(2);
    assertThat(asking.events.stream().map(event -> event.getClass().getSimpleName()).distinct())
        .containsExactly("Sending", "StepBegan", "StepEnded", "Text");
  }

  @Test
  void severalCallsOfOneAnswerAreEachAnsweredByTheirId() throws AssistantException {
    var model =
        new ScriptedModel(
            calls("search_anime", "{\"title\":\"mushi\"}", "similar_anime", "{\"anime\":19}"),
            says("Done."));
    Reply reply = new Asking(model).ask("compare");
    List<Message> messages = model.requests.getLast().messages();
    var answered = (Message.Answered) messages.get(messages.size() - 3);
    assertThat(answered.calls()).hasSize(2);
    assertThat(messages.subList(messages.size() - 2, messages.size()))
        .extracting(message -> ((Message.Found) message).callId())
        .containsExactly(answered.calls().get(0).id(), answered.calls().get(1).id());
    assertThat(reply.steps())
        .extracting(Step::tool)
        .containsExactly("search_anime", "similar_anime");
  }

  @Test
  void aThoughtBeforeACallIsNoPartOfTheAnswer() throws AssistantException {
    var model =
        new ScriptedModel(saysAndCalls("Let me look.", "search_anime", "{}"), says("Here it is."));
    var asking = new Asking(model);
    assertThat(asking.ask(WISH).text()).isEqualTo("Here it is.");
    assertThat(asking.events).contains(new ChatEvent.TextDropped());
  }

  @Test
  void aWrongCallGoesBackAsAnErrorThatCanBeMended() throws AssistantException {
    var model =
        new ScriptedModel(
            calls("recommend_anime", "{}"),
            calls("recommend", "{\"k\": 3"),
            calls("recommend", "{\"k\":2}"),
            calls("search_anime", "{\"genre\":[\"Drama\"]}"),
            calls("search_anime", "[1]"),
            calls("search_anime", ""),
            says("Found."));
    Reply reply = new Asking(model).ask(WISH);
    assertThat(reply.steps())
        .extracting(Step::failed)
        .containsExactly(true, true, false, true, true, false);
    List<JsonNode> found = Asking.found(model.requests.getLast());
    assertThat(found.get(0).get("error").asText())
        .isEqualTo("There is no tool 'recommend_anime'. The nearest is 'recommend'.");
    assertThat(found.get(1).get("error").asText()).contains("{\"k\": 3", "no JSON object");
    assertThat(found.get(3).get("error").asText()).contains("genre");
    assertThat(found.get(4).get("error").asText()).contains("no JSON object");
    // What is said to the model again must be readable for a strict server.
    model.requests.getLast().messages().stream()
        .filter(Message.Answered.class::isInstance)
        .flatMap(message -> ((Message.Answered) message).calls().stream())
        .forEach(call -> assertThat(Asking.json(call.arguments()).isObject()).isTrue());
    assertThat(reply.ending()).isEqualTo(Ending.COMPLETE);
  }

  @Test
  void aModelThatOnlyCallsWronglyMustAnswerWithoutTools() throws AssistantException {
    var model =
        new ScriptedModel(
            calls("a", "{}"), calls("b", "{}", "c", "{}"), says("I can't look it up."));
    Reply reply = new Asking(model).ask(WISH);
    assertThat(reply.ending()).isEqualTo(Ending.LIMIT);
    assertThat(reply.notes())
        .containsExactly("3 of its look-ups in a row were refused, so it answered without them.");
    assertThat(model.requests.getLast().tools()).isEmpty();
    assertThat(Asking.lastSaid(model.requests.getLast())).isEqualTo(Prompt.LAST_WORD);
  }

  @Test
  void afterSoManyStepsTheModelMustAnswer() throws AssistantException {
    var model =
        new ScriptedModel(
            calls("search_anime", "{}"),
            calls("search_anime", "{}", "recommend", "{}", "recommend", "{}"),
            says("**Mushishi**."));
    var asking = new Asking(model);
    asking.limits = new Limits(2, 3, 100_000, Duration.ofSeconds(60), 16_000, 500);
    Reply reply = asking.ask(WISH);
    assertThat(reply.steps()).hasSize(2);
    assertThat(reply.ending()).isEqualTo(Ending.LIMIT);
    assertThat(reply.notes())
        .containsExactly(
            "It looked up 2 things, the most it may for one answer, and answered from those.");
    List<JsonNode> found = Asking.found(model.requests.getLast());
    assertThat(found).hasSize(4);
    assertThat(found.getLast().get("error").asText()).startsWith("No more tools");
    assertThat(model.requests.getLast().tools()).isEmpty();
  }

  @Test
  void afterSoManyTokensTheModelMustAnswer() throws AssistantException {
    var model = new ScriptedModel(calls("search_anime", "{}"), says("Enough."));
    var asking = new Asking(model);
    asking.limits = new Limits(8, 3, 110, Duration.ofSeconds(60), 16_000, 500);
    Reply reply = asking.ask(WISH);
    assertThat(reply.ending()).isEqualTo(Ending.LIMIT);
    assertThat(reply.notes().getFirst()).startsWith("It took 110 tokens");
  }

  @Test
  void aSlowModelIsAskedForItsLastWordOrKeptWithWhatCame() throws AssistantException {
    var silent = new ScriptedModel(hangsAfter(""), says("What I know."));
    var asking = new Asking(silent);
    asking.limits = new Limits(8, 3, 100_000, Duration.ofMillis(200), 16_000, 500);
    Reply reply = asking.ask(WISH);
    assertThat(reply.text()).isEqualTo("What I know.");
    assertThat(reply.ending()).isEqualTo(Ending.LIMIT);
    assertThat(reply.notes().getFirst()).startsWith("It took longer than");

    var wordy = new Asking(new ScriptedModel(hangsAfter("It goes on and")));
    wordy.limits = asking.limits;
    Reply half = wordy.ask(WISH);
    assertThat(half.text()).isEqualTo("It goes on and");
    assertThat(half.ending()).isEqualTo(Ending.LIMIT);
  }

  @Test
  void aModelThatNeverSaysAWordHasGivenNoAnswer() {
    var agent = new Asking(new ScriptedModel(hangsAfter(""), ends("", Finish.STOPPED)));
    var simple = new Asking(new ScriptedModel(hangsAfter("")));
    simple.mode = Mode.SIMPLE;
    for (Asking asking : List.of(agent, simple)) {
      asking.limits = new Limits(8, 3, 100_000, Duration.ofMillis(1100), 16_000, 500);
      assertThatThrownBy(() -> asking.ask(WISH))
          .hasMessageContaining("gave no answer within 1 seconds")
          .asInstanceOf(InstanceOfAssertFactories.type(AssistantException.class))
          .extracting(AssistantException::trouble)
          .isEqualTo(Trouble.TIME_OUT);
    }
  }

  @Test
  void whatThePersonTakesToThinkItOverIsNotCounted() throws AssistantException {
    var model = new ScriptedModel(calls("rate", "{}"), says("It is rated."));
    var asking = new Asking(model);
    asking.limits = new Limits(8, 3, 100_000, Duration.ofSeconds(1), 16_000, 500);
    asking.tools = _ -> List.of(new TestTool("rate", new Proposal.Rate(Asking.MONSTER, 9)));
    asking.door =
        (proposal, progress) -> {
          assertThat(proposal).isEqualTo(new Proposal.Rate(Asking.MONSTER, 9));
          sleep(1500);
          return ListDoor.Outcome.DONE;
        };
    assertThat(asking.ask("rate Monster 9").ending()).isEqualTo(Ending.COMPLETE);
    assertThat(Asking.found(model.requests.getLast()).getFirst().get("list").asText())
        .isEqualTo("DONE");
  }

  @Test
  void aToolThatFailsIsAnErrorForTheModelAndItsWordsStayOutOfTheLog() throws AssistantException {
    List<String> logged = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.add(new SimpleFormatter().format(entry));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(ToolDesk.class.getName());
    logger.addHandler(handler);
    try {
      var model = new ScriptedModel(calls("rate", "{\"secret\":1}"), says("It did not work."));
      var asking = new Asking(model);
      asking.tools = _ -> List.of(new TestTool("rate", null));
      assertThat(asking.ask("my secret").steps().getFirst().failed()).isTrue();
      assertThat(Asking.found(model.requests.getLast()).getFirst().get("error").asText())
          .isEqualTo("rate could not do this. Try something else.");
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(logged).singleElement().asString().contains("rate failed", "NullPointer");
    assertThat(logged.getFirst()).doesNotContain("secret");
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoStopsGetsWhatCame() throws AssistantException {
    var stop = new AtomicBoolean();
    var asking =
        new Asking(
            new ScriptedModel(
                calls("search_anime", "{}"),
                (request, text, progress) -> {
                  stop.set(true);
                  return hangsAfter("Half an").answer(request, text, progress);
                }));
    asking.progress = stoppedBy(stop);
    Reply reply = asking.ask(WISH);
    assertThat(reply.text()).isEqualTo("Half an");
    assertThat(reply.ending()).isEqualTo(Ending.STOPPED);
    assertThat(reply.steps()).hasSize(1);
  }

  @Test
  void closingStopsAnAnswer() throws AssistantException {
    var closing = new AtomicBoolean();
    var model =
        new ScriptedModel(
            (request, text, progress) -> {
              closing.set(true);
              return hangsAfter("Half").answer(request, text, progress);
            });
    var asking = new Asking(model);
    AgentAssistant assistant = asking.assistant();
    Thread.startVirtualThread(
        () -> {
          while (!closing.get()) {
            Thread.onSpinWait();
          }
          assistant.close();
        });
    assertThat(asking.ask(assistant, WISH).ending()).isEqualTo(Ending.STOPPED);
    assertThat(model.closed).isTrue();
  }

  private static Progress stoppedBy(AtomicBoolean stop) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {}

      @Override
      public boolean cancelled() {
        return stop.get();
      }
    };
  }

  @Test
  void everyOtherEndIsToldAsWhatItIs() throws AssistantException {
    Reply refused = new Asking(new ScriptedModel(ends("I can't.", Finish.REFUSED))).ask(WISH);
    assertThat(refused.ending()).isEqualTo(Ending.REFUSED);
    assertThat(refused.text()).isEqualTo("I can't.");

    Reply cut = new Asking(new ScriptedModel(ends("Try **Mush", Finish.CUT))).ask(WISH);
    assertThat(cut.ending()).isEqualTo(Ending.CUT);
    assertThat(cut.notes())
        .containsExactly("The connection broke off; this is what came. Ask again for all of it.");

    Reply tooLong = new Asking(new ScriptedModel(ends("On and on", Finish.LENGTH))).ask(WISH);
    assertThat(tooLong.ending()).isEqualTo(Ending.LIMIT);
    assertThat(tooLong.notes().getFirst()).startsWith("The answer was longer");

    assertThatThrownBy(() -> new Asking(new ScriptedModel(ends("", Finish.CUT))).ask(WISH))
        .isInstanceOf(AssistantException.class)
        .hasMessage(
            "The connection to Local (scripted) broke off before an answer came. Try again.");
    assertThatThrownBy(() -> new Asking(new ScriptedModel(fails(Trouble.WRONG_KEY))).ask(WISH))
        .isInstanceOf(AssistantException.class)
        .extracting(e -> ((AssistantException) e).trouble())
        .isEqualTo(Trouble.WRONG_KEY);
  }

  @Test
  void aModelThatSaysNothingIsAskedOnceMore() throws AssistantException {
    var model = new ScriptedModel(calls("search_anime", "{}"), says(""), says("Now."));
    assertThat(new Asking(model).ask(WISH).text()).isEqualTo("Now.");
    assertThat(model.requests.getLast().tools()).isEmpty();
    assertThatThrownBy(() -> new Asking(new ScriptedModel(says(""), says(" "))).ask(WISH))
        .isInstanceOf(AssistantException.class)
        .hasMessageContaining("answered with nothing");
  }

  @Test
  void whatIsSentCanBeLookedAtWhole() throws AssistantException {
    var model = new ScriptedModel(calls("search_anime", "{}"), says("So."));
    var asking = new Asking(model);
    asking.ask(WISH);
    List<ChatEvent.Sending> sent =
        asking.events.stream()
            .filter(ChatEvent.Sending.class::isInstance)
            .map(ChatEvent.Sending.class::cast)
            .toList();
    assertThat(sent).extracting(ChatEvent.Sending::address).containsOnly("127.0.0.1:1");
    JsonNode content = Asking.json(sent.getLast().content());
    assertThat(content.get("model").asText()).isEqualTo("scripted");
    assertThat(content.get("messages"))
        .extracting(message -> message.get("role").asText())
        .containsExactly("system", "user", "assistant", "tool");
    assertThat(content.get("messages").get(1).get("content").asText()).isEqualTo(WISH);
    assertThat(content.get("tools")).hasSameSizeAs(model.requests.getFirst().tools());
  }
}
