package osusume.chat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import osusume.chat.AssistantException;
import osusume.chat.Tokens;
import osusume.chat.model.ModelAnswer.Finish;
import osusume.json.Json;
import osusume.progress.Progress;

/** A model is asked, against a server that is strict about the protocol and loose about itself. */
class OpenAiModelTest {
  private static final ToolCall SEARCH =
      new ToolCall("call_a", "search_anime", "{\"title\": \"Barakamon\", \"limit\": 3}");
  private static final ToolCall WHY = new ToolCall("call_b", "explain", "{\"anime\": 22789}");

  private final ProtocolServer server = new ProtocolServer();
  private final List<String> heard = new ArrayList<>();

  @BeforeAll
  static void load() {
    WarmUp.run();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private OpenAiModel model() {
    return model(TimeLimits.ofSeconds(5, 20, 20, 60));
  }

  private OpenAiModel model(TimeLimits limits) {
    return new OpenAiModel(
        ModelAddress.parse(server.address()),
        "gpt-4o",
        Optional.of(ApiKey.of(ProtocolServer.KEY)),
        limits);
  }

  static ModelRequest question() {
    return new ModelRequest(
        List.of(new Message.Instructions("Be brief."), new Message.Said("Something funny?")),
        List.of(),
        500);
  }

  private static ModelRequest withTools() {
    return new ModelRequest(question().messages(), List.of(offer("search_anime")), 500);
  }

  private static ModelRequest.Offer offer(String name) {
    var schema = Json.mapper().createObjectNode().put("type", "object");
    schema.putObject("properties").putObject("title").put("type", "string");
    schema.put("additionalProperties", false);
    return new ModelRequest.Offer(name, "Searches.", schema);
  }

  private ModelAnswer ask(OpenAiModel model, ModelRequest request) throws AssistantException {
    try (model) {
      return model.ask(request, heard::add, Progress.NONE);
    } finally {
      assertThat(server.refused()).isEmpty();
    }
  }

  @Test
  void textComesInPiecesAndIsCounted() throws Exception {
    server.answers(Scripted.says("Try ", "**Barakamon**", ".").usage(40, 7));
    ModelAnswer answer = ask(model(), question());
    assertThat(answer)
        .isEqualTo(
            new ModelAnswer(
                "Try **Barakamon**.",
                List.of(),
                Finish.DONE,
                Optional.of(new Tokens(40, 7, true))));
    assertThat(heard).containsExactly("Try ", "**Barakamon**", ".");
    JsonNode body = server.requests().getFirst();
    assertThat(body.path("stream").asBoolean()).isTrue();
    assertThat(body.path("model").asText()).isEqualTo("gpt-4o");
    assertThat(body.path("max_tokens").asInt()).isEqualTo(500);
    assertThat(body.path("messages").findValuesAsText("content"))
        .containsExactly("Be brief.", "Something funny?");
  }

  @Test
  void callsInPiecesAreAddedUp() throws Exception {
    server.answers(Scripted.says("Let me look.").calling(SEARCH, WHY));
    ModelAnswer answer = ask(model(), withTools());
    assertThat(answer.calls()).containsExactly(SEARCH, WHY);
    assertThat(answer.text()).isEqualTo("Let me look.");
    assertThat(answer.finish()).isEqualTo(Finish.DONE);
    assertThat(server.requests().getFirst().at("/tools/0/function/parameters/properties/title"))
        .hasToString("{\"type\":\"string\"}");
  }

  @Test
  void callsComeAsServersHaveThem() throws Exception {
    for (Scripted scripted :
        List.of(
            Scripted.calls(SEARCH, WHY).inWholeCalls(),
            Scripted.calls(SEARCH, WHY).inWholeCalls().without("call.index"),
            Scripted.calls(SEARCH, WHY).without("finish_reason", "id", "index", "role", "usage"),
            Scripted.calls(SEARCH, WHY).atOnce())) {
      server.answers(scripted);
      assertThat(ask(model(), withTools()).calls()).containsExactly(SEARCH, WHY);
    }
    for (Scripted scripted :
        List.of(
            Scripted.calls(SEARCH, WHY).without("call.id", "call.type"),
            Scripted.calls(SEARCH, WHY).inWholeCalls().without("call.id", "call.index"))) {
      server.answers(scripted);
      assertThat(ask(model(), withTools()).calls())
          .containsExactly(
              new ToolCall("call_2_0", SEARCH.name(), SEARCH.arguments()),
              new ToolCall("call_2_1", WHY.name(), WHY.arguments()));
    }
    ToolCall alone = Scripted.call("call_a", "explain", "{\"anime\": 1}");
    server.answers(Scripted.calls(alone).without("call.index"));
    assertThat(ask(model(), withTools()).calls()).containsExactly(alone);
  }

  @Test
  void twoCallsOfOneIdGetIdsOfTheirOwn() throws Exception {
    server.answers(
        Scripted.calls(
                new ToolCall("same", "explain", "{\"anime\": 1}"),
                new ToolCall("same", "explain", "{\"anime\": 2}"))
            .inWholeCalls());
    assertThat(ask(model(), withTools()).calls())
        .extracting(ToolCall::id)
        .containsExactly("same", "call_2_1");
  }

  @Test
  void aConversationWithCallsIsToldAsTheProtocolHasIt() throws Exception {
    server.answers(Scripted.says("Here."));
    ToolCall broken = new ToolCall("call_c", "no such tool!", "{\"title\": ");
    ask(
        model(),
        new ModelRequest(
            List.of(
                new Message.Instructions("Be brief."),
                new Message.Said("Hello"),
                new Message.Answered("Hi.", List.of()),
                new Message.Said("Search."),
                new Message.Answered("", List.of(SEARCH, broken)),
                new Message.Found("call_a", "{\"found\":1}"),
                new Message.Found("call_c", "{\"error\":\"That is no JSON.\"}")),
            List.of(offer("search_anime")),
            500));
    JsonNode called = server.requests().getFirst().at("/messages/4");
    assertThat(called.path("content").isNull()).isTrue();
    assertThat(called.at("/tool_calls/0/function/arguments").asText())
        .isEqualTo(SEARCH.arguments());
    assertThat(called.at("/tool_calls/1/function/name").asText()).isEqualTo("no_such_tool_");
    assertThat(called.at("/tool_calls/1/function/arguments").asText())
        .isEqualTo("{\"not_json\":\"{\\\"title\\\": \"}");
  }

  @Test
  void brokenArgumentsAreHandedOnAsTheyAre() throws Exception {
    server.answers(Scripted.calls(new ToolCall("x", "search_anime", "{\"title\": ")));
    assertThat(ask(model(), withTools()).calls())
        .containsExactly(new ToolCall("x", "search_anime", "{\"title\": "));
  }

  @Test
  void serversThatDoNotStreamAreUnderstood() throws Exception {
    server.answers(Scripted.says("All ", "at once.").atOnce());
    assertThat(ask(model(), question()))
        .isEqualTo(
            new ModelAnswer(
                "All at once.", List.of(), Finish.DONE, Optional.of(new Tokens(11, 2, true))));
    assertThat(heard).containsExactly("All at once.");
  }

  @Test
  void fieldsMayBeMissing() throws Exception {
    server.answers(
        Scripted.says("Hel", "lo")
            .without(
                "id", "object", "created", "model", "index", "finish_reason", "usage", "role"));
    assertThat(ask(model(), question()))
        .isEqualTo(new ModelAnswer("Hello", List.of(), Finish.DONE, Optional.empty()));
    server.answers(Scripted.says("Hello").without("done"));
    assertThat(ask(model(), question()).finish()).isEqualTo(Finish.DONE);
  }

  @Test
  void whatAModelThinksIsNoPartOfItsAnswer() throws Exception {
    server.answers(Scripted.says("Yes.").thinking("Hmm, let me see."));
    assertThat(ask(model(), question()).text()).isEqualTo("Yes.");
    server.answers(Scripted.says("Yes.").thinking("Hmm.").atOnce());
    assertThat(ask(model(), question()).text()).isEqualTo("Yes.");
  }

  @Test
  void aRefusalIsShownAsOne() throws Exception {
    server.answers(Scripted.refuses("I can't help with that."));
    ModelAnswer answer = ask(model(), question());
    assertThat(answer.finish()).isEqualTo(Finish.REFUSED);
    assertThat(answer.text()).isEqualTo("I can't help with that.");
    server.answers(Scripted.refuses("I can't.").atOnce());
    assertThat(ask(model(), question()).text()).isEqualTo("I can't.");
    server.answers(Scripted.says("It is").finish("content_filter"));
    assertThat(ask(model(), question()).finish()).isEqualTo(Finish.REFUSED);
  }

  @Test
  void anAnswerThatIsTooLongSaysSo() throws Exception {
    server.answers(Scripted.says("It is").finish("length"));
    assertThat(ask(model(), question()).finish()).isEqualTo(Finish.LENGTH);
  }

  @Test
  void whatCameOfABrokenStreamIsKept() throws Exception {
    for (Scripted.Ending ending :
        List.of(
            Scripted.Ending.CUT,
            Scripted.Ending.SHORT,
            Scripted.Ending.ERROR,
            Scripted.Ending.NOT_JSON)) {
      server.answers(Scripted.says("one ", "two ", "three").ending(ending, 2));
      ModelAnswer answer = ask(model(), question());
      assertThat(answer.text()).as(ending.name()).isEqualTo("one two ");
      assertThat(answer.finish()).isEqualTo(Finish.CUT);
    }
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void callsThatWereCutAreNotMade() throws Exception {
    server.answers(Scripted.calls(SEARCH, WHY).ending(Scripted.Ending.CUT, 3));
    ModelAnswer answer = ask(model(), withTools());
    assertThat(answer.finish()).isEqualTo(Finish.CUT);
    assertThat(answer.calls()).isEmpty();
  }

  @Test
  void aStreamThatFallsSilentIsCut() throws Exception {
    server.answers(Scripted.says("one ", "two").ending(Scripted.Ending.SILENCE, 1));
    ModelAnswer answer = ask(model(TimeLimits.ofSeconds(5, 20, 1, 60)), question());
    assertThat(answer.text()).isEqualTo("one ");
    assertThat(answer.finish()).isEqualTo(Finish.CUT);
  }

  @Test
  void aWholeAnswerHasATimeToo() throws Exception {
    server.answers(Scripted.saysWords(10_000).slowly(Duration.ofMillis(20)));
    ModelAnswer answer = ask(model(TimeLimits.ofSeconds(5, 20, 5, 1)), question());
    assertThat(answer.finish()).isEqualTo(Finish.CUT);
    assertThat(answer.text()).startsWith("word0 word1 ");
  }

  @Test
  void stoppingIsPromptThoughNothingComes() throws Exception {
    for (Scripted scripted :
        List.of(
            Scripted.silence(),
            Scripted.says("one ", "two").ending(Scripted.Ending.SILENCE, 1),
            Scripted.rateLimit(4))) {
      server.answers(scripted);
      long asked = System.nanoTime();
      long stopAt = asked + Duration.ofMillis(700).toNanos();
      ModelAnswer answer;
      try (OpenAiModel model = model()) {
        answer =
            model.ask(
                question(),
                heard::add,
                new Progress() {
                  @Override
                  public void report(double fraction, String message) {}

                  @Override
                  public boolean cancelled() {
                    return System.nanoTime() > stopAt;
                  }
                });
      }
      assertThat(answer.finish()).isEqualTo(Finish.STOPPED);
      assertThat(Duration.ofNanos(System.nanoTime() - stopAt)).isLessThan(Duration.ofMillis(500));
    }
    assertThat(heard).containsExactly("one ");
  }

  @Test
  void closingStopsAnAnswerUnderWay() throws Exception {
    server.answers(Scripted.says("one ", "two").ending(Scripted.Ending.SILENCE, 1));
    OpenAiModel model = model();
    ModelAnswer answer =
        model.ask(question(), piece -> Thread.ofVirtual().start(model::close), Progress.NONE);
    assertThat(answer.finish()).isEqualTo(Finish.STOPPED);
    assertThat(answer.text()).isEqualTo("one ");
  }

  @Test
  void anInterruptStopsToo() throws Exception {
    server.answers(Scripted.silence());
    AtomicBoolean stopped = new AtomicBoolean();
    Thread asking =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (OpenAiModel model = model()) {
                    Finish finish = model.ask(question(), heard::add, Progress.NONE).finish();
                    stopped.set(finish == Finish.STOPPED && Thread.interrupted());
                  } catch (AssistantException e) {
                    throw new IllegalStateException(e);
                  }
                });
    Thread.sleep(300);
    asking.interrupt();
    asking.join(5000);
    assertThat(stopped).isTrue();
  }

  @Test
  void wordsThatAServerDoesNotKnowAreLeftOut() throws Exception {
    server.answers(Scripted.says("Hello")).knowsNot("max_tokens", "stream_options");
    try (OpenAiModel model = model()) {
      for (int i = 0; i < 2; i++) {
        assertThat(model.ask(question(), heard::add, Progress.NONE).text()).isEqualTo("Hello");
      }
    }
    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().getLast().path("max_completion_tokens").asInt()).isEqualTo(500);
    assertThat(server.requests().getLast().has("stream_options")).isFalse();
    // What was learned is kept: two questions, and one more for each word.
    assertThat(server.headers()).hasSize(4);
  }

  @Test
  void aModelThatMayNotStreamIsAskedForTheWhole() throws Exception {
    server.answers(Scripted.says("Hel", "lo")).knowsNot("stream");
    assertThat(ask(model(), question()).text()).isEqualTo("Hello");
    assertThat(server.requests().getLast().has("stream")).isFalse();
  }

  @Test
  void aServerThatRefusesBothLimitsIsNotAskedForEver() {
    server.answers(Scripted.says("Hello")).knowsNot("max_tokens", "max_completion_tokens");
    assertThatThrownBy(() -> ask(model(), question())).isInstanceOf(AssistantException.class);
    assertThat(server.headers()).hasSize(2);
  }

  @Test
  void whatMayPassIsTriedOnceMore() throws Exception {
    for (Scripted trouble :
        List.of(
            Scripted.failure(),
            Scripted.rateLimit(1),
            Scripted.says().ending(Scripted.Ending.CUT, 0),
            Scripted.says().ending(Scripted.Ending.SHORT, 0),
            Scripted.says("x").ending(Scripted.Ending.ERROR, 0))) {
      server.answers(trouble, Scripted.says("Hello"));
      int before = server.requests().size();
      assertThat(ask(model(), question()).text()).isEqualTo("Hello");
      assertThat(server.requests()).hasSize(before + 2);
    }
  }

  @Test
  void noMoreThanOnceAndNotWhereItIsNoUse() {
    for (Scripted trouble :
        List.of(
            Scripted.failure(),
            Scripted.wrongKey("x"),
            Scripted.noCredit(),
            Scripted.rateLimit(20),
            Scripted.tooLong())) {
      int before = server.headers().size();
      server.answers(trouble, trouble, Scripted.says("Hello"));
      assertThatThrownBy(() -> ask(model(), question())).isInstanceOf(AssistantException.class);
      assertThat(server.headers().size() - before).isEqualTo(trouble.status == 500 ? 2 : 1);
    }
  }

  @Test
  void aKeyIsShownOnlyWhereThereIsOne() throws Exception {
    server.withoutKey().answers(Scripted.says("Hello"));
    ask(
        new OpenAiModel(
            ModelAddress.parse(server.address()), "llama3", Optional.empty(), TimeLimits.OWN),
        question());
    assertThat(server.headers().getFirst().containsKey("Authorization")).isFalse();
  }

  @Test
  void theFirstWordIsPassedOnAtOnce() throws Exception {
    List<Long> came = new CopyOnWriteArrayList<>();
    server.answers(Scripted.says("a", "b").slowly(Duration.ofMillis(400)));
    try (OpenAiModel model = model()) {
      model.ask(question(), piece -> {}, Progress.NONE);
      long asked = System.nanoTime();
      model.ask(question(), piece -> came.add(System.nanoTime()), Progress.NONE);
      Duration first = Duration.ofNanos(came.getFirst() - asked);
      Duration apart = Duration.ofNanos(came.getLast() - came.getFirst());
      assertThat(first).isLessThan(Duration.ofMillis(100));
      assertThat(apart).isBetween(Duration.ofMillis(300), Duration.ofMillis(600));
    }
  }
}
