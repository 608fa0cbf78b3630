package osusume.ui.settings;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/**
 * Wants to be as high as what it holds is at its width, asked before it is laid out; lower, it
 * scrolls.
 */
public final class GroupsScroll extends ScrollPane {
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double inner = width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
    return snappedTopInset() + getContent().prefHeight(inner) + snappedBottomInset();
  }
}
