package osusume.ui.welcome;

import java.util.List;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Cards in two columns, among which the arrow keys move. */
public final class TitleCards extends GridPane {
  private static final int COLUMNS = 2;

  private List<TitleCard> cards = List.of();

  public TitleCards() {
    setHgap(16);
    setVgap(16);
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      column.setHgrow(Priority.ALWAYS);
      column.setMinWidth(0);
      getColumnConstraints().add(column);
    }
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  void show(List<TitleCard> fresh) {
    cards = List.copyOf(fresh);
    getChildren().clear();
    for (int i = 0; i < cards.size(); i++) {
      add(cards.get(i), i % COLUMNS, i / COLUMNS);
    }
  }

  List<TitleCard> cards() {
    return cards;
  }

  /** Moves on to the next card that was not answered yet; stays where there is none. */
  void focusNext(TitleCard after) {
    int from = cards.indexOf(after);
    for (int i = 1; i <= cards.size(); i++) {
      TitleCard next = cards.get((from + i) % cards.size());
      if (!next.answered()) {
        next.requestFocus();
        return;
      }
    }
  }

  private void pressed(KeyEvent key) {
    int by =
        switch (key.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          case UP -> -COLUMNS;
          case DOWN -> COLUMNS;
          default -> 0;
        };
    int at = focused();
    if (by == 0 || at < 0) {
      return;
    }
    key.consume();
    if (at + by >= 0 && at + by < cards.size()) {
      cards.get(at + by).requestFocus();
    }
  }

  private int focused() {
    for (int i = 0; i < cards.size(); i++) {
      if (cards.get(i).isFocused()) {
        return i;
      }
    }
    return -1;
  }
}
