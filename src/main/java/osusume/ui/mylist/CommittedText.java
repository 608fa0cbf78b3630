package osusume.ui.mylist;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A text that counts once its field is left, or Enter is pressed in a field of one line; Esc puts
 * back what was there. What is refused stays in the field, marked, to be put right.
 */
final class CommittedText {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final TextInputControl field;
  private final Consumer<String> take;
  private final Consumer<String> trouble;
  private String kept = "";

  /**
   * @param take is handed what the person wrote; refuses it with an {@link
   *     IllegalArgumentException} worded for them
   * @param trouble is handed why something was refused; empty once nothing is
   */
  CommittedText(TextInputControl field, Consumer<String> take, Consumer<String> trouble) {
    this.field = field;
    this.take = take;
    this.trouble = trouble;
    if (field instanceof TextField line) {
      line.setOnAction(_ -> commit());
    }
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                commit();
              }
            });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && !field.getText().equals(kept)) {
      putBack();
      key.consume();
    }
  }

  /** Shows a text, unless the person is just writing another. */
  void show(String text) {
    boolean writing = field.isFocused() && !field.getText().equals(kept);
    if (!writing || field.getText().equals(text)) {
      kept = text;
      putBack();
    }
  }

  private void putBack() {
    if (!field.getText().equals(kept)) {
      field.setText(kept);
    }
    say("");
  }

  /** Hands over what was written and not handed over yet. */
  void commit() {
    if (!field.getText().equals(kept)) {
      try {
        take.accept(field.getText());
        kept = field.getText();
        say("");
      } catch (IllegalArgumentException e) {
        say(e.getMessage());
      }
    }
  }

  /** Lets go of what was written and could not be taken. */
  void forget() {
    putBack();
  }

  private void say(String sentence) {
    field.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
    trouble.accept(sentence);
  }
}
