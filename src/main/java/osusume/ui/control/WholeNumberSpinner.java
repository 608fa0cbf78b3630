package osusume.ui.control;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;

/**
 * A spinner for a whole number. What is typed counts as soon as it is a number within the bounds;
 * anything else is put right when the field is left, and never an error.
 */
public final class WholeNumberSpinner extends Spinner<Integer> {
  private boolean reading;

  public WholeNumberSpinner() {
    setEditable(true);
    getEditor().textProperty().addListener((_, _, text) -> read(text));
    getEditor()
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused && getValue() != null) {
                getEditor().setText(getValue().toString());
              }
            });
  }

  /** Sets the bounds, both included, and the number to begin with; to be called once. */
  public void setRange(int least, int most, int first) {
    IntegerSpinnerValueFactory numbers = new IntegerSpinnerValueFactory(least, most, first);
    numbers.setConverter(new Forgiving());
    setValueFactory(numbers);
  }

  private void read(String text) {
    if (!reading && getValueFactory() instanceof IntegerSpinnerValueFactory numbers) {
      Integer typed = number(text);
      if (typed != null && typed >= numbers.getMin() && typed <= numbers.getMax()) {
        reading = true;
        numbers.setValue(typed);
        reading = false;
      }
    }
  }

  private static Integer number(String text) {
    return text.strip().matches("\\d{1,9}") ? Integer.valueOf(text.strip()) : null;
  }

  /** Where the text is no number, the number stays what it was. */
  private final class Forgiving extends StringConverter<Integer> {
    @Override
    public String toString(Integer number) {
      return number == null ? "" : number.toString();
    }

    @Override
    public Integer fromString(String text) {
      Integer typed = number(text);
      return typed == null ? getValue() : typed;
    }
  }
}
