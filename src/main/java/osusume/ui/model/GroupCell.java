package osusume.ui.model;

import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.mylist.MyList;
import osusume.recommend.TasteGroups.TasteGroup;
import osusume.ui.state.TitleActions;
import osusume.ui.text.Texts;

/** A taste group in a list: one line and its titles in words; folded out, the titles themselves. */
final class GroupCell extends ListCell<TasteGroup> {
  private final GroupText text;
  private final TitleActions actions;
  private final Texts texts;
  private final Set<Integer> unfolded;
  private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
  private final Label name = new Label();
  private final Label genres = new Label();
  private final Label size = new Label();
  private final Label titles = new Label();
  private final FlowPane tiles = new FlowPane(8, 8);
  private final VBox lines;

  // Kept, for the list knows it only weakly: cells come and go.
  private final ChangeListener<MyList> marked = (_, _, _) -> showMarks();
  private TasteGroup shown;
  private boolean shownUnfolded;

  /**
   * @param unfolded indexes of the groups that are folded out
   * @param toggle folds a group out or in
   */
  GroupCell(
      GroupText text,
      TitleActions actions,
      Texts texts,
      Set<Integer> unfolded,
      Consumer<TasteGroup> toggle) {
    this.text = text;
    this.actions = actions;
    this.texts = texts;
    this.unfolded = unfolded;
    actions.list().listProperty().addListener(new WeakChangeListener<>(marked));
    getStyleClass().add("group-cell");
    name.getStyleClass().add("heading");
    name.setMinWidth(USE_PREF_SIZE);
    genres.setMinWidth(0);
    genres.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(genres, Priority.ALWAYS);
    size.setMinWidth(USE_PREF_SIZE);
    size.getStyleClass().add("muted");
    titles.getStyleClass().add("caption");
    titles.setMinWidth(0);
    HBox head = new HBox(8, arrow, name, genres, size);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("group-head");
    VBox.setMargin(titles, new Insets(0, 0, 0, 24));
    VBox.setMargin(tiles, new Insets(8, 0, 8, 24));
    tiles.setRowValignment(VPos.TOP);
    lines = new VBox(2, head, titles);
    lines.setMinWidth(0);
    lines.setPrefWidth(0);
    head.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
            toggle.accept(getItem());
          }
        });
    titles.setOnMouseClicked(head.getOnMouseClicked());
    listViewProperty()
        .addListener(
            (_, _, list) -> tiles.prefWrapLengthProperty().bind(list.widthProperty().subtract(72)));
  }

  @Override
  protected void updateItem(TasteGroup group, boolean empty) {
    super.updateItem(group, empty);
    if (empty || group == null) {
      shown = null;
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    boolean open = unfolded.contains(group.index());
    if (group == shown && open == shownUnfolded) {
      return;
    }
    shown = group;
    shownUnfolded = open;
    name.setText(text.name(group));
    genres.setText(text.genres(group));
    size.setText(text.size(group));
    titles.setText(text.titles(group));
    arrow.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
    setAccessibleText(text.spoken(group) + " " + text.fold(group, open));
    lines.getChildren().removeAll(titles, tiles);
    tiles.getChildren().clear();
    if (open) {
      group
          .typicalRows()
          .forEach(row -> tiles.getChildren().add(new TitleChip(text.title(row), actions, texts)));
    }
    lines.getChildren().add(open ? tiles : titles);
    setGraphic(lines);
  }

  private void showMarks() {
    tiles.getChildren().forEach(chip -> ((TitleChip) chip).showMark());
  }
}
