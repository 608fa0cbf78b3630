package osusume.ui.control;

import javafx.animation.PauseTransition;
import javafx.beans.DefaultProperty;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/**
 * A view with its states: its content; or, in its place, what there is to do when there is none;
 * and while it works, a thin bar above the content, which stays. The bar comes after 150 ms, so
 * that quick work does not flicker.
 */
@DefaultProperty("content")
public final class StatePane extends StackPane {
  private final ObjectProperty<Node> content = new SimpleObjectProperty<>();
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final ProgressBar bar = new ProgressBar();
  private final PauseTransition wait = new PauseTransition(Duration.millis(150));
  private final Label what = new Label();
  private final Label why = new Label();
  private final Button button = new Button();
  private final VBox instead = new VBox(8, what, why, button);

  public StatePane() {
    bar.getStyleClass().add("thin-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setVisible(false);
    bar.setMouseTransparent(true);
    setAlignment(bar, Pos.TOP_CENTER);
    what.getStyleClass().add("title-text");
    what.setId("state-what");
    why.setId("state-why");
    button.setId("state-button");
    for (Label label : new Label[] {what, why}) {
      label.setWrapText(true);
      label.setTextAlignment(TextAlignment.CENTER);
    }
    VBox.setMargin(button, new javafx.geometry.Insets(8, 0, 0, 0));
    instead.setAlignment(Pos.CENTER);
    instead.setMaxWidth(420);
    instead.setVisible(false);
    getChildren().setAll(instead, bar);
    content.addListener(
        (_, old, fresh) -> {
          getChildren().remove(old);
          getChildren().addFirst(fresh);
        });
    wait.setOnFinished(_ -> bar.setVisible(busy.get()));
    busy.addListener((_, _, now) -> showBusy(now));
  }

  public ObjectProperty<Node> contentProperty() {
    return content;
  }

  public Node getContent() {
    return content.get();
  }

  public void setContent(Node node) {
    content.set(node);
  }

  /** Whether the view is working on what it will show next. */
  public BooleanProperty busyProperty() {
    return busy;
  }

  private void showBusy(boolean now) {
    if (now) {
      wait.playFromStart();
    } else {
      wait.stop();
      bar.setVisible(false);
    }
  }

  /** Shows the content. */
  public void showContent() {
    instead.setVisible(false);
    content.get().setVisible(true);
  }

  /**
   * Shows a sentence in place of the content.
   *
   * @param hint why it is so, or what to do; may be empty
   */
  public void showInstead(String sentence, String hint) {
    showInstead(sentence, hint, "", () -> {});
  }

  /**
   * Shows a sentence in place of the content, and the one thing to do about it.
   *
   * @param verb what the button says; empty: no button
   */
  public void showInstead(String sentence, String hint, String verb, Runnable action) {
    what.setText(sentence);
    why.setText(hint);
    why.setManaged(!hint.isEmpty());
    button.setText(verb);
    button.setVisible(!verb.isEmpty());
    button.setManaged(!verb.isEmpty());
    button.setOnAction(_ -> action.run());
    instead.setVisible(true);
    content.get().setVisible(false);
  }
}
