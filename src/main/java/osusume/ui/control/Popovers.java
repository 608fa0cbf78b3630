package osusume.ui.control;

import atlantafx.base.controls.Popover;
import javafx.scene.Node;

/** Small windows that stand beside what they ask about; Esc or a click elsewhere closes them. */
public final class Popovers {
  private Popovers() {}

  /** Stands below what it asks about. */
  static Popover of(Node content) {
    return of(content, Popover.ArrowLocation.TOP_CENTER);
  }

  /** Stands above what it speaks of, to its left. */
  public static Popover above(Node content) {
    return of(content, Popover.ArrowLocation.BOTTOM_RIGHT);
  }

  private static Popover of(Node content, Popover.ArrowLocation arrow) {
    Popover popover = new Popover(content);
    popover.setArrowLocation(arrow);
    popover.setDetachable(false);
    // A fade that takes no time never ends, and would leave it out of sight.
    popover.setAnimated(false);
    return popover;
  }
}
