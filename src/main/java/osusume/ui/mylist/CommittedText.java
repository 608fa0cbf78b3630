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
  private boolean refused;

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
      forget();
      key.consume();
    }
  }

  /** Shows a text, unless the person is just writing another, or wrote one that was refused. */
  void show(String text) {
    boolean writing = !field.getText().equals(kept) && (field.isFocused() || refused);
    kept = text;
    if (!writing || field.getText().equals(text)) {
      forget();
    }
  }

  /** Lets go of what was written and not taken. */
  void forget() {
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

  private void say(String sentence) {
    // Several fields tell their troubles in one place: one that has none does not speak for others.
    if (refused || !sentence.isEmpty()) {
      refused = !sentence.isEmpty();
      field.pseudoClassStateChanged(WRONG, refused);
      trouble.accept(sentence);
    }
  }
}
