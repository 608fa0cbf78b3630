package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import osusume.http.MutatedVisits;
import osusume.http.RequestLog.Served;
import osusume.ui.state.Listening.State;
import osusume.ui.state.Panel;

/** What the status bar shows of the listener, and of what was asked. */
class ListenerStatusBarTest extends ListenerWindow {
  @Test
  void startsWithTheWindowWhereItWasOn() throws Exception {
    show(ANY_PORT.withOn(true));
    assertThat(get(address(), "/user?user_id=1").statusCode()).isEqualTo(200);
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
  void theStatusBarShowsWhatWasAskedAndStops(FxRobot robot) throws Exception {
    show(ANY_PORT.withOn(true));
    URI address = address();
    act(node("listening", Button.class)::fire);
    Label nobody = beside("requests-nobody", Label.class);
    assertThat(onFx(nobody::isVisible)).isTrue();
    // Whoever opens it by a key and presses that again switches nothing off.
    Node stop = beside("listen-stop", Node.class);
    until(() -> stop.getScene().getFocusOwner() != null);
    assertThat(onFx(() -> stop.getScene().getFocusOwner())).isNotSameAs(stop);
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
  void whileItFailedItIsSwitchedOff() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      show(ANY_PORT.withPort(other.getLocalPort()).withOn(true));
      untilItIs(State.Failed.class);
      act(node("listening", Button.class)::fire);
      assertThat(onFx(() -> beside("listen-stop", Button.class).getText())).isEqualTo("Switch off");
      act(beside("use-port", Button.class)::fire);
      untilItIs(State.On.class);
      assertThat(onFx(() -> beside("listen-stop", Button.class).getText())).isEqualTo("Stop");
    }
  }

  @Test
  void theWindowWorksOnWhateverIsSent() throws Exception {
    show(ANY_PORT.withOn(true));
    URI address = address();
    act(node("listening", Button.class)::fire);
    ListView<?> requests = beside("requests", ListView.class);
    long seed = System.nanoTime();
    var outcome = new MutatedVisits(address, 16, 200).make(seed, 400);
    assertThat(outcome.wrong()).as("seed %d", seed).isEmpty();
    assertThat(get(address, "/").statusCode()).isEqualTo(200);
    until(() -> ((Served) requests.getItems().getFirst()).target().equals("/"));
    TextField title = window.find("filter-title", TextField.class);
    act(() -> title.setText("Title3"));
    until(() -> window.find("anime-table", TableView.class).getItems().size() == 1);
  }
}
