package osusume.ui.users;

import java.util.List;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import osusume.data.Watched;
import osusume.data.WatchedColumn;
import osusume.mylist.ListEntry;
import osusume.ui.control.MarkColumn;
import osusume.ui.control.OrderColumns;
import osusume.ui.control.TitleTile;
import osusume.ui.state.TitleActions;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * The columns of the table of watched titles. As in the Anime tab the table does not sort by
 * itself: the order is part of what is asked.
 */
final class WatchedTable {
  private final TableView<Watched> table;
  private final OrderColumns<Watched, WatchedColumn> columns;
  private final TitleActions actions;
  private final Texts texts;
  private final Numbers numbers;

  WatchedTable(TableView<Watched> table, TitleActions actions, Texts texts, Numbers numbers) {
    this.table = table;
    this.columns = new OrderColumns<>(table, texts, "users.column.");
    this.actions = actions;
    this.texts = texts;
    this.numbers = numbers;
  }

  /**
   * Sets the table up, the best rated first.
   *
   * @param reorder is run when the person wants another order
   */
  void setUp(Runnable reorder) {
    TableColumn<Watched, Watched> title = columns.column(WatchedColumn.TITLE, 200, w -> w);
    title.setCellFactory(_ -> new TitleCell());
    title.setMinWidth(128);
    var type = columns.column(WatchedColumn.TYPE, 64, w -> numbers.type(w.anime()));
    var episodes =
        columns.figure(WatchedColumn.EPISODES, 56, w -> numbers.count(w.anime().episodes()));
    var rating = columns.figure(WatchedColumn.RATING, 80, w -> numbers.count(w.rating()));
    var community =
        columns.figure(WatchedColumn.COMMUNITY, 104, w -> numbers.decimal(w.anime().rating(), 2));
    var difference =
        columns.figure(WatchedColumn.DIFFERENCE, 64, w -> numbers.signed(w.difference(), 1));
    TableColumn<Watched, ListEntry> mine = MarkColumn.of(Watched::anime, actions, texts);
    table.getColumns().setAll(List.of(title, type, episodes, rating, community, difference, mine));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    for (TableColumn<Watched, String> narrow :
        List.of(type, episodes, rating, community, difference)) {
      narrow.setMinWidth(narrow.getPrefWidth());
      narrow.setMaxWidth(narrow.getPrefWidth() * 1.5);
    }
    columns.startWith(rating, reorder);
  }

  /** The column the person sorts by; the title where they sort by none. */
  WatchedColumn order() {
    return columns.order(WatchedColumn.TITLE);
  }

  boolean descending() {
    return columns.descending();
  }

  /** Tile and name. */
  private static final class TitleCell extends TableCell<Watched, Watched> {
    private final TitleTile tile = new TitleTile(TitleTile.Size.SMALL);

    @Override
    protected void updateItem(Watched title, boolean empty) {
      super.updateItem(title, empty);
      boolean blank = empty || title == null;
      setText(blank ? null : title.anime().name());
      setGraphic(blank ? null : tile);
      if (!blank) {
        tile.show(title.anime());
      }
    }
  }
}
