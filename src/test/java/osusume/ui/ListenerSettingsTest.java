package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import atlantafx.base.controls.ToggleSwitch;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import osusume.app.ListenerSettings;
import osusume.app.SettingsFile;
import osusume.ui.state.Listening.State;

/** What the settings say of the listener, and what comes of changing it. */
class ListenerSettingsTest extends ListenerWindow {
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

  @Test
  void whoTakesTheFreePortGoesOnAtTheNewAddress(FxRobot robot) throws Exception {
    show(ANY_PORT);
    settingsPanel();
    try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      typePort(String.valueOf(other.getLocalPort()));
      act(() -> node("listen-on", ToggleSwitch.class).setSelected(true));
      untilItIs(State.Failed.class);
      until(() -> stage.getScene().lookup("#use-port") != null);
      // A key pressed before the window has the keyboard goes nowhere.
      act(stage::requestFocus);
      until(() -> onFx(stage::isFocused));
      act(() -> node("use-port", Button.class).requestFocus());
      until(() -> onFx(node("use-port", Button.class)::isFocused));
      robot.type(KeyCode.SPACE);
      URI address = address();
      assertThat(address.getPort()).isNotEqualTo(other.getLocalPort());
      until(() -> labelsOf("listening-status").contains(address.toString()));
      String copy = "Copy " + address;
      until(() -> copy.equals(onFx(() -> stage.getScene().getFocusOwner().getAccessibleText())));
      robot.type(KeyCode.SPACE);
      until(
          () -> address.toString().equals(onFx(() -> Clipboard.getSystemClipboard().getString())));
    }
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
    for (String wrong : List.of("many", "-1", "65536", "99999999999", "0", "")) {
      typePort(wrong);
      assertThat(onFx(() -> node("listen-port-trouble", Label.class).getText()))
          .isEqualTo("“%s” is no port: ports are whole numbers from 1 to 65535.".formatted(wrong));
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
    act(node("token-make", Button.class)::fire);
    until(() -> settings().token().isPresent());
    String third = onFx(shown::getText);
    String kept = settings().token().orElseThrow().sha256();
    window.close();
    closed = true;
    assertThat(Files.readString(window.places.settings()))
        .contains(kept)
        .doesNotContain(first, second, third);
  }

  @Test
  void othersAreLetInOnlyWithATokenAndAfterWhatThatMeansWasSaid(FxRobot robot) throws Exception {
    show(ANY_PORT);
    settingsPanel();
    Label means = node("listen-others-means", Label.class);
    Button let = node("listen-let-others", Button.class);
    assertThat(TestWindow.shown(means)).isFalse();
    act(node("listen-here", ToggleButton.class)::requestFocus);
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    until(() -> node("listen-others", ToggleButton.class).isSelected());
    assertThat(TestWindow.shown(means)).isTrue();
    assertThat(TestWindow.shown(let)).isTrue();
    assertThat(onFx(means::getText)).contains("network").contains("encrypted").contains("token");
    typePort("5124");
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
    assertThat(settings().forThisMachine()).as("nothing was pressed yet").isTrue();
    assertThat(settings().token()).isEmpty();
    assertThat(TestWindow.shown(let)).as("another change puts nothing away").isTrue();
    act(node("listen-here", ToggleButton.class)::fire);
    assertThat(TestWindow.shown(means)).isFalse();

    act(node("listen-others", ToggleButton.class)::fire);
    act(let::fire);
    until(() -> !settings().forThisMachine());
    assertThat(settings().host()).isEqualTo(ListenerSettings.EVERYWHERE);
    String token = onFx(() -> node("token-text", TextField.class).getText());
    assertThat(settings().token().orElseThrow().matches(token)).isTrue();
    assertThat(TestWindow.shown(node("token-remove", Button.class))).isFalse();
    assertThat(TestWindow.shown(means)).isTrue();
    assertThat(TestWindow.shown(let)).isFalse();
    act(node("listen-here", ToggleButton.class)::fire);
    assertThat(settings().host()).isEqualTo(ListenerSettings.THIS_MACHINE);
    assertThat(TestWindow.shown(means)).isFalse();
    assertThat(TestWindow.shown(node("token-remove", Button.class))).isTrue();
  }

  @Test
  void theWholeTokenIsSeen() throws Exception {
    show(ANY_PORT);
    act(() -> stage.setWidth(900));
    act(() -> stage.setHeight(600));
    settingsPanel();
    act(node("token-make", Button.class)::fire);
    until(() -> settings().token().isPresent());
    TextField field = node("token-text", TextField.class);
    until(() -> field.getWidth() > 0 && field.lookup(".text") != null);
    act(stage.getScene().getRoot()::layout);
    double text = onFx(() -> field.lookup(".text").getLayoutBounds().getWidth());
    double room =
        onFx(() -> field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight());
    String token = onFx(field::getText);
    assertThat(token).hasSize(43);
    assertThat(text).isPositive().isLessThanOrEqualTo(room);
  }
}
