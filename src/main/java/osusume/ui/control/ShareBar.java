package osusume.ui.control;

import javafx.scene.layout.Region;

/** A short bar that is filled as far as a share goes. */
public final class ShareBar extends Region {
  private final Region filled = new Region();
  private double share;

  /**
   * @param width of the whole, in pixels
   */
  public ShareBar(double width) {
    getStyleClass().add("share-bar");
    filled.getStyleClass().add("share-bar-filled");
    getChildren().add(filled);
    setMinSize(width, 4);
    setPrefSize(width, 4);
    setMaxSize(width, 4);
  }

  /**
   * @param part 0 to 1
   */
  public void show(double part) {
    share = Double.isNaN(part) ? 0 : Math.clamp(part, 0, 1);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    filled.resizeRelocate(0, 0, Math.round(share * getWidth()), getHeight());
  }
}
