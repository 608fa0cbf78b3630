package osusume.chat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.model.ModelAnswer.Finish;
import osusume.json.Json;
import osusume.progress.Progress;

/** Local models think aloud, and write calls of tools as text where the server knows none. */
class ThoughtsAndWrittenCallsTest {
  private static final String CALL =
      "{\"name\": \"search_anime\", \"arguments\": {\"title\": \"mushi\"}}";

  private final ProtocolServer server = new ProtocolServer().withoutKey();
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void close() {
    assertThat(server.refused()).isEmpty();
    server.close();
  }

  private ModelAnswer ask(Scripted scripted, boolean withTools) throws AssistantException {
    heard.clear();
    server.answers(scripted);
    List<ModelRequest.Offer> tools =
        withTools
            ? List.of(
                new ModelRequest.Offer(
                    "search_anime",
                    "Searches.",
                    Json.mapper().createObjectNode().put("type", "object")))
            : List.of();
    try (var model =
        new OpenAiModel(
            ModelAddress.parse(server.address()),
            "qwen3",
            Optional.empty(),
            TimeLimits.ofSeconds(5, 20, 20, 60))) {
      return model.ask(
          new ModelRequest(List.of(new Message.Said("Something calm?")), tools, 500),
          heard::add,
          Progress.NONE);
    }
  }

  private static Scripted inPieces(String text, int length) {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); at += length) {
      pieces.add(text.substring(at, Math.min(text.length(), at + length)));
    }
    return Scripted.says(pieces.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 1000})
  void whatIsThoughtIsNeitherShownNorAnswered(int length) throws AssistantException {
    String said = "<think>\nThe user < likes > calm.\n</think>\n\nWatch **Mushishi** <3.";
    for (boolean tools : List.of(true, false)) {
      assertThat(ask(inPieces(said, length), tools).text()).isEqualTo("Watch **Mushishi** <3.");
      assertThat(String.join("", heard)).isEqualTo("Watch **Mushishi** <3.");
    }
    assertThat(ask(inPieces(said, length).atOnce(), false).text())
        .isEqualTo("Watch **Mushishi** <3.");
    assertThat(ask(inPieces("a <thinking>b</thinking> c<think>d</think>", length), false).text())
        .isEqualTo("a  c");
  }

  @Test
  void aThoughtWhoseBeginningTheServerKeptIsNoAnswerEither() throws AssistantException {
    ModelAnswer answer =
        ask(Scripted.says("Hm, they ", "like it calm.", "</think>", "\n\nWatch ", "it."), false);
    assertThat(answer.text()).isEqualTo("Watch it.");
  }

  @Test
  void aThoughtThatNeverEndsIsNotPassedOn() throws AssistantException {
    Scripted endless = Scripted.says("<think>", "and then ", "I ", "wonder");
    assertThatThrownBy(() -> ask(endless.finish("length"), false))
        .isInstanceOfSatisfying(
            AssistantException.class,
            e -> {
              assertThat(e.trouble()).isEqualTo(Trouble.SERVER);
              assertThat(e).hasMessageContaining("\"qwen3\"").hasMessageContaining("thought");
            });
    assertThat(heard).isEmpty();
    assertThatThrownBy(() -> ask(endless, false)).hasMessageContaining("without a word");
    ModelAnswer answer = ask(Scripted.says("So: ", "<think>", "hm").finish("length"), false);
    assertThat(answer.text()).isEqualTo("So: ");
    assertThat(answer.finish()).isEqualTo(Finish.LENGTH);
  }

  @Test
  void whatOnlyLooksLikeAMarkIsSaid() throws AssistantException {
    assertThat(ask(Scripted.says("I <th", "ought> so <thin"), false).text())
        .isEqualTo("I <thought> so <thin");
    assertThat(String.join("", heard)).isEqualTo("I <thought> so <thin");
  }

  @Test
  void thoughtsBesideTheTextAreNoAnswer() {
    assertThatThrownBy(() -> ask(Scripted.says().thinking("Hm.").finish("length"), false))
        .hasMessageContaining("thought");
    assertThat(heard).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CALL,
        "  " + CALL + "\n",
        "<tool_call>\n" + CALL + "\n</tool_call>",
        "```json\n" + CALL + "\n```",
        "```\n" + CALL + "\n```",
        "[" + CALL + "]",
        "<think>I should search.</think>\n<tool_call>" + CALL + "</tool_call>",
        "{\"name\":\"search_anime\",\"parameters\":{\"title\":\"mushi\"}}",
        "{\"name\":\"search_anime\",\"arguments\":\"{\\\"title\\\":\\\"mushi\\\"}\"}",
        "{\"type\":\"function\",\"function\":"
            + "{\"name\":\"search_anime\",\"arguments\":{\"title\":\"mushi\"}}}"
      })
  void aCallThatIsWrittenIsACall(String text) throws AssistantException {
    for (int length : List.of(1, 4, 1000)) {
      ModelAnswer answer = ask(inPieces(text, length), true);
      assertThat(answer.calls())
          .containsExactly(new ToolCall("call_1_0", "search_anime", "{\"title\":\"mushi\"}"));
      assertThat(answer.text()).isEmpty();
      assertThat(heard).as("nobody sees a call").isEmpty();
    }
  }

  @Test
  void severalCallsAreSeveral() throws AssistantException {
    String two = ("<tool_call>" + CALL + "</tool_call>\n").repeat(2);
    assertThat(ask(inPieces(two, 5), true).calls())
        .extracting(ToolCall::id)
        .containsExactly("call_1_0", "call_1_1");
    assertThat(ask(inPieces("[" + CALL + "," + CALL + "]", 5), true).calls()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I call " + CALL,
        CALL + " and that is it",
        "<tool_call>" + CALL + "</tool_call> done",
        "<tool_call>" + CALL,
        "{\"name\": \"drop_table\", \"arguments\": {}}",
        "{\"name\": \"search_anime\"}",
        "{\"name\": \"search_anime\", \"arguments\": [1]}",
        "{\"name\": \"search_anime\", \"arguments\": {}, \"note\": \"for example\"}",
        "{\"name\": \"search_anime\", \"arguments\": {}",
        "```json\n[1, 2]\n```",
        "[]",
        "{}"
      })
  void whatIsAnythingElseIsLeftAsText(String text) throws AssistantException {
    for (int length : List.of(1, 1000)) {
      ModelAnswer answer = ask(inPieces(text, length), true);
      assertThat(answer.calls()).isEmpty();
      assertThat(answer.text()).isEqualTo(text);
      assertThat(String.join("", heard)).isEqualTo(text);
    }
  }

  @Test
  void whereNoToolWasOfferedNothingIsACall() throws AssistantException {
    assertThat(ask(Scripted.says(CALL), false).text()).isEqualTo(CALL);
  }

  @Test
  void whatWaitedIsKeptOfAStreamThatBreaksOff() throws AssistantException {
    ModelAnswer answer =
        ask(Scripted.says("{\"name\"", ": 1", "}").ending(Scripted.Ending.CUT, 2), true);
    assertThat(answer.finish()).isEqualTo(Finish.CUT);
    assertThat(answer.text()).isEqualTo("{\"name\": 1");
    assertThat(String.join("", heard)).isEqualTo("{\"name\": 1");
  }
}
