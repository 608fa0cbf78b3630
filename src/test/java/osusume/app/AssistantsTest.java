package osusume.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.model.ApiKey;
import osusume.chat.model.ConnectionReport;
import osusume.chat.model.ProtocolServer;
import osusume.chat.model.Scripted;
import osusume.progress.Progress;

/** Which assistant is meant, and with what it is asked. */
@Timeout(60)
class AssistantsTest {
  private static final ChatSettings NONE = ChatSettings.DEFAULT;

  private final FakeKeyStore store = new FakeKeyStore();

  private AssistantKind kind(ChatSettings settings) {
    Assistants assistants = store.assistants();
    return assistants.kind(AssistantWish.ANY, settings);
  }

  @Test
  void withoutANameItFollowsFromWhatIsSetUp() {
    assertThat(kind(NONE)).isEqualTo(AssistantKind.OFFLINE);
    assertThat(kind(NONE.withLocal("http://127.0.0.1:1234/v1", ""))).isEqualTo(AssistantKind.LOCAL);
    store.with(Assistants.ADDRESS_VARIABLE, "http://127.0.0.1:8080/v1");
    assertThat(kind(NONE)).isEqualTo(AssistantKind.LOCAL);
    store.kept = Optional.of(ApiKey.of(ProtocolServer.KEY));
    assertThat(kind(NONE)).isEqualTo(AssistantKind.OPENAI);
    assertThat(kind(NONE.withAssistant(AssistantKind.OFFLINE))).isEqualTo(AssistantKind.OFFLINE);
    AssistantWish named = AssistantWish.of(AssistantKind.LOCAL);
    assertThat(store.assistants().kind(named, NONE)).isEqualTo(AssistantKind.LOCAL);
  }

  @Test
  void aKeyThatIsNoneKeepsNobodyFromTheOfflineOne() throws AssistantException {
    Assistants assistants = store.with(ApiKeys.VARIABLE, "no key at all").assistants();
    assertThat(assistants.kind(AssistantWish.ANY, NONE)).isEqualTo(AssistantKind.OFFLINE);
    assertThat(assistants.kindUnwatched(AssistantWish.ANY)).isEqualTo(AssistantKind.OFFLINE);
    assertThat(assistants.likely(NONE)).isEqualTo(AssistantKind.OFFLINE);
    try (Assistant made = assistants.open(AssistantWish.ANY, NONE, Progress.NONE)) {
      assertThat(made.name()).isEqualTo("Offline");
    }
    assertThatThrownBy(
            () ->
                assistants
                    .open(AssistantWish.of(AssistantKind.OPENAI), NONE, Progress.NONE)
                    .close())
        .hasMessageStartingWith("OPENAI_API_KEY can't be used.")
        .hasMessageNotContaining("no key at all");
  }

  @Test
  void whoMustNotWaitAsksNoKeyStore() {
    store.opens = new CountDownLatch(1);
    store.kept = Optional.of(ApiKey.of(ProtocolServer.KEY));
    Assistants assistants = store.assistants();
    assertThat(assistants.likely(NONE)).isEqualTo(AssistantKind.OFFLINE);
    assertThat(assistants.kindUnwatched(AssistantWish.ANY)).isEqualTo(AssistantKind.OFFLINE);
    assertThat(store.reads).isZero();
  }

  @Test
  void openAiWithoutAKeyAndTheLocalOneWithoutAnAddressSayWhatIsMissing() {
    Assistants assistants = store.assistants();
    assertThatThrownBy(() -> assistants.test(AssistantKind.OPENAI, NONE, Progress.NONE))
        .isInstanceOfSatisfying(
            AssistantException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.NO_KEY));
    assertThatThrownBy(() -> assistants.test(AssistantKind.LOCAL, NONE, Progress.NONE))
        .hasMessageStartingWith("It is not known where the local model is asked.");
  }

  @Test
  void theKeyGoesToTheAddressItIsForAndToNoOther() throws AssistantException {
    store.with(ApiKeys.VARIABLE, ProtocolServer.KEY);
    try (ProtocolServer strict = new ProtocolServer();
        ProtocolServer local = new ProtocolServer().withoutKey()) {
      strict.answers(Scripted.says("hello"));
      local.models("tiny").answers(Scripted.says("hello"));
      Assistants plain = store.assistants();
      ConnectionReport near =
          plain.test(AssistantKind.LOCAL, NONE.withLocal(local.address(), ""), Progress.NONE);
      assertThat(near.model()).isEqualTo("tiny");
      assertThat(near.chat().works()).isTrue();
      assertThat(local.headers()).isNotEmpty();
      assertThat(local.headers())
          .allSatisfy(
              sent -> assertThat(sent.values().toString()).doesNotContain(ProtocolServer.KEY));
      Assistants led = store.with(Assistants.ADDRESS_VARIABLE, strict.address()).assistants();
      assertThat(led.addressOfEnvironment().orElseThrow().host()).isEqualTo(strict.host());
      assertThat(led.test(AssistantKind.OPENAI, NONE, Progress.NONE).chat().works()).isTrue();
      assertThat(
              led.test(AssistantKind.LOCAL, NONE.withLocal(local.address(), ""), Progress.NONE)
                  .model())
          .as("the environment goes before the settings")
          .isEqualTo("gpt-4o");
    }
  }
}
