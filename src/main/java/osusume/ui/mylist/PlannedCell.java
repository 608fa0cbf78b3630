package osusume.ui.mylist;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import osusume.ui.control.MarkWords;
import osusume.ui.control.TitleRow;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** A planned title: rank, tile, facts, why, and what the person would give it. */
final class PlannedCell extends ListCell<PlannedRow> {
  private final Texts texts;
  private final Numbers numbers;
  private final PlannedWords words;
  private final Label rank = new Label();
  private final TitleRow title;
  private final Label why = new Label();
  private final Label predicted = new Label();
  private final VBox right;
  private final HBox row;

  PlannedCell(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
    this.words = new PlannedWords(texts, numbers);
    this.title = new TitleRow(numbers, new MarkWords(texts));
    rank.getStyleClass().add("rank");
    why.getStyleClass().add("caption");
    why.setMinWidth(0);
    title.lines().getChildren().add(why);
    Label lead = new Label(texts.get("recommend.predicted"));
    lead.getStyleClass().add("caption");
    predicted.getStyleClass().add("predicted");
    right = new VBox(lead, predicted);
    right.setAlignment(Pos.TOP_RIGHT);
    right.setMinWidth(Region.USE_PREF_SIZE);
    right.managedProperty().bind(right.visibleProperty());
    Tooltip.install(right, new Tooltip(texts.get("mylist.next.predicted.hint")));
    row = new HBox(16, rank, title, right);
    HBox.setHgrow(title, Priority.ALWAYS);
    row.setMinWidth(0);
    setPrefWidth(0);
    getStyleClass().add("recommendation");
  }

  @Override
  protected void updateItem(PlannedRow item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    rank.setText(numbers.count(item.recommendation().rank()));
    title.show(item.anime());
    why.setText(words.why(item));
    predicted.setText(words.predicted(item));
    right.setVisible(!predicted.getText().isEmpty());
    setAccessibleText(
        texts.format(
            "recommend.spoken",
            item.recommendation().rank(),
            item.anime().name(),
            numbers.facts(item.anime())));
    setGraphic(row);
  }
}
