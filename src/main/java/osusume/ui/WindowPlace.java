package osusume.ui;

import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import osusume.app.Settings;
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
    Settings last = settings.get();
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    boolean known = last.windowWidth() > 0 && last.windowHeight() > 0;
    if (known && isOnAScreen(last)) {
      stage.setX(last.windowX());
      stage.setY(last.windowY());
    }
    stage.setWidth(Math.min(known ? last.windowWidth() : USUAL_WIDTH, screen.getWidth()));
    stage.setHeight(Math.min(known ? last.windowHeight() : USUAL_HEIGHT, screen.getHeight()));
    stage.setMaximized(last.maximized());
    InvalidationListener moved = _ -> remember();
    stage.xProperty().addListener(moved);
    stage.yProperty().addListener(moved);
    stage.widthProperty().addListener(moved);
    stage.heightProperty().addListener(moved);
    stage.maximizedProperty().addListener(moved);
  }

  private static boolean isOnAScreen(Settings last) {
    // A strip of the title bar must be in reach of the mouse.
    return !Screen.getScreensForRectangle(last.windowX() + 40, last.windowY() + 8, 40, 8).isEmpty();
  }

  private void remember() {
    if (!stage.isShowing()) {
      return;
    }
    settings.change(
        old ->
            stage.isMaximized()
                ? old.withWindow(
                    old.windowX(), old.windowY(), old.windowWidth(), old.windowHeight(), true)
                : old.withWindow(
                    stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
  }
}
