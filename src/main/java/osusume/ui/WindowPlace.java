package osusume.ui;

import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import osusume.app.Settings.WindowBounds;
import osusume.ui.state.SettingsModel;

/** Remembers where the window stood and how large it was. */
final class WindowPlace {
  private static final double USUAL_WIDTH = 1280;
  private static final double USUAL_HEIGHT = 800;

  private final Stage stage;
  private final SettingsModel settings;

  WindowPlace(Stage stage, SettingsModel settings) {
    this.stage = stage;
    this.settings = settings;
  }

  /** Puts the window where it was, if there still is a screen there, and remembers its moves. */
  void restore() {
    WindowBounds last = settings.get().window();
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    boolean known = last.width() > 0 && last.height() > 0;
    if (known && isOnAScreen(last)) {
      stage.setX(last.x());
      stage.setY(last.y());
    }
    stage.setWidth(Math.min(known ? last.width() : USUAL_WIDTH, screen.getWidth()));
    stage.setHeight(Math.min(known ? last.height() : USUAL_HEIGHT, screen.getHeight()));
    stage.setMaximized(last.maximized());
    InvalidationListener moved = _ -> remember();
    stage.xProperty().addListener(moved);
    stage.yProperty().addListener(moved);
    stage.widthProperty().addListener(moved);
    stage.heightProperty().addListener(moved);
    stage.maximizedProperty().addListener(moved);
  }

  private static boolean isOnAScreen(WindowBounds last) {
    // A strip of the title bar must be in reach of the mouse.
    return !Screen.getScreensForRectangle(last.x() + 40, last.y() + 8, 40, 8).isEmpty();
  }

  private void remember() {
    if (!stage.isShowing()) {
      return;
    }
    settings.change(
        old ->
            stage.isMaximized()
                ? old.withWindow(old.window().filling())
                : old.withWindow(
                    new WindowBounds(
                        stage.getWidth(), stage.getHeight(), stage.getX(), stage.getY(), false)));
  }
}
