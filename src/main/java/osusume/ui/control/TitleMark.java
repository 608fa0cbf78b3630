package osusume.ui.control;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.mylist.ListEntry;
import osusume.mylist.Status;

/**
 * The person's own mark of a title, small enough for a row: their score, and how they stand to it.
 * Takes no room where there is none.
 */
public final class TitleMark extends Label {
  private final MarkWords words;
  private final FontIcon icon = new FontIcon();
  private final Tooltip hint = new Tooltip();

  public TitleMark(MarkWords words) {
    this.words = words;
    getStyleClass().add("title-mark");
    setMinWidth(USE_PREF_SIZE);
    setGraphic(icon);
    show(null);
  }

  /** Shows what the list says of a title; null: nothing. */
  public void show(ListEntry entry) {
    boolean marked = entry != null;
    setVisible(marked);
    setManaged(marked);
    setAccessibleText(words.spoken(entry));
    if (!marked) {
      setTooltip(null);
      return;
    }
    boolean scored = entry.score() > 0;
    // Whoever gave a score has usually seen all of it; then the score says enough.
    icon.setIconCode(
        scored && entry.status() == Status.COMPLETED
            ? Feather.STAR
            : MarkWords.icon(entry.status()));
    setText(scored ? String.valueOf(entry.score()) : "");
    hint.setText(words.spoken(entry));
    setTooltip(hint);
  }
}
