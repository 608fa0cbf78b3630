package osusume.ui.chat;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Chooses text with the mouse across several rows, and copies it by Ctrl+C. */
final class TextSelection {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private List<SelectableText> rows = List.of();
  private int beganRow = -1;
  private int beganAt;

  TextSelection(Node around) {
    around.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(around, event));
    around.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    around.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (COPY.match(key) && !text().isEmpty()) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text()));
            key.consume();
          }
        });
    around
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                clear();
              }
            });
  }

  /** Works on other rows from now on. */
  void over(List<SelectableText> texts) {
    rows = texts;
  }

  void clear() {
    rows.forEach(row -> row.choose(0, 0));
    beganRow = -1;
  }

  /** What is chosen, a line each row. */
  String text() {
    return rows.stream()
        .map(SelectableText::chosenText)
        .filter(text -> !text.isEmpty())
        .collect(joining("\n"));
  }

  private void pressed(Node around, MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || rows.isEmpty()) {
      return;
    }
    clear();
    around.requestFocus();
    beganRow = rowAt(event.getSceneY());
    beganAt = rows.get(beganRow).placeOf(event.getSceneX(), event.getSceneY());
  }

  private void dragged(MouseEvent event) {
    if (beganRow < 0 || beganRow >= rows.size()) {
      return;
    }
    int row = rowAt(event.getSceneY());
    int at = rows.get(row).placeOf(event.getSceneX(), event.getSceneY());
    int first = Math.min(row, beganRow);
    int last = Math.max(row, beganRow);
    for (int i = 0; i < rows.size(); i++) {
      SelectableText text = rows.get(i);
      if (i < first || i > last) {
        text.choose(0, 0);
      } else if (first == last) {
        text.choose(beganAt, at);
      } else if (i == first) {
        text.choose(row < beganRow ? at : beganAt, text.text().length());
      } else if (i == last) {
        text.choose(0, row < beganRow ? beganAt : at);
      } else {
        text.choose(0, text.text().length());
      }
    }
  }

  /** The row at a height, or the last one above it. */
  private int rowAt(double sceneY) {
    int found = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).localToScene(0, 0).getY() <= sceneY) {
        found = i;
      }
    }
    return found;
  }
}
