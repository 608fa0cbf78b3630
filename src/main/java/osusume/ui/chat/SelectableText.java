package osusume.ui.chat;

import javafx.geometry.Point2D;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Text of several looks, of which a part can be chosen. */
final class SelectableText extends TextFlow {
  private final Path chosen = new Path();
  private int from;
  private int to;

  SelectableText() {
    chosen.setManaged(false);
    chosen.setMouseTransparent(true);
    chosen.getStyleClass().add("chosen-text");
    setMinWidth(0);
    setMinHeight(USE_PREF_SIZE);
  }

  /** What it says. */
  String text() {
    StringBuilder all = new StringBuilder();
    getChildren().forEach(part -> all.append(part instanceof Text text ? text.getText() : ""));
    return all.toString();
  }

  /** Between which characters a point in the coordinates of the scene lies. */
  int placeOf(double sceneX, double sceneY) {
    Point2D here = sceneToLocal(sceneX, sceneY);
    return Math.clamp(getHitInfo(here).getInsertionIndex(), 0, text().length());
  }

  /** Chooses what lies between two places, in any order; nothing where they are the same. */
  void choose(int one, int other) {
    if (one == other && from == to) {
      return;
    }
    from = Math.min(one, other);
    to = Math.max(one, other);
    getChildren().remove(chosen);
    if (from < to) {
      chosen.getElements().setAll(getRangeShape(from, to, false));
      getChildren().add(chosen);
    }
  }

  /** What is chosen; may be empty. */
  String chosenText() {
    String all = text();
    return all.substring(Math.min(from, all.length()), Math.min(to, all.length()));
  }
}
