package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import osusume.app.AssistantKind;
import osusume.app.Assistants;
import osusume.app.ChatSettings;
import osusume.app.FakeKeyStore;
import osusume.app.Settings;
import osusume.app.SettingsFile;
import osusume.chat.Mode;
import osusume.chat.model.ApiKey;
import osusume.chat.model.ProtocolServer;
import osusume.chat.model.Scripted;
import osusume.chat.talk.ConversationStore;
import osusume.recommend.SmallWorld;
import osusume.ui.state.Chatting;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

/** The chat's section of the settings, as the person sees it. */
@ExtendWith(ApplicationExtension.class)
class ChatSettingsTest {
  @TempDir static Path temp;
  private TestWindow window;
  private Stage stage;
  private boolean closed;
  private final List<String> said = new CopyOnWriteArrayList<>();

  /** All that is logged, the most talkative of it too. */
  private final Handler log =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          said.add(new SimpleFormatter().format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void start() throws IOException {
    log.setLevel(Level.ALL);
    Logger.getLogger("").addHandler(log);
    fresh(Files.createTempDirectory(temp, "window"), new FakeKeyStore());
    window.keep(SmallWorld.data());
  }

  private void fresh(Path folder, FakeKeyStore keys) {
    act(() -> stage = new Stage());
    window = new TestWindow(folder);
    window.asSetUp = true;
    window.forMe = true;
    window.keyStore = keys;
    closed = false;
  }

  @AfterEach
  void close() {
    if (!closed) {
      window.close();
    }
    closed = true;
    Logger.getLogger("").removeHandler(log);
    Logger.getLogger("osusume").setLevel(null);
  }

  private void show(UnaryOperator<ChatSettings> chat) {
    show(
        new Settings(Settings.Theme.LIGHT, 1000, 800, 0, 0, false, TabPage.CHAT.name())
            .withChat(chat.apply(ChatSettings.DEFAULT)));
  }

  private void show(Settings settings) {
    act(() -> window.show(stage, settings));
    window.open();
    act(
        () ->
            window
                .assembly
                .messages()
                .shown()
                .addListener(
                    (javafx.collections.ListChangeListener<Object>)
                        change -> change.getList().forEach(one -> said.add(one.toString()))));
    panel(Panel.SETTINGS);
    until(() -> node("chat-settings") != null);
  }

  private void panel(Panel panel) {
    act(() -> window.assembly.navigation().panelProperty().set(panel));
  }

  private Node node(String id) {
    return stage.getScene().lookup("#" + id);
  }

  private void press(String id) {
    until(() -> !node(id).isDisabled());
    act(() -> ((ButtonBase) node(id)).fire());
  }

  private void write(String id, String text) {
    act(
        () -> {
          node(id).requestFocus();
          ((TextInputControl) node(id)).setText(text);
        });
    act(() -> stage.getScene().getRoot().requestFocus());
  }

  private String text(String id) {
    return onFx(() -> node(id) instanceof Label label ? label.getText() : "");
  }

  private String inField(String id) {
    return onFx(() -> ((TextInputControl) node(id)).getText());
  }

  private boolean selected(String id) {
    return onFx(() -> ((ToggleButton) node(id)).isSelected());
  }

  private boolean shown(String id) {
    return onFx(() -> TestWindow.shown(node(id)));
  }

  private List<String> found() {
    return onFx(
        () ->
            node("chat-test-found").lookupAll(".label").stream()
                .map(one -> ((Labeled) one).getText())
                .toList());
  }

  private ChatSettings settings() {
    return onFx(() -> window.assembly.settings().get().chat());
  }

  private Chatting chatting() {
    return window.assembly.chatting();
  }

  private String answers() {
    return onFx(() -> chatting().choiceProperty().get().key());
  }

  private void chooseInChat(String key) {
    act(
        () ->
            chatting()
                .choiceProperty()
                .set(
                    chatting().assistants().choices().getValue().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow()));
  }

  private void ask(String text) {
    int before = onFx(() -> chatting().talkProperty().get().exchanges().size());
    assertThat(onFx(() -> chatting().ask(text))).isTrue();
    until(
        () ->
            chatting().answeringProperty().get() == null
                && chatting().talkProperty().get().exchanges().size() == before + 1);
  }

  private List<Path> talks() throws IOException {
    if (!Files.isDirectory(window.places.talks())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(window.places.talks())) {
      return files.filter(file -> file.toString().contains(".json")).toList();
    }
  }

  @Test
  void whoIsChosenInEitherPlaceIsChosenInBothAndAtTheNextStart() throws IOException {
    show(UnaryOperator.identity());
    assertThat(selected("chat-offline")).isTrue();
    assertThat(shown("chat-test")).isFalse();
    press("chat-openai");
    assertThat(answers()).isEqualTo("openai");
    assertThat(shown("chat-key-field")).isTrue();
    chooseInChat("offline");
    assertThat(selected("chat-offline")).isTrue();
    press("chat-local");
    assertThat(answers()).as("without an address it stays chosen").isEqualTo("local");
    write("chat-model", "qwen3");
    assertThat(answers()).isEqualTo("local");
    write("chat-address", "ftp://somewhere");
    assertThat(text("chat-address-trouble")).contains("begins with https:// or http://");
    write("chat-address", "http://127.0.0.1:1/v1/");
    assertThat(shown("chat-address-trouble")).isFalse();
    press("chat-mode-simple");
    assertThat(onFx(() -> chatting().modeProperty().get())).isEqualTo(Mode.SIMPLE);
    window.close();

    Settings kept = new SettingsFile(window.places.settings()).read();
    assertThat(kept.chat())
        .isEqualTo(
            new ChatSettings(
                Optional.of(AssistantKind.LOCAL),
                Mode.SIMPLE,
                "gpt-4o",
                "http://127.0.0.1:1/v1",
                "qwen3",
                0,
                true));
    fresh(window.folder, new FakeKeyStore());
    show(kept);
    assertThat(answers()).isEqualTo("local");
    assertThat(selected("chat-local")).isTrue();
    assertThat(inField("chat-model")).isEqualTo("qwen3");
    assertThat(onFx(() -> chatting().modeProperty().get())).isEqualTo(Mode.SIMPLE);
  }

  @Test
  void nobodyWhoChoseNothingIsTiedToWhatWasSetUpOnce() throws IOException {
    window.keyStore.with("OPENAI_API_KEY", ProtocolServer.KEY);
    show(UnaryOperator.identity());
    assertThat(answers()).isEqualTo("openai");
    assertThat(settings().assistant()).isEmpty();
    until(() -> text("chat-key-says").contains("OPENAI_API_KEY"));
    assertThat(onFx(() -> node("chat-key-forget").isDisabled())).isTrue();
  }

  @Test
  void conversationsThatAreNotToBeKeptLeaveNoFileAndNoName() throws Exception {
    show(now -> now.withKeep(false));
    ask("something funny");
    assertThat(onFx(() -> chatting().past().all().size())).isZero();
    act(() -> ((atlantafx.base.controls.ToggleSwitch) node("chat-keep")).setSelected(true));
    ask("something sad");
    assertThat(onFx(() -> chatting().past().all().size())).isOne();
    act(() -> ((atlantafx.base.controls.ToggleSwitch) node("chat-keep")).setSelected(false));
    act(() -> chatting().begin());
    ask("something secret");
    assertThat(onFx(() -> chatting().past().all().size())).isOne();
    window.close();
    closed = true;
    assertThat(talks()).hasSize(1);
    assertThat(Files.readString(talks().getFirst())).contains("something sad");
    assertThat(settings().keep()).isFalse();
  }

  @Test
  void allConversationsAreDeletedOnceThePersonAgrees() throws Exception {
    show(UnaryOperator.identity());
    assertThat(onFx(() -> node("chat-delete-ask").isDisabled())).isTrue();
    ask("something funny");
    act(() -> chatting().begin());
    ask("something sad");
    press("chat-delete-ask");
    assertThat(text("chat-delete-asks")).startsWith("Delete all 2 conversations");
    press("chat-delete-leave");
    assertThat(shown("chat-delete-question")).isFalse();
    assertThat(onFx(() -> chatting().past().all().size())).isEqualTo(2);
    press("chat-delete-ask");
    press("chat-delete-do");
    until(() -> chatting().past().all().isEmpty());
    assertThat(onFx(() -> chatting().talkProperty().get().exchanges())).isEmpty();
    // At once, and not only when the window closes.
    assertThat(talks()).isEmpty();
    window.close();
    closed = true;
    try (var store = new ConversationStore(window.places.talks(), () -> true)) {
      assertThat(store.list().heads()).isEmpty();
    }
  }

  private static Scripted able(JsonNode body) {
    return body.path("tools").toString().contains("look_up_word")
        ? Scripted.calls(Scripted.call("a", "look_up_word", "{\"word\": \"cat\"}"))
        : Scripted.says("Hel", "lo");
  }

  @Test
  void theKeyStandsNowhereButInTheKeyStore() throws Exception {
    Logger.getLogger("osusume").setLevel(Level.ALL);
    try (ProtocolServer server = new ProtocolServer()) {
      server.models("gpt-4o", "other").answersBy(ChatSettingsTest::able);
      window.keyStore.with(Assistants.ADDRESS_VARIABLE, server.address());
      show(now -> now.withAssistant(AssistantKind.OPENAI));
      assertThat(text("chat-address-elsewhere")).contains(server.address());
      until(() -> text("chat-key-says").equals("No key is known."));
      write("chat-model", ProtocolServer.KEY);
      assertThat(text("chat-model-trouble")).startsWith("That looks like a key");
      assertThat(inField("chat-model")).isEqualTo("gpt-4o");

      write("chat-key-field", "sk-test-SENTINEL of another");
      press("chat-key-use");
      assertThat(text("chat-key-field-trouble")).contains("blanks");
      write("chat-key-field", ProtocolServer.KEY + "x");
      press("chat-key-use");
      until(() -> text("chat-key-says").startsWith("A key is used until"));
      assertThat(inField("chat-key-field")).isEmpty();
      press("chat-test");
      until(() -> found().size() == 1);
      assertThat(found().getFirst()).contains("key");
      ask("with the wrong key");

      window.keyStore.fails = "It is locked.";
      write("chat-key-field", ProtocolServer.KEY);
      press("chat-key-keep");
      until(() -> text("chat-key-trouble").equals("It is locked."));
      assertThat(window.keyStore.kept).isEmpty();
      window.keyStore.fails = "";
      write("chat-key-field", ProtocolServer.KEY);
      press("chat-key-keep");
      until(() -> text("chat-key-says").equals("The key is in the key store of this computer."));
      assertThat(window.keyStore.kept.map(ApiKey::reveal)).contains(ProtocolServer.KEY);
      press("chat-test");
      until(() -> found().size() == 5);
      assertThat(found().getFirst()).isEqualTo(server.host() + " has 2 models.");
      assertThat(shown("chat-models")).isTrue();
      ask("with the right key");
      assertThat(onFx(() -> chatting().talkProperty().get().exchanges().getLast().reply()))
          .isPresent();
      act(() -> said.addAll(all(stage.getScene().getRoot())));

      press("chat-key-forget");
      until(() -> text("chat-key-says").equals("No key is known."));
      assertThat(window.keyStore.kept).isEmpty();
    }
    window.close();
    closed = true;
    assertThat(said).noneMatch(one -> one.contains("SENTINEL"));
    try (Stream<Path> files = Files.walk(window.folder)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(3);
      for (Path file : all) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("SENTINEL");
      }
    }
  }

  /** All that can be read in the window. */
  private static List<String> all(Node root) {
    List<String> texts = new ArrayList<>();
    for (Node node : root.lookupAll("*")) {
      switch (node) {
        case Labeled labeled -> texts.add(String.valueOf(labeled.getText()));
        case TextInputControl field -> texts.add(String.valueOf(field.getText()));
        case javafx.scene.text.Text text -> texts.add(text.getText());
        default -> texts.add(String.valueOf(node.getAccessibleText()));
      }
    }
    return texts;
  }

  @Test
  void whatIsWrongWithAConnectionIsSaidAndATestCanBeStopped() throws Exception {
    try (ProtocolServer server = new ProtocolServer()) {
      server.withoutKey().models("slow").answers(Scripted.says("Hi").after(Duration.ofMinutes(1)));
      show(now -> now.withAssistant(AssistantKind.LOCAL).withLocal("http://127.0.0.1:1/v1", ""));
      press("chat-test");
      until(() -> found().size() == 1);
      assertThat(found().getFirst()).contains("127.0.0.1:1");
      write("chat-address", server.address());
      assertThat(found()).as("what was found was of another address").isEmpty();
      press("chat-test");
      until(() -> text("chat-test-doing").contains("slow"));
      press("chat-test-stop");
      until(() -> !TestWindow.shown(node("chat-test-stop")));
      assertThat(found()).isEmpty();
    }
  }
}
