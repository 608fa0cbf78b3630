package osusume.ui;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import osusume.app.ListenerSettings;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.recommend.SmallWorld;
import osusume.ui.state.Listening;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

/**
 * Renders what the window shows of the listener to PNG files: a program, not a test. Started like
 * {@link Screenshots}.
 */
final class ListenerScreenshots {
  private final Path folder;
  private final TestWindow window;
  private Stage stage;
  private boolean beside;

  private ListenerScreenshots(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.window = new TestWindow(Files.createTempDirectory("osusume-shots"));
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      new ListenerScreenshots(Path.of(args.length > 0 ? args[0] : "target/screenshots/listener"))
          .run();
    } finally {
      Platform.exit();
    }
  }

  private void run() throws Exception {
    window.keep(SmallWorld.data());
    TestWindow.act(
        () -> {
          stage = new Stage();
          window.show(
              stage,
              new Settings(Theme.LIGHT, 1280, 800, 0, 0, false, TabPage.ANIME.name())
                  .withListener(ListenerSettings.DEFAULT.withPort(5123)));
          size(1280, 800);
        });
    window.open();
    window.untilTrained();
    panel(Panel.SETTINGS);
    inBothThemes("settings-off");
    change(now -> now.withOn(true));
    until(Listening.State.On.class);
    inBothThemes("settings-on");
    press("token-make", Button.class);
    TestWindow.until(() -> listening().settings().token().isPresent());
    inBothThemes("settings-token");
    TestWindow.act(() -> node("listen-port").requestFocus());
    TestWindow.act(() -> ((TextField) node("listen-port")).setText("many"));
    TestWindow.act(() -> stage.getScene().getRoot().requestFocus());
    inBothThemes("settings-port-wrong");
    panel(null);
    panel(Panel.SETTINGS);
    inBothThemes("settings-token-kept");
    press("listen-others", ToggleButton.class);
    inBothThemes("settings-others-asked");
    press("listen-let-others", Button.class);
    TestWindow.until(() -> !listening().settings().forThisMachine());
    until(Listening.State.On.class);
    press("token-make", Button.class);
    settle();
    inBothThemes("settings-others");
    panel(null);
    inBothThemes("others");
    withPopover("popover-others");
    change(
        now -> now.withHost(ListenerSettings.THIS_MACHINE).withToken(java.util.Optional.empty()));
    until(Listening.State.On.class);
    inBothThemes("on");
    withPopover("popover-nobody");
    ask();
    withPopover("popover");
    try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      change(now -> now.withPort(other.getLocalPort()));
      until(Listening.State.Failed.class);
      inBothThemes("taken");
      withPopover("popover-taken");
      panel(Panel.SETTINGS);
      inBothThemes("settings-taken");
    }
    window.close();
  }

  private Listening listening() {
    return window.assembly.listening();
  }

  private void change(UnaryOperator<ListenerSettings> change) {
    TestWindow.act(() -> listening().change(change));
  }

  private void until(Class<? extends Listening.State> state) {
    TestWindow.until(() -> state.isInstance(listening().stateProperty().get()));
  }

  private void ask() throws Exception {
    URI address =
        TestWindow.onFx(() -> ((Listening.State.On) listening().stateProperty().get()).at().here());
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path :
          List.of(
              "/",
              "/anime?genre=Drama&mt_episodes=12&lt_episodes=30&mt_rating=7&mt_members=1000&sort=rating",
              "/anime?name=%E3%81%8A%E3%81%99%E3%81%99%E3%82%81",
              "/user?user_id=5&mt_rating=0",
              "/anim",
              "/recommend/5?k=3",
              "/talk/5/something%20funny",
              "/recommend/abc",
              "/")) {
        client.send(
            HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.discarding());
      }
    }
  }

  private Node node(String id) {
    return stage.getScene().lookup("#" + id);
  }

  private void press(String id, Class<? extends javafx.scene.control.ButtonBase> type) {
    TestWindow.act(() -> type.cast(node(id)).fire());
  }

  private void panel(Panel panel) {
    TestWindow.act(() -> window.assembly.navigation().panelProperty().set(panel));
    settle();
  }

  /** What stands beside something is closed when the window changes its size. */
  private void withPopover(String name) throws IOException {
    beside = true;
    inBothThemes(name);
    beside = false;
  }

  private void inBothThemes(String name) throws IOException {
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(theme)));
      String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
      settle();
      shoot(name + ending);
      TestWindow.act(() -> size(900, 600));
      settle();
      shoot(name + "-small" + ending);
      if (node("settings-panel") != null
          && node("settings-panel").lookup(".scroll-pane") instanceof ScrollPane groups) {
        TestWindow.act(() -> groups.setVvalue(1));
        shoot(name + "-small-end" + ending);
        TestWindow.act(() -> groups.setVvalue(0));
      }
      TestWindow.act(() -> size(1280, 800));
    }
    TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(Theme.LIGHT)));
    settle();
  }

  private void size(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private void settle() {
    for (int i = 0; i < 10; i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      TestWindow.until(() -> window.assembly.jobs().running().isEmpty());
    }
  }

  private void shoot(String name) throws IOException {
    if (beside) {
      press("listening", Button.class);
      settle();
    }
    Picture.write(stage, folder.resolve(name + ".png"));
    if (beside) {
      press("listening", Button.class);
    }
  }
}
