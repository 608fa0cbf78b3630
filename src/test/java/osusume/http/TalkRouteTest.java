package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import osusume.app.AssistantSource;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.ChatEvent;
import osusume.chat.Mode;
import osusume.chat.Question;
import osusume.chat.tool.ListDoor;
import osusume.json.Json;
import osusume.progress.Progress;

/** {@code /talk}: what is answered, and what is said where there is no answer. */
class TalkRouteTest {
  private static final ListeningDemo DEMO = ListeningDemo.learned();

  private static Call call(String message) throws Problem {
    return new Call(
        Optional.of(DEMO.workspace().opened()),
        false,
        List.of("7", message),
        Query.parse("", List.of()),
        false,
        () -> false);
  }

  private static JsonNode answered(AssistantSource assistants, String message) throws Exception {
    Reply reply = new TalkRoute(assistants).answer(call(message));
    assertThat(reply.status()).isEqualTo(200);
    var body = new ByteArrayOutputStream();
    reply.body().writeTo(body);
    return Json.mapper().readTree(body.toByteArray());
  }

  /** Gives way to another, or to none. */
  private static class Fails implements Assistant {
    private final AssistantException trouble;
    private boolean closed;

    Fails(AssistantException trouble) {
      this.trouble = trouble;
    }

    @Override
    public String name() {
      return "Fails";
    }

    @Override
    public osusume.chat.Reply answer(
        Question question, Consumer<ChatEvent> events, ListDoor list, Progress progress)
        throws AssistantException {
      assertThat(question.mode()).isEqualTo(Mode.SIMPLE);
      assertThat(list).isSameAs(ListDoor.CLOSED);
      throw trouble;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void overASocketTheOfflineAssistantAnswersWithTitlesTheUserHasNotWatched() throws IOException {
    JsonNode answer = DEMO.json("/talk/7/" + ListeningDemo.encoded("three short comedies"));
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly("rec", "anime", "assistant", "ending", "notes");
    assertThat(answer.get("assistant").asText()).isEqualTo("Offline");
    List<JsonNode> titles = answer.get("anime").valueStream().toList();
    assertThat(titles).hasSize(3);
    for (JsonNode title : titles) {
      assertThat(title.get("genre").asText()).contains("Comedy");
      assertThat(answer.get("rec").asText()).contains(title.get("name").asText());
      int row = DEMO.open().catalogue().rowOfId(title.get("anime_id").asInt());
      assertThat(DEMO.workspace().opened().tasteOf(7).holds(row)).isFalse();
    }
  }

  @Test
  void theSameIsAnsweredToTheSame() throws Exception {
    assertThat(answered(AssistantSource.OFFLINE, "something scary"))
        .isEqualTo(answered(AssistantSource.OFFLINE, "something scary"));
  }

  @Test
  void aMessageThatIsTooLongIsRefusedWhole() {
    assertThatThrownBy(() -> answered(AssistantSource.OFFLINE, "a".repeat(Question.LONGEST + 1)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("8,001")
        .extracting(thrown -> ((Problem) thrown).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void aTroubleIsSaidInItsSentenceAndNobodyElseIsAskedInstead(Trouble trouble) {
    var fails = new Fails(new AssistantException(trouble, "It is out of order."));
    int status =
        switch (trouble) {
          case NO_KEY, RATE_LIMIT -> 503;
          case TIME_OUT -> 504;
          default -> 502;
        };
    assertThatThrownBy(() -> answered(_ -> fails, "hello"))
        .isInstanceOf(Problem.class)
        .hasMessage("It is out of order.")
        .extracting(thrown -> ((Problem) thrown).status())
        .isEqualTo(status);
    assertThat(fails.closed).isTrue();
  }

  @Test
  void whoAskedTooOftenIsToldHowLongToWait() {
    var trouble =
        new AssistantException(
            Trouble.RATE_LIMIT, "Later.", Optional.of(Duration.ofSeconds(17)), null);
    assertThatThrownBy(() -> answered(_ -> new Fails(trouble), "hello"))
        .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
        .extracting(Problem::headers)
        .isEqualTo(Map.of("Retry-After", "17"));
  }

  @Test
  void whereThereIsNoKeyNothingIsAsked() {
    AssistantSource none =
        _ -> {
          throw new AssistantException(Trouble.NO_KEY, "There is no key.");
        };
    assertThatThrownBy(() -> answered(none, "hello"))
        .isInstanceOf(Problem.class)
        .hasMessage("There is no key.")
        .extracting(thrown -> ((Problem) thrown).status())
        .isEqualTo(503);
  }

  @Test
  void whatAModelSaysSteersNoTerminalAndStaysTheSameValue() throws Exception {
    String orders =
        "\u001b]0;owned\u0007 \u009b2J \u202eevil\u0085 \u2066x [a](https://b) <b>c</b>";
    AssistantSource steers =
        _ ->
            new Fails(null) {
              @Override
              public osusume.chat.Reply answer(
                  Question question, Consumer<ChatEvent> events, ListDoor list, Progress progress) {
                return new osusume.chat.Reply(
                    "Local (m" + orders + ")",
                    orders,
                    osusume.chat.Reply.Ending.COMPLETE,
                    List.of(),
                    List.of(),
                    List.of(orders),
                    Optional.empty());
              }
            };
    var body = new ByteArrayOutputStream();
    new TalkRoute(steers).answer(call("hello")).body().writeTo(body);
    String text = body.toString(StandardCharsets.UTF_8).stripTrailing();
    assertThat(text).doesNotContainPattern("[\\x00-\\x1f\\x7f-\\x9f\u2028-\u202e\u2066-\u2069]");
    JsonNode answer = Json.mapper().readTree(text);
    assertThat(answer.get("rec").asText()).isEqualTo(orders);
    assertThat(answer.get("notes").get(0).asText()).isEqualTo(orders);
  }
}
