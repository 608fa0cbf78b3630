package osusume.chat.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.progress.Progress;

/**
 * How much a model takes at once is read as each server has it, and nothing a server says harms.
 */
@Timeout(60)
class ContextLookupTest {
  private final ProtocolServer server = new ProtocolServer().withoutKey().models("tiny:latest");

  @AfterEach
  void close() {
    server.close();
  }

  private static Scripted json(String text) {
    return Scripted.plain(200, "application/json", text);
  }

  private OptionalInt told() {
    return new ContextLookup(ModelAddress.parse(server.address()), "tiny", Optional.empty())
        .ask(() -> false);
  }

  @Test
  void vllmTellsItInItsListOfModels() {
    server.listsBy(
        json(
            "{\"data\":[{\"id\":\"other\",\"max_model_len\":1},{\"id\":\"tiny\",\"max_model_len\":32768}]}"));
    assertThat(told()).hasValue(32768);
  }

  @Test
  void llamaCppTellsItAmongItsProperties() {
    server.tells("/props", json("{\"default_generation_settings\":{\"n_ctx\":2048}}"));
    assertThat(told()).hasValue(2048);
  }

  @Test
  void lmStudioTellsItOfWhatIsLoaded() {
    server.tells(
        "/api/v0/models", json("{\"data\":[{\"id\":\"tiny\",\"loaded_context_length\":8000}]}"));
    assertThat(told()).hasValue(8000);
  }

  @Test
  void ollamaTellsItOfAModelThatRunsAndElseOfHowItIsSet() {
    server.tells(
        "/api/ps", json("{\"models\":[{\"name\":\"tiny:latest\",\"context_length\":16384}]}"));
    assertThat(told()).hasValue(16384);
    server.tells("/api/ps", json("{\"models\":[]}"));
    server.tells("/api/show", json("{\"parameters\":\"stop \\\"x\\\"\\nnum_ctx 6144\"}"));
    assertThat(told()).hasValue(6144);
    server.tells("/api/show", json("{}"));
    assertThat(told()).hasValue(ContextLookup.OLLAMA_USUAL);
  }

  @Test
  void whereNobodyTellsAUsualOneIsTaken() {
    assertThat(told()).isEmpty();
    try (var model =
        new OpenAiModel(
            ModelAddress.parse(server.address()), "tiny", Optional.empty(), TimeLimits.OWN)) {
      assertThat(model.contextTokens(Progress.NONE)).hasValue(OpenAiModel.USUAL_CONTEXT);
    }
    assertThat(server.refused()).isEmpty();
  }

  @Test
  void whatThePersonSaysCountsAndNobodyIsAsked() {
    try (var model =
        new OpenAiModel(
            ModelAddress.parse(server.address()),
            "tiny",
            Optional.empty(),
            TimeLimits.OWN,
            OptionalInt.of(3000))) {
      assertThat(model.contextTokens(Progress.NONE)).hasValue(3000);
    }
    assertThat(server.headers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>no</html>",
        "",
        "[]",
        "null",
        "{\"default_generation_settings\":{\"n_ctx\":-5}}",
        "{\"default_generation_settings\":{\"n_ctx\":1e300}}",
        "{\"default_generation_settings\":{\"n_ctx\":\"many\"}}",
        "{\"default_generation_settings\":{\"n_ctx\":99999999999999999999}}",
        "{\"default_generation_settings\":[[[[",
      })
  void nonsenseTellsNothing(String answer) {
    server.tells("/props", json(answer));
    assertThat(told()).isEmpty();
  }

  @Test
  void nobodyThereTellsNothing() {
    ModelAddress gone = ModelAddress.parse(server.address());
    server.close();
    assertThat(new ContextLookup(gone, "tiny", Optional.empty()).ask(() -> false)).isEmpty();
  }
}
