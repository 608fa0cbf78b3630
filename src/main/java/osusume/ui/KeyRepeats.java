package osusume.ui;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import osusume.ui.control.TitleKeys;

/**
 * Keeps from a window what the system makes of a key that is held: presses it many times over. Each
 * press of the hand counts once. What is typed into a text is let through.
 */
final class KeyRepeats {
  private final KeyCode code;
  private boolean held;

  KeyRepeats(KeyCode code) {
    this.code = code;
  }

  void keepFrom(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
    // Let go over another window, the key is not heard to be let go.
    scene.windowProperty().flatMap(Window::focusedProperty).addListener((_, _, _) -> held = false);
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == code) {
      if (held && !TitleKeys.types(key.getTarget())) {
        key.consume();
      }
      held = true;
    }
  }

  private void released(KeyEvent key) {
    if (key.getCode() == code) {
      held = false;
    }
  }
}
