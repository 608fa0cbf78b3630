package osusume.ui;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import osusume.app.Version;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

/**
 * A first use of the window by itself, from tab to tab until it closes: what it loads, the cache of
 * classes of a package knows. Asked for when a package is built, by a system property.
 */
final class Rehearsal {
  private static final Duration LOOK = Duration.millis(1500);

  private final Queue<Runnable> steps = new ArrayDeque<>();

  private Rehearsal(List<Runnable> steps) {
    this.steps.addAll(steps);
  }

  /** Walks through a window that was just filled, and closes it; on the JavaFX thread. */
  static void of(Assembly assembly, Window window) {
    var steps = new java.util.ArrayList<Runnable>();
    steps.add(() -> assembly.navigation().panelProperty().set(null));
    for (TabPage page : TabPage.values()) {
      steps.add(() -> assembly.navigation().tabProperty().set(page));
    }
    steps.add(() -> assembly.navigation().tabProperty().set(TabPage.CHAT));
    steps.add(() -> assembly.chatting().ask("something short and funny"));
    steps.add(() -> assembly.navigation().panelProperty().set(Panel.SETTINGS));
    steps.add(() -> assembly.look().toggle());
    steps.add(() -> assembly.look().toggle());
    steps.add(() -> assembly.navigation().panelProperty().set(Panel.KEYS));
    steps.add(() -> assembly.navigation().panelProperty().set(null));
    steps.add(() -> assembly.navigation().tabProperty().set(TabPage.RECOMMENDATIONS));
    steps.add(
        () -> {
          System.out.println("Osusume " + Version.CURRENT + " was rehearsed.");
          window.close();
        });
    new Rehearsal(steps).next();
  }

  private void next() {
    Runnable step = steps.poll();
    if (step == null) {
      return;
    }
    PauseTransition pause = new PauseTransition(LOOK);
    pause.setOnFinished(
        _ -> {
          step.run();
          next();
        });
    pause.play();
  }
}
