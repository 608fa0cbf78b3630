package osusume.ui.chat;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import osusume.ui.text.Texts;

/**
 * Says that an answer is on its way, once it has been for 150 ms, so that quick answers do not
 * flicker. The dots stand still for a person who wants less motion.
 */
final class TypingDots extends HBox {
  private static final Duration WAIT = Duration.millis(150);
  private static final Duration PACE = Duration.millis(300);
  private static final int DOTS = 3;

  private final PauseTransition wait = new PauseTransition(WAIT);
  private final Timeline walk = new Timeline(new KeyFrame(PACE, _ -> step()));
  private int bright;

  TypingDots(Texts texts) {
    super(4);
    getStyleClass().add("typing-dots");
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(texts.get("chat.typing"));
    for (int i = 0; i < DOTS; i++) {
      Region dot = new Region();
      dot.getStyleClass().add("typing-dot");
      getChildren().add(dot);
    }
    walk.setCycleCount(Animation.INDEFINITE);
    wait.setOnFinished(_ -> appear());
    managedProperty().bind(visibleProperty());
    setVisible(false);
    // What is out of the window must not go on for ever.
    sceneProperty()
        .addListener(
            (_, _, scene) -> {
              if (scene == null) {
                setRunning(false);
              }
            });
  }

  void setRunning(boolean running) {
    if (running && !isVisible() && wait.getStatus() != Animation.Status.RUNNING) {
      wait.playFromStart();
    } else if (!running) {
      wait.stop();
      walk.stop();
      setVisible(false);
    }
  }

  private void appear() {
    setVisible(true);
    if (!Platform.getPreferences().isReducedMotion()) {
      walk.playFromStart();
    }
  }

  private void step() {
    bright = (bright + 1) % DOTS;
    for (int i = 0; i < DOTS; i++) {
      getChildren().get(i).setOpacity(i == bright ? 1 : 0.4);
    }
  }
}
