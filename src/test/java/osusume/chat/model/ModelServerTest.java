package osusume.chat.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/** The test of a connection says what works and what does not. */
class ModelServerTest {
  private final ProtocolServer server = new ProtocolServer();

  @AfterEach
  void close() {
    server.close();
  }

  private ModelServer looked() {
    return new ModelServer(
        ModelAddress.parse(server.address()),
        Optional.of(ApiKey.of(ProtocolServer.KEY)),
        TimeLimits.ofSeconds(5, 10, 10, 30));
  }

  private ConnectionReport test(String model) throws AssistantException {
    ConnectionReport report =
        looked().test(Optional.ofNullable(model), OptionalInt.empty(), Progress.NONE);
    assertThat(server.refused()).isEmpty();
    return report;
  }

  private static Scripted able(JsonNode body) {
    return body.has("tools")
        ? Scripted.calls(new ToolCall("a", "look_up_word", "{\"word\": \"cat\"}"))
        : Scripted.says("Hel", "lo");
  }

  @Test
  void allWorks() throws Exception {
    server.models("llama3:latest", "qwen3").answersBy(ModelServerTest::able);
    ConnectionReport report = test("llama3");
    assertThat(report.models()).containsExactly("llama3:latest", "qwen3");
    assertThat(report.model()).isEqualTo("llama3");
    assertThat(report.listing().works()).isTrue();
    assertThat(report.listing().sentence()).isEqualTo(server.host() + " has 2 models.");
    assertThat(report.chat().works()).isTrue();
    assertThat(report.streaming().works()).isTrue();
    assertThat(report.tools().works()).isTrue();
    assertThat(test(null).model()).isEqualTo("llama3:latest");
  }

  @Test
  void aModelThatOnlyTalks() throws Exception {
    server.answersBy(body -> Scripted.says("Hello").atOnce());
    ConnectionReport report = test("gpt-4o");
    assertThat(report.chat().works()).isTrue();
    assertThat(report.streaming().works()).isFalse();
    assertThat(report.tools().works()).isFalse();
    assertThat(report.tools().sentence()).contains("did not use the tool");
  }

  @Test
  void aServerThatRefusesTools() throws Exception {
    server.answersBy(
        body ->
            body.has("tools")
                ? Scripted.error(400, "x", null, "llama2 does not support tools")
                : Scripted.says("Hello"));
    ConnectionReport report = test("gpt-4o");
    assertThat(report.chat().works()).isTrue();
    assertThat(report.tools().works()).isFalse();
    assertThat(report.tools().sentence()).contains("can't use tools");
  }

  @Test
  void aModelThatIsNotThere() throws Exception {
    server.answers(Scripted.unknownModel("gpt-9"));
    ConnectionReport report = test("gpt-9");
    assertThat(report.listing().works()).isFalse();
    assertThat(report.listing().sentence()).contains("2 models", "\"gpt-9\"");
    assertThat(report.chat().works()).isFalse();
    assertThat(report.chat().sentence()).contains("\"gpt-9\"");
  }

  @Test
  void serversWithoutAListOrWithoutModels() throws Exception {
    server.answersBy(ModelServerTest::able).listsBy(Scripted.html(404));
    ConnectionReport report = test("gpt-4o");
    assertThat(report.listing().works()).isFalse();
    assertThat(report.chat().works()).isTrue();
    server.listsBy(Scripted.plain(200, "application/json", "{\"data\":[]}"));
    ConnectionReport none = test(null);
    assertThat(none.listing().works()).isFalse();
    assertThat(none.chat().works()).isFalse();
    assertThat(none.model()).isEmpty();
    server.listsBy(Scripted.plain(200, "application/json", "{\"data\":[{\"id\":\"bare\"}]}"));
    assertThat(looked().models(Progress.NONE)).containsExactly("bare");
  }

  @Test
  void whatStandsInTheWayOfAll() {
    server.listsBy(Scripted.wrongKey("sk-other"));
    assertThat(catchThrowableOfType(AssistantException.class, () -> test("gpt-4o")).trouble())
        .isEqualTo(Trouble.WRONG_KEY);
    server.listsBy(Scripted.html(200));
    assertThat(catchThrowableOfType(AssistantException.class, () -> test(null)).trouble())
        .isEqualTo(Trouble.NOT_THE_PROTOCOL);
  }

  @Test
  void itCanBeStopped() {
    server.listsBy(Scripted.silence());
    long stopAt = System.nanoTime() + 500_000_000L;
    Progress stopping =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return System.nanoTime() > stopAt;
          }
        };
    assertThatThrownBy(() -> looked().test(Optional.of("gpt-4o"), OptionalInt.empty(), stopping))
        .isInstanceOf(CancelledException.class);
    assertThat(System.nanoTime() - stopAt).isLessThan(500_000_000L);
  }
}
