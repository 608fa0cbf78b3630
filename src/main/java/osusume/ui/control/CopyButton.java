package osusume.ui.control;

import java.util.Map;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.ui.text.Texts;

/** Copies a text to the clipboard, and says for a moment that it did. */
public final class CopyButton extends Button {
  private static final Duration MOMENT = Duration.seconds(2);

  private final FontIcon icon = new FontIcon(Feather.COPY);
  private final PauseTransition moment = new PauseTransition(MOMENT);

  public CopyButton() {
    setGraphic(icon);
    getStyleClass().addAll("flat", "button-icon");
    setTooltip(new Tooltip());
    getTooltip().textProperty().bind(accessibleTextProperty());
    setMinWidth(USE_PREF_SIZE);
  }

  /**
   * @param name what it copies, as an order: "Copy the address"
   * @param copied is asked when the button is pressed
   */
  public void connect(Texts texts, String name, Supplier<String> copied) {
    setAccessibleText(name);
    moment.setOnFinished(
        _ -> {
          icon.setIconCode(Feather.COPY);
          setAccessibleText(name);
        });
    setOnAction(
        _ -> {
          Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, copied.get()));
          icon.setIconCode(Feather.CHECK);
          setAccessibleText(texts.get("copy.done"));
          notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
          moment.playFromStart();
        });
  }
}
