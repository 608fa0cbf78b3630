package osusume.ui.control;

import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import osusume.ui.text.NumberText;

/** A field for a number that may be left empty; what is no number is marked and counts as empty. */
public final class NumberField extends TextField {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final ReadOnlyDoubleWrapper value = new ReadOnlyDoubleWrapper(Double.NaN);
  private final Tooltip trouble = new Tooltip();
  private String notANumber = "";

  public NumberField() {
    textProperty().addListener((_, _, text) -> read(text));
  }

  /** The sentence that tells that a text is no number. */
  public void setNotANumber(String sentence) {
    notANumber = sentence;
  }

  private void read(String text) {
    OptionalDouble number = NumberText.read(text);
    boolean wrong = number.isEmpty() && !text.isBlank();
    pseudoClassStateChanged(WRONG, wrong);
    trouble.setText(notANumber);
    setTooltip(wrong ? trouble : null);
    value.set(number.orElse(Double.NaN));
  }

  /** The number; NaN where there is none. */
  public ReadOnlyDoubleProperty valueProperty() {
    return value.getReadOnlyProperty();
  }

  public double value() {
    return value.get();
  }
}
