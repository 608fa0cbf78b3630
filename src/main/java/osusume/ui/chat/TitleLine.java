package osusume.ui.chat;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import osusume.data.Anime;
import osusume.ui.control.MarkWords;
import osusume.ui.control.TitleActionBar;
import osusume.ui.control.TitleKeys;
import osusume.ui.control.TitleMenu;
import osusume.ui.control.TitleRow;
import osusume.ui.state.TitleActions;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** A title that an answer names, as a card: a click or Enter shows it in the Anime tab. */
final class TitleLine extends HBox {
  private final Anime anime;
  private final TitleActions actions;
  private final MarkWords words;
  private final String facts;
  private final TitleRow row;

  TitleLine(Anime anime, TitleActions actions, Texts texts, Numbers numbers) {
    super(8);
    this.anime = anime;
    this.actions = actions;
    this.words = new MarkWords(texts);
    this.facts = numbers.facts(anime);
    this.row = new TitleRow(numbers, words);
    row.show(anime);
    row.lines().setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(row, Priority.ALWAYS);
    TitleActionBar bar = new TitleActionBar(actions, texts, new SimpleBooleanProperty(true));
    bar.show(anime);
    getChildren().setAll(row, bar);
    getStyleClass().add("title-line");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    Tooltip.install(row, new Tooltip(texts.get("chat.title.open")));
    row.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            actions.show(anime);
          }
        });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getTarget() == this
              && (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE)) {
            actions.show(anime);
            key.consume();
          }
        });
    new TitleKeys(actions.marking(() -> List.of(anime)), actions::undo, () -> actions.show(anime))
        .listenToTitle(this);
    new TitleMenu(() -> List.of(anime), actions, texts).listenTo(this);
    showMark();
  }

  Anime anime() {
    return anime;
  }

  /** Shows what the person's list says of it now. */
  void showMark() {
    var entry = actions.entry(anime);
    row.showMark(entry);
    String spoken = words.spoken(entry);
    setAccessibleText(anime.name() + ", " + facts + (spoken.isEmpty() ? "" : ", " + spoken));
  }
}
