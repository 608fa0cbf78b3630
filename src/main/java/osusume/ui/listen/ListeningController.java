package osusume.ui.listen;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import osusume.app.ListenerSettings;
import osusume.ui.control.CommittedText;
import osusume.ui.state.Links;
import osusume.ui.state.Listening;
import osusume.ui.text.Texts;

/** The settings of what other programs can ask: whether, at which port, and who. */
public final class ListeningController {
  private final Listening listening;
  private final Links links;
  private final Texts texts;

  @FXML private Parent root;
  @FXML private ToggleSwitch on;
  @FXML private TextField port;
  @FXML private Label portTrouble;
  @FXML private ToggleGroup who;
  @FXML private ToggleButton here;
  @FXML private ToggleButton others;
  @FXML private Node othersMean;
  @FXML private Button letOthers;
  @FXML private TokenController tokenController;
  @FXML private ListeningStatus status;

  private CommittedText portText;
  private boolean showing;

  /** Others were chosen, and what that means is said; they are not let in yet. */
  private boolean asking;

  public ListeningController(Listening listening, Links links, Texts texts) {
    this.listening = listening;
    this.links = links;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    portText = new CommittedText(port, this::usePort, this::showTrouble);
    showTrouble("");
    status.connect(listening, links, texts);
    on.selectedProperty()
        .addListener((_, _, wanted) -> listening.change(now -> now.withOn(wanted)));
    who.selectedToggleProperty().addListener((_, old, now) -> chosen(old, now));
    listening
        .settingsValue()
        .when(root.sceneProperty().map(Objects::nonNull))
        .subscribe(this::show);
    listening.lookAgain();
  }

  private void show(ListenerSettings settings) {
    showing = true;
    on.setSelected(settings.on());
    portText.show(String.valueOf(settings.port()));
    asking &= settings.forThisMachine();
    who.selectToggle(settings.forThisMachine() && !asking ? here : others);
    showOthers();
    showing = false;
  }

  /** What it means is said before it holds, and as long as it does. */
  private void showOthers() {
    boolean meant = others.isSelected();
    othersMean.setVisible(meant);
    othersMean.setManaged(meant);
    if (!asking && letOthers.isFocused()) {
      others.requestFocus();
    }
    letOthers.setVisible(asking);
    letOthers.setManaged(asking);
  }

  private void usePort(String text) {
    int wanted;
    try {
      wanted = Integer.parseInt(text.strip());
      if (wanted == 0) {
        // It takes any that is free, which nobody could be told beforehand.
        throw new IllegalArgumentException("Port 0");
      }
      ListenerSettings.requirePort(wanted);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(texts.format("listen.port.wrong", text.strip()), e);
    }
    listening.usePort(wanted);
  }

  private void showTrouble(String sentence) {
    portTrouble.setText(sentence);
    portTrouble.setVisible(!sentence.isEmpty());
    portTrouble.setManaged(!sentence.isEmpty());
  }

  private void chosen(Toggle old, Toggle now) {
    if (now == null) {
      // One of the two always holds; pressing it again changes nothing.
      who.selectToggle(old);
    } else if (!showing && old != null) {
      tokenController.forget();
      asking = now == others && listening.settings().forThisMachine();
      showOthers();
      if (now == here) {
        listening.change(settings -> settings.withHost(ListenerSettings.THIS_MACHINE));
      }
    }
  }

  @FXML
  private void letOthers() {
    if (listening.settings().token().isPresent()) {
      listening.change(now -> now.withHost(ListenerSettings.EVERYWHERE));
    } else {
      // Others are never let in without one.
      tokenController.make(now -> now.withHost(ListenerSettings.EVERYWHERE));
    }
  }
}
