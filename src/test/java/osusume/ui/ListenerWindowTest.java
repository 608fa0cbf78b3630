package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import osusume.app.ListenerSettings;
import osusume.app.Settings;
import osusume.app.SettingsFile;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.http.RequestLog.Served;
import osusume.recommend.SmallWorld;
import osusume.ui.state.Listening;
import osusume.ui.state.Listening.State;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

/** The listener as the person sees it, and as programs that ask see it. */
@ExtendWith(ApplicationExtension.class)
class ListenerWindowTest {
  private static final ListenerSettings ANY_PORT = ListenerSettings.DEFAULT.withPort(0);

  @TempDir static Path temp;
  private TestWindow window;
  private Stage stage;
  private boolean closed;

  @Start
  void start(Stage ofTestFx) throws IOException {
    // One of its own, for TestFX hands the same stage to every test.
    stage = new Stage();
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
  }

  @AfterEach
  void close() {
    if (!closed) {
      window.close();
    }
  }

  private void show(ListenerSettings settings) throws IOException {
    show(settings, SmallWorld.data());
  }

  private void show(ListenerSettings settings, Dataset data) throws IOException {
    window.keep(data);
    act(
        () ->
            window.show(
                stage,
                new Settings(Settings.Theme.LIGHT, 1000, 800, 0, 0, false, TabPage.ANIME.name())
                    .withListener(settings)));
    window.open();
  }

  private Listening listening() {
    return window.assembly.listening();
  }

  private ListenerSettings settings() {
    return onFx(() -> listening().settings());
  }

  private void untilItIs(Class<? extends State> state) {
    until(() -> state.isInstance(listening().stateProperty().get()));
  }

  private URI address() {
    untilItIs(State.On.class);
    return onFx(() -> ((State.On) listening().stateProperty().get()).at().here());
  }

  private static HttpResponse<String> get(URI from, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(from.resolve(path)).build(), BodyHandlers.ofString());
    }
  }

  private void panel(Panel panel) {
    act(() -> window.assembly.navigation().panelProperty().set(panel));
  }

  private void settingsPanel() {
    panel(Panel.SETTINGS);
    until(() -> stage.getScene().lookup("#listen-on") != null);
  }

  private <T extends Node> T node(String id, Class<T> type) {
    return onFx(() -> type.cast(stage.getScene().lookup("#" + id)));
  }

  private static <T extends Node> T beside(String id, Class<T> type) {
    until(() -> popover().map(open -> lookup(open, id)).isPresent());
    return onFx(() -> type.cast(lookup(popover().orElseThrow(), id)));
  }

  private static Node lookup(Popover open, String id) {
    return open.getScene().getRoot().lookup("#" + id);
  }

  private static Optional<Popover> popover() {
    return javafx.stage.Window.getWindows().stream()
        .filter(shown -> shown instanceof Popover && shown.isShowing())
        .map(Popover.class::cast)
        .findFirst();
  }

  private List<String> labelsOf(String id) {
    return onFx(
        () ->
            stage.getScene().lookup("#" + id).lookupAll(".label").stream()
                .filter(TestWindow::shown)
                .map(node -> ((Label) node).getText())
                .toList());
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return free.getLocalPort();
    }
  }

  @Test
  void switchedOnItAnswersAtTheAddressItShowsAndSwitchedOffNobodyDoes(FxRobot robot)
      throws Exception {
    int port = freePort();
    show(ListenerSettings.DEFAULT.withPort(port));
    assertThat(onFx(() -> node("listening", Button.class).isVisible())).isFalse();
    settingsPanel();
    assertThat(labelsOf("listening-status")).containsExactly("Nowhere: it is switched off.");
    robot.clickOn("#listen-on");
    URI address = address();
    assertThat(address).isEqualTo(URI.create("http://127.0.0.1:" + port));
    until(() -> labelsOf("listening-status").contains("http://127.0.0.1:" + port));
    Button indicator = node("listening", Button.class);
    assertThat(onFx(indicator::getText)).isEqualTo("127.0.0.1:" + port);
    assertThat(onFx(indicator::getAccessibleText)).contains(address.toString());
    HttpResponse<String> answer = get(address, "/");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("Welcome to the Anime Recommendation API!");
    assertThat(get(address, "/anime?name=Title3").body()).contains("\"Title3\"");
    act(() -> node("listen-on", ToggleSwitch.class).setSelected(false));
    untilItIs(State.Off.class);
    assertThatThrownBy(() -> get(address, "/")).isInstanceOf(ConnectException.class);
    assertThat(onFx(indicator::isVisible)).isFalse();
    act(() -> node("listen-on", ToggleSwitch.class).setSelected(true));
    untilItIs(State.On.class);
    window.close();
    closed = true;
    assertThat(new SettingsFile(window.places.settings()).read().listener().on()).isTrue();
    assertThatThrownBy(() -> get(address, "/")).isInstanceOf(ConnectException.class);
  }

  @Test
  void startsWithTheWindowWhereItWasOn() throws Exception {
    show(ANY_PORT.withOn(true));
    assertThat(get(address(), "/user?user_id=1").statusCode()).isEqualTo(200);
  }

  @Test
  void pressedToAndFroItIsAsPressedLast() throws Exception {
    show(ANY_PORT);
    settingsPanel();
    ToggleSwitch on = node("listen-on", ToggleSwitch.class);
    act(
        () -> {
          for (int i = 0; i < 21; i++) {
            on.setSelected(!on.isSelected());
          }
        });
    URI address = address();
    assertThat(get(address, "/").statusCode()).isEqualTo(200);
    act(() -> on.setSelected(false));
    act(() -> on.setSelected(true));
    act(() -> on.setSelected(false));
    untilItIs(State.Off.class);
    assertThatThrownBy(() -> get(address, "/")).isInstanceOf(ConnectException.class);
  }

  @Test
  void aTakenPortAtTheStartIsToldWithAnOfferThatWorks() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      show(ANY_PORT.withPort(other.getLocalPort()).withOn(true));
      until(() -> !window.assembly.messages().shown().isEmpty());
      assertThat(onFx(() -> window.assembly.messages().shown().getLast().sentence()))
          .startsWith("127.0.0.1:%d is taken by another program.".formatted(other.getLocalPort()));
      assertThat(onFx(() -> node("listening", Button.class).getText())).isEqualTo("Nobody can ask");
      Button offer = onFx(() -> (Button) stage.getScene().lookup(".message-action"));
      assertThat(onFx(offer::getText)).matches("Use port \\d+");
      act(offer::fire);
      URI address = address();
      assertThat(onFx(offer::getText)).isEqualTo("Use port " + address.getPort());
      assertThat(settings().port()).isEqualTo(address.getPort());
      assertThat(get(address, "/").statusCode()).isEqualTo(200);
      assertThat(onFx(() -> window.assembly.messages().shown().size())).isZero();
    }
  }

  @Test
  void aTakenPortIsToldWhereItWasChosen() throws Exception {
    show(ANY_PORT);
    settingsPanel();
    ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    try (other) {
      typePort(String.valueOf(other.getLocalPort()));
      act(() -> node("listen-on", ToggleSwitch.class).setSelected(true));
      untilItIs(State.Failed.class);
      until(() -> stage.getScene().lookup("#use-port") != null);
      assertThat(labelsOf("listening-status").getFirst())
          .startsWith("127.0.0.1:%d is taken by another program.".formatted(other.getLocalPort()));
      assertThat(onFx(() -> window.assembly.messages().shown().size())).isZero();
    }
    act(node("listen-again", Button.class)::fire);
    assertThat(address().getPort()).isEqualTo(other.getLocalPort());
  }

  private void typePort(String text) {
    TextField port = node("listen-port", TextField.class);
    act(
        () -> {
          port.requestFocus();
          port.setText(text);
          port.getOnAction().handle(null);
        });
  }

  @Test
  void aPortThatIsNoneIsRefusedWithASentence() throws Exception {
    show(ANY_PORT.withPort(5123));
    settingsPanel();
    for (String wrong : List.of("many", "-1", "65536", "99999999999", "")) {
      typePort(wrong);
      assertThat(onFx(() -> node("listen-port-trouble", Label.class).getText()))
          .contains("port")
          .contains("65535");
      assertThat(onFx(() -> node("listen-port-trouble", Label.class).isVisible())).isTrue();
      assertThat(settings().port()).isEqualTo(5123);
    }
    typePort("5124");
    assertThat(settings().port()).isEqualTo(5124);
    assertThat(onFx(() -> node("listen-port-trouble", Label.class).isVisible())).isFalse();
  }

  @Test
  void aTokenIsShownOnceCopiedReplacedAndTakenBack() throws Exception {
    show(ANY_PORT);
    settingsPanel();
    TextField shown = node("token-text", TextField.class);
    assertThat(TestWindow.shown(shown)).isFalse();
    act(node("token-make", Button.class)::fire);
    until(() -> settings().token().isPresent());
    String first = onFx(shown::getText);
    assertThat(settings().token().orElseThrow().matches(first)).isTrue();
    act(node("token-copy", Button.class)::fire);
    assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(first);
    assertThat(onFx(() -> node("token-copy", Button.class).getAccessibleText()))
        .isEqualTo("Copied");

    panel(null);
    settingsPanel();
    assertThat(onFx(() -> node("token-text", TextField.class).getText())).isEmpty();
    assertThat(onFx(() -> TestWindow.shown(node("token-text", TextField.class)))).isFalse();
    assertThat(onFx(() -> node("token-says", Label.class).getText())).contains("fingerprint");
    act(node("token-make", Button.class)::fire);
    until(() -> !settings().token().orElseThrow().matches(first));
    String second = onFx(() -> node("token-text", TextField.class).getText());
    assertThat(settings().token().orElseThrow().matches(second)).isTrue();
    act(((javafx.scene.control.Hyperlink) node("token-back", Node.class))::fire);
    assertThat(settings().token().orElseThrow().matches(first)).isTrue();
    assertThat(onFx(() -> node("token-text", TextField.class).getText())).isEmpty();
    act(node("token-remove", Button.class)::fire);
    assertThat(settings().token()).isEmpty();
    window.close();
    closed = true;
    assertThat(Files.readString(window.places.settings())).doesNotContain(first, second);
  }

  @Test
  void othersAreLetInOnlyWithATokenAndAfterWhatThatMeansWasSaid() throws Exception {
    show(ANY_PORT);
    settingsPanel();
    Label means = node("listen-others-means", Label.class);
    assertThat(onFx(means::isVisible)).isFalse();
    act(node("listen-others", ToggleButton.class)::fire);
    assertThat(onFx(means::isVisible)).isTrue();
    assertThat(onFx(means::getText)).contains("network").contains("encrypted").contains("token");
    until(() -> !settings().forThisMachine());
    assertThat(settings().host()).isEqualTo(ListenerSettings.EVERYWHERE);
    String token = onFx(() -> node("token-text", TextField.class).getText());
    assertThat(settings().token().orElseThrow().matches(token)).isTrue();
    assertThat(TestWindow.shown(node("token-remove", Button.class))).isFalse();
    act(node("listen-here", ToggleButton.class)::fire);
    assertThat(settings().host()).isEqualTo(ListenerSettings.THIS_MACHINE);
    assertThat(onFx(means::isVisible)).isFalse();
    assertThat(TestWindow.shown(node("token-remove", Button.class))).isTrue();
  }

  @Test
  void theStatusBarShowsWhatWasAskedAndStops(FxRobot robot) throws Exception {
    show(ANY_PORT.withOn(true));
    URI address = address();
    robot.clickOn("#listening");
    Label nobody = beside("requests-nobody", Label.class);
    assertThat(onFx(nobody::isVisible)).isTrue();
    get(address, "/anime?name=Title3");
    get(address, "/nowhere");
    ListView<?> requests = beside("requests", ListView.class);
    until(() -> requests.getItems().size() == 2);
    assertThat(onFx(nobody::isVisible)).isFalse();
    Served last = (Served) onFx(() -> requests.getItems().getFirst());
    assertThat(last.target()).isEqualTo("/nowhere");
    assertThat(onFx(() -> beside("requests-count", Label.class).getText())).isEqualTo("2 requests");
    until(() -> !requests.lookupAll(".request-status").isEmpty());
    List<Node> errors =
        onFx(
            () ->
                requests.lookupAll(".list-cell").stream()
                    .filter(cell -> String.valueOf(cell.getAccessibleText()).contains("/nowhere"))
                    .flatMap(cell -> cell.lookupAll(".ikonli-font-icon").stream())
                    .filter(Node::isVisible)
                    .toList());
    assertThat(errors).as("signs of an error").hasSize(1);
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    until(() -> popover().isEmpty());

    act(
        () -> {
          // Without a display the focus does not come back by itself.
          stage.requestFocus();
          node("listening", Button.class).requestFocus();
        });
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    act(beside("listen-settings", Button.class)::fire);
    until(() -> popover().isEmpty());
    assertThat(onFx(() -> window.assembly.navigation().panelProperty().get()))
        .isEqualTo(Panel.SETTINGS);
    panel(null);
    act(node("listening", Button.class)::fire);
    act(beside("listen-stop", Button.class)::fire);
    untilItIs(State.Off.class);
    until(() -> popover().isEmpty());
    assertThat(settings().on()).isFalse();
    assertThatThrownBy(() -> get(address, "/")).isInstanceOf(ConnectException.class);
  }

  @Test
  void thousandsOfRequestsAreShownNowAndThenAndOnlyWhileTheyAreLookedAt() throws Exception {
    show(ANY_PORT.withOn(true));
    URI address = address();
    act(node("listening", Button.class)::fire);
    ListView<?> requests = beside("requests", ListView.class);
    AtomicInteger refreshes = new AtomicInteger();
    act(
        () ->
            requests
                .getItems()
                .addListener((ListChangeListener<Object>) _ -> refreshes.incrementAndGet()));
    long begin = System.nanoTime();
    ask(address, 3000);
    until(() -> listening().log().count() == 3000);
    until(() -> ((Served) requests.getItems().getFirst()).number() == 3000);
    long quarters = (System.nanoTime() - begin) / TimeUnit.MILLISECONDS.toNanos(250);
    assertThat(refreshes.get()).isPositive().isLessThanOrEqualTo((int) quarters + 2);

    act(node("listening", Button.class)::fire);
    until(() -> popover().isEmpty());
    refreshes.set(0);
    ask(address, 500);
    until(() -> listening().log().count() == 3500);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(600));
    assertThat(onFx(refreshes::get)).isZero();
  }

  /** Asks one after the other, without waiting for the answers. */
  private static void ask(URI address, int times) throws IOException {
    String host = address.getAuthority();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      Thread reader =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                    } catch (IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  });
      String request = "GET /openapi.json HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(host);
      String last = request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
      socket
          .getOutputStream()
          .write((request.repeat(times - 1) + last).getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      try {
        assertThat(reader.join(java.time.Duration.ofSeconds(60))).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void closingTheWindowFinishesWhatWasAsked() throws Exception {
    show(ANY_PORT.withOn(true), many());
    URI address = address();
    until(() -> window.assembly.data().opened() != null);
    try (Socket socket = new Socket()) {
      // Small, so that the answer waits for its reader.
      socket.setReceiveBufferSize(8 * 1024);
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
      socket
          .getOutputStream()
          .write(
              "GET /user?offset=0 HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(address.getAuthority())
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] begin = socket.getInputStream().readNBytes(1000);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(window::close);
      closed = true;
      until(() -> !stage.isShowing());
      // It ends with the connection, so that how much came is how much was answered.
      String answer =
          new String(begin, StandardCharsets.UTF_8)
              + new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer.strip()).startsWith("HTTP/1.1 200").endsWith("]");
      assertThat(answer.split("\"user_id\"", -1)).hasSize(USERS * SmallWorld.TITLES + 1);
      closing.get(60, TimeUnit.SECONDS);
    }
    assertThatThrownBy(() -> get(address, "/")).isInstanceOf(ConnectException.class);
  }

  private static final int USERS = 22_000;

  /** So many ratings that the answer to all of them fits in no buffer. */
  private static Dataset many() {
    Dataset small = SmallWorld.data();
    int titles = SmallWorld.TITLES;
    byte[] values = new byte[USERS * titles];
    java.util.Arrays.fill(values, (byte) -1);
    return new Dataset(
        small.name(),
        false,
        small.catalogue(),
        new RatingMatrix(
            IntStream.rangeClosed(1, USERS).toArray(),
            IntStream.rangeClosed(0, USERS).map(row -> row * titles).toArray(),
            IntStream.range(0, USERS * titles).map(i -> i % titles).toArray(),
            values,
            titles),
        small.fingerprint(),
        small.report());
  }
}
