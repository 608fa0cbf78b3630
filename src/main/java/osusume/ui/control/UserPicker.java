package osusume.ui.control;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.ui.state.CurrentData;
import osusume.ui.state.CurrentUser;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * Chooses a user of the data set: by number, the next or the one before, or any. What is typed
 * counts as soon as it is a user's number; what is not says why in its tooltip and turns back when
 * the field is left.
 */
public final class UserPicker extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final TextField number = new TextField();
  private final Tooltip hint = new Tooltip();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private CurrentUser user;
  private CurrentData data;
  private Texts texts;

  public UserPicker() {
    super(4);
    setAlignment(Pos.CENTER_LEFT);
  }

  /**
   * Shows and changes {@code user} beside what says what the number is; one {@code connect} is to
   * be called once.
   */
  public void connect(CurrentUser shown, CurrentData open, Texts words) {
    setUp(shown, open, words, "user.for");
  }

  /**
   * The same with a caption of its own.
   *
   * @param captionKey key of the text that stands before the number
   */
  public void connect(CurrentUser shown, CurrentData open, Texts words, String captionKey) {
    setUp(shown, open, words, captionKey);
    Label caption = new Label(texts.get(captionKey));
    caption.setLabelFor(number);
    getChildren().addFirst(caption);
  }

  private void setUp(CurrentUser shown, CurrentData open, Texts words, String captionKey) {
    user = shown;
    data = open;
    texts = words;
    number.setId("user-number");
    number.setPrefColumnCount(6);
    number.setAccessibleText(texts.get(captionKey));
    number.setTooltip(hint);
    number.textProperty().addListener((_, _, text) -> typed(text));
    number.focusedProperty().addListener((_, _, focused) -> turnBack(focused));
    number.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    Button before = button(Feather.CHEVRON_LEFT, "user.previous", user::previous);
    Button after = button(Feather.CHEVRON_RIGHT, "user.next", user::next);
    Button any = button(Feather.SHUFFLE, "user.random", user::random);
    getChildren().setAll(before, number, after, any);
    user.idProperty().addListener((_, _, _) -> show());
    data.whenOpened(_ -> show());
    show();
  }

  /** Why what is typed is no user, as a sentence; empty while it is one. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  private Button button(Feather icon, String key, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(texts.get(key));
    button.setTooltip(new Tooltip(texts.get(key)));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void show() {
    setDisable(user.id() == null);
    String text = user.id() == null ? "" : String.valueOf(user.id());
    if (!number.getText().equals(text)) {
      number.setText(text);
      number.positionCaret(text.length());
    }
    say(range(), false);
  }

  private String range() {
    if (data.opened() == null || data.opened().data().ratings().rowCount() == 0) {
      return texts.get("user.for");
    }
    int[] ids = data.opened().data().ratings().rowIds();
    return texts.format(
        "user.range", ids.length, String.valueOf(ids[0]), String.valueOf(ids[ids.length - 1]));
  }

  private void typed(String text) {
    if (user.id() == null || text.equals(String.valueOf(user.id()))) {
      say(range(), false);
      return;
    }
    boolean there = text.matches("\\d{1,9}") && user.choose(Integer.parseInt(text));
    String unknown = texts.format("user.unknown", text.isEmpty() ? Numbers.UNKNOWN : text);
    say(there ? range() : unknown + " " + range(), !there);
  }

  private void say(String sentence, boolean wrong) {
    number.pseudoClassStateChanged(WRONG, wrong);
    hint.setText(sentence);
    trouble.set(wrong ? sentence : "");
  }

  private void turnBack(boolean focused) {
    if (!focused) {
      show();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.UP) {
      user.next();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN) {
      user.previous();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      show();
    }
  }
}
