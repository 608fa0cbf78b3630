package osusume.ui.control;

import javafx.scene.layout.Region;

/** A bar as long as a share, with a mark where something it is compared with lies. */
public final class ComparisonBar extends Region {
  private static final double HEIGHT = 8;
  private static final double MARK = 2;

  private final Region filled = new Region();
  private final Region mark = new Region();
  private final double share;
  private final double reference;

  /**
   * @param share 0 to 1, as a part of the bar's width
   * @param reference where the mark stands, 0 to 1; NaN: no mark
   */
  public ComparisonBar(double share, double reference) {
    this.share = share;
    this.reference = reference;
    getStyleClass().add("comparison-bar");
    filled.getStyleClass().add("comparison-bar-filled");
    mark.getStyleClass().add("comparison-bar-mark");
    mark.setVisible(!Double.isNaN(reference));
    getChildren().setAll(filled, mark);
    setMinHeight(HEIGHT + 4);
    setPrefHeight(HEIGHT + 4);
    setMinWidth(40);
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
