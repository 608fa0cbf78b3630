package osusume.ui.control;

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
public final class CommittedText {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final TextInputControl field;
  private final Consumer<String> take;
  private final Consumer<String> trouble;
  private String kept = "";

  /** What was handed over and is not on the list yet; null: nothing. */
  private String handed;

  private boolean refused;

  /**
   * @param take is handed what the person wrote; refuses it with an {@link
   *     IllegalArgumentException} worded for them
   * @param trouble is handed why something was refused; empty once nothing is
   */
  public CommittedText(TextInputControl field, Consumer<String> take, Consumer<String> trouble) {
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
    if (key.getCode() == KeyCode.ESCAPE && !field.getText().equals(last())) {
      field.setText(last());
      say("");
      key.consume();
    }
  }

  private String last() {
    return handed == null ? kept : handed;
  }

  /** Shows a text, unless the person is just writing another, or wrote one that was refused. */
  public void show(String text) {
    if (handed != null && text.equals(kept) && !text.equals(handed)) {
      // Another part of the entry was shown anew; what was handed over comes yet.
      return;
    }
    boolean writing = !field.getText().equals(last()) && (field.isFocused() || refused);
    kept = text;
    handed = null;
    if (!writing || field.getText().equals(text)) {
      forget();
    }
  }

  /** Lets go of what was written and not taken. */
  public void forget() {
    handed = null;
    if (!field.getText().equals(kept)) {
      field.setText(kept);
    }
    say("");
  }

  /** Hands over what was written and not handed over yet. */
  public void commit() {
    if (!field.getText().equals(last())) {
      try {
        take.accept(field.getText());
        handed = field.getText();
        say("");
      } catch (IllegalArgumentException e) {
        say(e.getMessage());
      }
    }
  }

  /**
   * Says that what was handed over did not come on the list; it stays in the field, and is handed
   * over again when the field is left the next time.
   */
  public void failed(String sentence) {
    if (handed != null) {
      handed = null;
      say(sentence);
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
