package osusume.ui.control;

import javafx.scene.layout.Region;

/** A bar as long as a share, with a mark where something it is compared with lies. */
public final class ComparisonBar extends Region {
  private static final double HEIGHT = 8;
  private static final double MARK = 2;

  private final Region filled = new Region();
  private final Region mark = new Region();
  private double share;
  private double reference;

  public ComparisonBar() {
    getStyleClass().add("comparison-bar");
    filled.getStyleClass().add("comparison-bar-filled");
    mark.getStyleClass().add("comparison-bar-mark");
    getChildren().setAll(filled, mark);
    setMinHeight(HEIGHT + 4);
    setPrefHeight(HEIGHT + 4);
    setMinWidth(40);
  }

  /**
   * Shows a share.
   *
   * @param part 0 to 1, as a part of the bar's width
   * @param comparison where the mark stands, 0 to 1; NaN: no mark
   */
  public void show(double part, double comparison) {
    share = part;
    reference = comparison;
    mark.setVisible(!Double.isNaN(comparison));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double top = Math.round((getHeight() - HEIGHT) / 2);
    double seen = share > 0 ? Math.max(1, Math.round(share * width)) : 0;
    filled.resizeRelocate(0, top, seen, HEIGHT);
    if (mark.isVisible()) {
      double x = Math.min(width - MARK, Math.round(reference * width));
      mark.resizeRelocate(x, top - 2, MARK, HEIGHT + 4);
    }
  }
}
