package osusume.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import osusume.data.Anime;
import osusume.mylist.ListEntry;
import osusume.ui.text.Numbers;

/**
 * A title as lists show it: tile, name, the person's mark, facts, and below them what the list has
 * to say of it.
 */
public final class TitleRow extends HBox {
  private final Numbers numbers;
  private final TitleTile tile = new TitleTile(TitleTile.Size.LIST);
  private final Label name = new Label();
  private final TitleMark mark;
  private final Label facts = new Label();
  private final VBox lines;

  public TitleRow(Numbers numbers, MarkWords words) {
    super(16);
    this.numbers = numbers;
    this.mark = new TitleMark(words);
    this.lines = new VBox(new HBox(8, name, mark), facts);
    setAlignment(Pos.TOP_LEFT);
    setMinWidth(0);
    name.getStyleClass().add("title-name");
    name.setMinWidth(0);
    facts.getStyleClass().add("caption");
    facts.setMinWidth(0);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    getChildren().setAll(tile, lines);
  }

  /** Below the facts; for what a list adds. */
  public VBox lines() {
    return lines;
  }

  public void show(Anime anime) {
    tile.show(anime);
    name.setText(anime.name());
    facts.setText(numbers.facts(anime));
  }

  /** Shows what the person's list says of the title; null: nothing. */
  public void showMark(ListEntry entry) {
    mark.show(entry);
  }
}
