package osusume.ui.control;

import atlantafx.base.controls.Popover;
import javafx.scene.Node;
import javafx.util.Duration;

/** Small windows that stand beside what they ask about; Esc or a click elsewhere closes them. */
final class Popovers {
  private Popovers() {}

  static Popover of(Node content) {
    Popover popover = new Popover(content);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
    popover.setDetachable(false);
    popover.setFadeInDuration(Duration.ZERO);
    popover.setFadeOutDuration(Duration.ZERO);
    return popover;
  }
}
