package osusume.ui;

import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import atlantafx.base.controls.Popover;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import osusume.app.ListenerSettings;
import osusume.app.Settings;
import osusume.data.Dataset;
import osusume.recommend.SmallWorld;
import osusume.ui.state.Listening;
import osusume.ui.state.Listening.State;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

/** A window whose listener is looked at as the person sees it, and as programs that ask do. */
@ExtendWith(ApplicationExtension.class)
abstract class ListenerWindow {
  static final ListenerSettings ANY_PORT = ListenerSettings.DEFAULT.withPort(0);

  @TempDir static Path temp;
  TestWindow window;
  Stage stage;
  boolean closed;

  @BeforeEach
  void start() throws IOException {
    // One of its own, for TestFX hands the same stage to every test.
    act(() -> stage = new Stage());
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
  }

  @AfterEach
  void close() {
    if (!closed) {
      window.close();
    }
  }

  void show(ListenerSettings settings) throws IOException {
    show(settings, SmallWorld.data());
  }

  void show(ListenerSettings settings, Dataset data) throws IOException {
    window.keep(data);
    act(
        () ->
            window.show(
                stage,
                new Settings(Settings.Theme.LIGHT, 1000, 800, 0, 0, false, TabPage.ANIME.name())
                    .withListener(settings)));
    window.open();
  }

  Listening listening() {
    return window.assembly.listening();
  }

  ListenerSettings settings() {
    return onFx(() -> listening().settings());
  }

  void untilItIs(Class<? extends State> state) {
    until(() -> state.isInstance(listening().stateProperty().get()));
  }

  URI address() {
    untilItIs(State.On.class);
    return onFx(() -> ((State.On) listening().stateProperty().get()).at().here());
  }

  static HttpResponse<String> get(URI from, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(from.resolve(path)).build(), BodyHandlers.ofString());
    }
  }

  void panel(Panel panel) {
    act(() -> window.assembly.navigation().panelProperty().set(panel));
  }

  void settingsPanel() {
    panel(Panel.SETTINGS);
    until(() -> stage.getScene().lookup("#listen-on") != null);
  }

  <T extends Node> T node(String id, Class<T> type) {
    return onFx(() -> type.cast(stage.getScene().lookup("#" + id)));
  }

  static <T extends Node> T beside(String id, Class<T> type) {
    until(() -> popover().map(open -> lookup(open, id)).isPresent());
    return onFx(() -> type.cast(lookup(popover().orElseThrow(), id)));
  }

  static Node lookup(Popover open, String id) {
    return open.getScene().getRoot().lookup("#" + id);
  }

  static Optional<Popover> popover() {
    return javafx.stage.Window.getWindows().stream()
        .filter(shown -> shown instanceof Popover && shown.isShowing())
        .map(Popover.class::cast)
        .findFirst();
  }

  List<String> labelsOf(String id) {
    return onFx(
        () ->
            stage.getScene().lookup("#" + id).lookupAll(".label").stream()
                .filter(TestWindow::shown)
                .map(node -> ((Label) node).getText())
                .toList());
  }

  static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return free.getLocalPort();
    }
  }
}
