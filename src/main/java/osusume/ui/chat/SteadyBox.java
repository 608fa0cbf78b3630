package osusume.ui.chat;

import javafx.scene.layout.VBox;

/**
 * A box that remembers how high it is until something in it changes: all of a conversation is
 * measured whenever its last answer grows, and to lay out its text anew each time would take longer
 * than a frame may.
 */
class SteadyBox extends VBox {
  private double height;
  private double heightFor = Double.NaN;

  SteadyBox(double spacing) {
    super(spacing);
    setMinWidth(0);
    setMinHeight(USE_PREF_SIZE);
  }

  @Override
  public void requestLayout() {
    heightFor = Double.NaN;
    super.requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    if (width < 0) {
      // Remembered by the parent's class, and must not push out what is remembered here.
      return super.computePrefHeight(width);
    }
    // What is never equal to itself stands for "not known".
    if (width != heightFor) {
      height = super.computePrefHeight(width);
      heightFor = width;
    }
    return height;
  }
}
