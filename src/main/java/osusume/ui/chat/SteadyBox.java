package osusume.ui.chat;

import java.util.Arrays;
import javafx.scene.layout.VBox;

/**
 * A box that remembers how high it is until something in it changes: all of a conversation is
 * measured whenever its last answer grows, and to lay out its text anew each time would take longer
 * than a frame may.
 */
class SteadyBox extends VBox {
  /** A scroll pane asks for the height with its bar and without, several times a frame. */
  private static final int WIDTHS = 4;

  /** What is never equal to itself stands for "not known". */
  private final double[] widths = new double[WIDTHS];

  private final double[] heights = new double[WIDTHS];
  private int next;

  SteadyBox(double spacing) {
    super(spacing);
    setMinWidth(0);
    setMinHeight(USE_PREF_SIZE);
    Arrays.fill(widths, Double.NaN);
  }

  @Override
  public void requestLayout() {
    // The class above asks for it before there is anything to forget.
    if (widths != null) {
      Arrays.fill(widths, Double.NaN);
    }
    super.requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    if (width < 0) {
      // Remembered by the parent's class, and must not push out what is remembered here.
      return super.computePrefHeight(width);
    }
    for (int i = 0; i < WIDTHS; i++) {
      if (widths[i] == width) {
        return heights[i];
      }
    }
    double height = super.computePrefHeight(width);
    widths[next] = width;
    heights[next] = height;
    next = (next + 1) % WIDTHS;
    return height;
  }
}
