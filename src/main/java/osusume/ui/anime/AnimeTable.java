package osusume.ui.anime;

import java.util.List;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import osusume.data.Anime;
import osusume.data.AnimeColumn;
import osusume.mylist.ListEntry;
import osusume.ui.control.MarkColumn;
import osusume.ui.control.OrderColumns;
import osusume.ui.control.TitleTile;
import osusume.ui.state.TitleActions;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * The columns of the table of titles. The table does not sort by itself: the order is part of what
 * is asked, so that unknown values come last either way and nothing is sorted on the JavaFX thread.
 */
final class AnimeTable {
  private static final double NARROW = 480;

  private final TableView<Anime> table;
  private final OrderColumns<Anime, AnimeColumn> columns;
  private final TitleActions actions;
  private final Texts texts;
  private final Numbers numbers;

  AnimeTable(TableView<Anime> table, TitleActions actions, Texts texts, Numbers numbers) {
    this.table = table;
    this.columns = new OrderColumns<>(table, texts, "anime.column.");
    this.actions = actions;
    this.texts = texts;
    this.numbers = numbers;
  }

  /**
   * Sets the table up, the title with most members first.
   *
   * @param reorder is run when the person wants another order
   */
  void setUp(Runnable reorder) {
    TableColumn<Anime, Anime> name = columns.column(AnimeColumn.NAME, 200, a -> a);
    name.setCellFactory(_ -> new NameCell());
    name.setMinWidth(112);
    TableColumn<Anime, String> type = columns.column(AnimeColumn.TYPE, 68, numbers::type);
    TableColumn<Anime, String> episodes =
        columns.figure(AnimeColumn.EPISODES, 52, a -> numbers.count(a.episodes()));
    TableColumn<Anime, String> rating =
        columns.figure(AnimeColumn.RATING, 60, a -> numbers.decimal(a.rating(), 2));
    TableColumn<Anime, String> members =
        columns.figure(AnimeColumn.MEMBERS, 96, a -> numbers.count(a.members()));
    TableColumn<Anime, ListEntry> mine = MarkColumn.of(a -> a, actions, texts);
    table.getColumns().setAll(List.of(name, type, episodes, rating, members, mine));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    for (TableColumn<Anime, String> fixed : List.of(type, episodes, rating, members)) {
      fixed.setMinWidth(fixed.getPrefWidth());
      fixed.setMaxWidth(fixed.getPrefWidth());
    }
    // Names need the room more; the type is among the details too.
    type.visibleProperty().bind(table.widthProperty().greaterThan(NARROW));
    columns.startWith(members, reorder);
  }

  /** The column the person sorts by; null: none. */
  AnimeColumn order() {
    return columns.order(null);
  }

  boolean descending() {
    return columns.descending();
  }

  /** Tile and name. */
  private static final class NameCell extends TableCell<Anime, Anime> {
    private final TitleTile tile = new TitleTile(TitleTile.Size.SMALL);

    @Override
    protected void updateItem(Anime anime, boolean empty) {
      super.updateItem(anime, empty);
      setText(empty || anime == null ? null : anime.name());
      setGraphic(empty || anime == null ? null : tile);
      if (!empty) {
        tile.show(anime);
      }
    }
  }
}
