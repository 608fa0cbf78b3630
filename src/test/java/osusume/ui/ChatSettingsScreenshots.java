package osusume.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import osusume.app.AssistantKind;
import osusume.app.ChatSettings;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.chat.model.ProtocolServer;
import osusume.chat.model.Scripted;
import osusume.recommend.SmallWorld;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

/**
 * Renders the chat's section of the settings to PNG files: a program, not a test. Started like
 * {@link Screenshots}.
 */
final class ChatSettingsScreenshots {
  private final Path folder;
  private final TestWindow window;
  private Stage stage;

  private ChatSettingsScreenshots(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.window = new TestWindow(Files.createTempDirectory("osusume-shots"));
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try (ProtocolServer server = new ProtocolServer()) {
      server
          .withoutKey()
          .models("llama3.1:8b", "qwen3:14b")
          .answersBy(
              body ->
                  body.has("tools")
                      ? Scripted.calls(Scripted.call("a", "look_up_word", "{\"word\": \"cat\"}"))
                      : Scripted.says("Hel", "lo"));
      Path to = Path.of(args.length > 0 ? args[0] : "target/screenshots/chat-settings");
      new ChatSettingsScreenshots(to).run(server);
    } finally {
      Platform.exit();
    }
  }

  private void run(ProtocolServer server) throws Exception {
    window.keep(SmallWorld.data());
    window.asSetUp = true;
    window.forMe = true;
    TestWindow.act(
        () -> {
          stage = new Stage();
          window.show(
              stage,
              new Settings(Theme.LIGHT, 1280, 800, 0, 0, false, TabPage.CHAT.name())
                  .withChat(ChatSettings.DEFAULT));
        });
    window.open();
    window.untilTrained();
    TestWindow.act(() -> window.assembly.chatting().ask("something funny"));
    TestWindow.until(() -> !window.assembly.chatting().past().all().isEmpty());
    TestWindow.act(() -> window.assembly.navigation().panelProperty().set(Panel.SETTINGS));
    inBothThemes("offline");
    press("chat-openai");
    inBothThemes("openai");
    press("chat-local");
    TestWindow.act(
        () ->
            window
                .assembly
                .chatSetup()
                .change(
                    chat ->
                        chat.withAssistant(AssistantKind.LOCAL).withLocal(server.address(), "")));
    press("chat-test");
    TestWindow.until(() -> node("chat-test-found").lookupAll(".label").size() == 5);
    press("chat-delete-ask");
    inBothThemes("local");
    window.close();
  }

  private Node node(String id) {
    return stage.getScene().lookup("#" + id);
  }

  private void press(String id) {
    settle();
    TestWindow.act(() -> ((ButtonBase) node(id)).fire());
    settle();
  }

  private void inBothThemes(String name) throws IOException {
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(theme)));
      String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
      size(1280, 800);
      Picture.write(stage, folder.resolve(name + ending + ".png"));
      size(900, 600);
      if (node("settings-panel").lookup(".scroll-pane") instanceof ScrollPane groups) {
        TestWindow.act(() -> groups.setVvalue(0.4));
        settle();
      }
      Picture.write(stage, folder.resolve(name + "-small" + ending + ".png"));
    }
  }

  private void size(double width, double height) {
    TestWindow.act(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
    settle();
  }

  private void settle() {
    for (int i = 0; i < 10; i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      TestWindow.until(() -> window.assembly.jobs().running().isEmpty());
    }
  }
}
