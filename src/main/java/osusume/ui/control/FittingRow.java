package osusume.ui.control;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * A row that shows as many of its children as fit beside each other, the first before the second;
 * some of them in any case, shrunk where they must be.
 */
public final class FittingRow extends Pane {
  private final double gap;
  private final int always;
  private final ReadOnlyBooleanWrapper allFit = new ReadOnlyBooleanWrapper(true);

  /**
   * @param always how many children are shown in any case
   */
  public FittingRow(double gap, int always) {
    this.gap = gap;
    this.always = always;
    setMinWidth(0);
  }

  /** Whether every child is shown, and none shrunk. */
  public ReadOnlyBooleanProperty allFitProperty() {
    return allFit.getReadOnlyProperty();
  }

  @Override
  public Orientation getContentBias() {
    return null;
  }

  @Override
  protected double computePrefHeight(double width) {
    double highest = 0;
    for (Node child : getManagedChildren()) {
      highest = Math.max(highest, child.prefHeight(-1));
    }
    return snappedTopInset() + Math.ceil(highest) + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double x = snappedLeftInset();
    double right = getWidth() - snappedRightInset();
    List<Node> children = getManagedChildren();
    boolean whole = true;
    for (int i = 0; i < children.size(); i++) {
      Node child = children.get(i);
      double wanted = Math.ceil(child.prefWidth(-1));
      boolean shown = i < always || x + wanted <= right;
      child.setVisible(shown);
      whole &= x + wanted <= right;
      if (shown) {
        double width = Math.max(0, Math.min(wanted, right - x));
        child.resizeRelocate(x, snappedTopInset(), width, Math.ceil(child.prefHeight(-1)));
        x += width + gap;
      } else {
        // What comes after must not jump the queue.
        right = x;
      }
    }
    allFit.set(whole);
  }
}
