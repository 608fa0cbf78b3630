package osusume.ui.listen;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import osusume.http.RequestLog;
import osusume.http.RequestLog.Served;
import osusume.ui.state.Links;
import osusume.ui.state.Listening;
import osusume.ui.state.Listening.State;
import osusume.ui.state.Navigation;
import osusume.ui.state.Panel;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * What other programs asked last, while it is looked at. There may be thousands of requests a
 * second: the log is looked at now and then, and is never told to this thread request by request.
 */
public final class RequestsController {
  /** A person reads no faster. */
  private static final Duration PACE = Duration.millis(250);

  private final Listening listening;
  private final RequestLog log;
  private final Links links;
  private final Navigation navigation;
  private final Texts texts;
  private final Numbers numbers;
  private final Timeline looks = new Timeline(new KeyFrame(PACE, _ -> look()));
  private Runnable leave = () -> {};
  private long shown = -1;

  @FXML private ListeningStatus status;
  @FXML private Label count;
  @FXML private ToggleButton hold;
  @FXML private Region rowsBox;
  @FXML private ListView<Served> rows;
  @FXML private Label nobody;
  @FXML private Button stop;

  public RequestsController(
      Listening listening, Links links, Navigation navigation, Texts texts, Numbers numbers) {
    this.listening = listening;
    this.log = listening.log();
    this.links = links;
    this.navigation = navigation;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    status.connect(listening, links, texts);
    rows.setCellFactory(_ -> new RequestCell(texts, numbers));
    rowsBox.visibleProperty().bind(nobody.visibleProperty().not());
    hold.selectedProperty()
        .addListener(
            (_, _, held) -> {
              if (!held) {
                look();
              }
            });
    stop.disableProperty().bind(listening.stateProperty().map(State.Stopping.class::isInstance));
    stop.textProperty()
        .bind(
            listening
                .stateProperty()
                .map(
                    state ->
                        texts.get(
                            state instanceof State.Failed ? "listen.switchOff" : "listen.stop")));
    looks.setCycleCount(Animation.INDEFINITE);
  }

  /** Is run when the person goes on to something else. */
  void whenLeft(Runnable action) {
    leave = action;
  }

  /** Shows what is asked from now on, until {@link #rest}. */
  void follow() {
    hold.setSelected(false);
    look();
    looks.playFromStart();
    listening.lookAgain();
  }

  void rest() {
    looks.stop();
  }

  private void look() {
    long now = log.count();
    if (now == shown || hold.isSelected()) {
      return;
    }
    shown = now;
    // That nobody asked yet stands where the requests will.
    count.setText(now == 0 ? "" : texts.format("listen.count", now, numbers.count(now)));
    rows.getItems().setAll(log.recent());
    nobody.setVisible(now == 0);
  }

  @FXML
  private void stop() {
    listening.change(now -> now.withOn(false));
  }

  @FXML
  private void showSettings() {
    leave.run();
    navigation.panelProperty().set(Panel.SETTINGS);
  }
}
