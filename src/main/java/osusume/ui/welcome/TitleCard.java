package osusume.ui.welcome;

import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import osusume.data.Anime;
import osusume.ui.control.MarkWords;
import osusume.ui.control.RatingBar;
import osusume.ui.control.TitleKeys;
import osusume.ui.control.TitleRow;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** A title to be rated, or passed over where the person has not seen it. */
final class TitleCard extends VBox {
  private final Anime anime;
  private final Texts texts;
  private final RatingBar bar = new RatingBar();
  private final ToggleButton notSeen;
  private final IntConsumer rated;
  private int score;

  /**
   * @param rated is handed the score that was given; 0: it was taken away
   * @param passed is run when the person says that they have not seen it
   */
  TitleCard(Anime anime, Texts texts, Numbers numbers, IntConsumer rated, Runnable passed) {
    super(8);
    this.anime = anime;
    this.texts = texts;
    this.rated = rated;
    getStyleClass().add("title-card");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    TitleRow title = new TitleRow(numbers, new MarkWords(texts));
    title.setSpacing(8);
    title.show(anime);
    notSeen = new ToggleButton(texts.get("rate.notSeen"));
    notSeen.getStyleClass().addAll("small", "not-seen");
    notSeen.setMinWidth(Region.USE_PREF_SIZE);
    notSeen.setFocusTraversable(false);
    notSeen.setAccessibleText(texts.format("rate.notSeen.spoken", anime.name()));
    notSeen.setOnAction(
        _ -> {
          showPassed(notSeen.isSelected());
          if (notSeen.isSelected()) {
            passed.run();
          }
        });
    VBox.setMargin(notSeen, new Insets(2, 0, 0, 0));
    title.lines().getChildren().add(notSeen);
    // The card has the focus and its keys.
    bar.setFocusTraversable(false);
    bar.setUp(
        texts,
        given -> {
          requestFocus();
          rated.accept(given);
        });
    getChildren().setAll(title, bar);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    // Before what is pressed on the card does its work, which may move the focus on.
    addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
    show(0);
  }

  Anime anime() {
    return anime;
  }

  /** Whether the person has said something of it. */
  boolean answered() {
    return score > 0 || notSeen.isSelected();
  }

  /**
   * Shows what the person said.
   *
   * @param given 1 to 10; 0: no score
   */
  void show(int given) {
    score = given;
    bar.show(given);
    if (given > 0) {
      showPassed(false);
    }
    setAccessibleText(
        texts.format(given > 0 ? "rate.card.rated" : "rate.card", anime.name(), given));
  }

  /** Shows whether the person passed it over. */
  void showPassed(boolean was) {
    notSeen.setSelected(was);
    bar.setOpacity(was ? 0.5 : 1);
  }

  private void pressed(KeyEvent key) {
    int given = TitleKeys.score(key);
    if (given > 0) {
      rated.accept(given);
    } else if (key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE) {
      rated.accept(0);
    } else if (key.getCode() == KeyCode.N && !key.isShortcutDown()) {
      notSeen.fire();
    } else {
      return;
    }
    key.consume();
  }
}
