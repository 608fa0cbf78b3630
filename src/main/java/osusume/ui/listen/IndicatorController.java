package osusume.ui.listen;

import atlantafx.base.controls.Popover;
import java.net.URI;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.http.Reachable;
import osusume.ui.control.Popovers;
import osusume.ui.state.Listening;
import osusume.ui.state.Listening.State;
import osusume.ui.text.Texts;
import osusume.ui.view.FxmlFile;
import osusume.ui.view.Views;

/**
 * The sign in the status bar that other programs can ask, and where; pressed, it shows what they
 * asked last. It is there only while there is something to say.
 */
public final class IndicatorController {
  private final Listening listening;
  private final Views views;
  private final Texts texts;
  private Popover popover;

  @FXML private Button indicator;

  public IndicatorController(Listening listening, Views views, Texts texts) {
    this.listening = listening;
    this.views = views;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    indicator.setTooltip(new Tooltip());
    listening.stateProperty().subscribe(this::show);
  }

  private void show(State state) {
    boolean off = state instanceof State.Off;
    indicator.setVisible(!off);
    indicator.setManaged(!off);
    if (off) {
      if (popover != null) {
        popover.hide();
      }
      return;
    }
    boolean others = !listening.settings().forThisMachine();
    switch (state) {
      case State.On(Reachable at) -> {
        URI address = at.elsewhere().isEmpty() ? at.here() : at.elsewhere().getFirst();
        Node sign = others ? new FontIcon(Feather.GLOBE) : dot("listening-on");
        show(
            sign,
            address.getAuthority(),
            texts.format(others ? "listen.on.others" : "listen.on.here", address));
      }
      case State.Failed(String sentence, _) -> show(failed(), texts.get("listen.failed"), sentence);
      case State.Stopping() ->
          show(
              dot("listening-soon"),
              texts.get("listen.stopping"),
              texts.get("listen.stopping.hint"));
      default ->
          show(dot("listening-soon"), texts.get("listen.starting"), texts.get("listen.starting"));
    }
  }

  private void show(Node sign, String text, String spoken) {
    indicator.setGraphic(sign);
    indicator.setText(text);
    indicator.setAccessibleText(spoken);
    indicator.getTooltip().setText(spoken);
  }

  private static Node failed() {
    FontIcon sign = new FontIcon(Feather.ALERT_TRIANGLE);
    sign.getStyleClass().add("listening-failed");
    return sign;
  }

  private static Node dot(String style) {
    Region dot = new Region();
    dot.getStyleClass().addAll("listening-dot", style);
    return dot;
  }

  @FXML
  private void toggle() {
    if (popover == null) {
      Views.View view = views.load(FxmlFile.REQUESTS);
      RequestsController requests = (RequestsController) view.controller();
      popover = Popovers.above(view.root());
      popover.setOnShowing(_ -> requests.follow());
      popover.setOnHidden(_ -> requests.rest());
      requests.whenLeft(popover::hide);
    }
    if (popover.isShowing()) {
      popover.hide();
    } else {
      // Amid the press it would leave the button pressed, and deaf to keys.
      Platform.runLater(() -> popover.show(indicator));
    }
  }
}
