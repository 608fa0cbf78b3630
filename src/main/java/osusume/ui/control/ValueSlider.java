package osusume.ui.control;

import java.util.function.DoubleFunction;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A slider that says above it what it is about and where it stands. It moves in steps of a tenth; a
 * double click, or Delete, puts it back.
 */
public final class ValueSlider extends VBox {
  private static final double STEPS = 10;

  private final ReadOnlyDoubleWrapper value = new ReadOnlyDoubleWrapper();
  private final Slider slider = new Slider();
  private final Label left = new Label();
  private final Label shown = new Label();
  private final Label right = new Label();
  private double standard;

  public ValueSlider() {
    left.getStyleClass().add("slider-end");
    right.getStyleClass().add("slider-end");
    shown.getStyleClass().add("slider-value");
    left.setMinWidth(0);
    shown.setMinWidth(Region.USE_PREF_SIZE);
    getStyleClass().add("value-slider");
    slider.setBlockIncrement(1 / STEPS);
    slider.valueProperty().addListener((_, _, now) -> value.set(round(now.doubleValue())));
    slider.setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2) {
            reset();
          }
        });
    slider.setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE) {
            reset();
            key.consume();
          }
        });
  }

  private static double round(double exact) {
    return Math.round(exact * STEPS) / STEPS;
  }

  /**
   * Sets the bounds and where it stands when it is put back, which it is; to be called once.
   *
   * @param inWords a value as the person reads it
   */
  public void setUp(double least, double most, double back, DoubleFunction<String> inWords) {
    standard = back;
    slider.setMin(least);
    slider.setMax(most);
    value.addListener((_, _, now) -> shown.setText(inWords.apply(now.doubleValue())));
    slider.setValue(back);
    shown.setText(inWords.apply(back));
  }

  /** Says what the slider is about, the value at the end of the line. */
  public void setName(String name, String hint) {
    say(name, hint);
    getChildren().setAll(new HBox(8, left, gap(), shown), slider);
  }

  /** Says what its two ends are, the value between them. */
  public void setEnds(String name, String least, String most, String hint) {
    say(least, hint);
    right.setText(most);
    slider.setAccessibleText(name);
    getChildren().setAll(new HBox(8, left, gap(), shown, gap(), right), slider);
  }

  private void say(String first, String hint) {
    left.setText(first);
    slider.setAccessibleText(first);
    slider.setTooltip(new Tooltip(hint));
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  /** Where it stands, to a tenth. */
  public ReadOnlyDoubleProperty valueProperty() {
    return value.getReadOnlyProperty();
  }

  public double value() {
    return value.get();
  }

  public void setValue(double wanted) {
    slider.setValue(wanted);
  }

  /** Puts it back to where it began. */
  public void reset() {
    slider.setValue(standard);
  }
}
