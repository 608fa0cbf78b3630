package osusume.ui.mylist;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import osusume.mylist.ListColumn;
import osusume.mylist.ListTitle;
import osusume.ui.control.MarkWords;
import osusume.ui.control.OrderColumns;
import osusume.ui.control.TitleTile;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * The columns of the table of the list. As in the other tabs the table does not sort by itself: the
 * order is part of what is asked.
 */
final class EntryTable {
  /** Where the table is narrower than this, the columns that say least make room. */
  private static final double NARROW = 720;

  private final TableView<ListTitle> table;
  private final OrderColumns<ListTitle, ListColumn> columns;
  private final EntryMenus menus;
  private final Texts texts;
  private final Numbers numbers;
  private final MarkWords words;

  EntryTable(TableView<ListTitle> table, EntryMenus menus, Texts texts, Numbers numbers) {
    this.table = table;
    this.columns = new OrderColumns<>(table, texts, "mylist.column.");
    this.menus = menus;
    this.texts = texts;
    this.numbers = numbers;
    this.words = new MarkWords(texts);
  }

  /**
   * Sets the table up, what was changed last first.
   *
   * @param reorder is run when the person wants another order
   */
  void setUp(Runnable reorder) {
    TableColumn<ListTitle, ListTitle> title = columns.column(ListColumn.TITLE, 200, t -> t);
    title.setCellFactory(_ -> new TitleCell(texts));
    title.setMinWidth(136);
    var type = columns.column(ListColumn.TYPE, 64, t -> numbers.type(t.anime()));
    var seen = columns.figure(ListColumn.SEEN, 80, this::seen);
    var status = columns.column(ListColumn.STATUS, 112, t -> t);
    status.setCellFactory(
        _ -> new ChoiceCell(t -> words.status(t.entry().status()), menus::showStatuses));
    var score = columns.column(ListColumn.SCORE, 64, t -> t);
    score.setCellFactory(_ -> new ChoiceCell(t -> score(t.entry().score()), menus::showScores));
    score.getStyleClass().add("figure-column");
    var community =
        columns.figure(ListColumn.COMMUNITY, 104, t -> numbers.decimal(t.anime().rating(), 2));
    var difference =
        columns.figure(ListColumn.DIFFERENCE, 56, t -> numbers.signed(t.difference(), 1));
    var finished = columns.figure(ListColumn.FINISHED, 96, this::finished);
    var changed = columns.figure(ListColumn.CHANGED, 104, t -> numbers.day(t.entry().changed()));
    table
        .getColumns()
        .setAll(
            List.of(title, type, seen, status, score, community, difference, finished, changed));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    for (TableColumn<ListTitle, ?> narrow :
        List.of(type, seen, status, score, community, difference, finished, changed)) {
      narrow.setMinWidth(narrow.getPrefWidth());
      narrow.setMaxWidth(narrow.getPrefWidth());
    }
    for (TableColumn<ListTitle, ?> less : List.of(type, finished, changed)) {
      less.visibleProperty().bind(table.widthProperty().greaterThan(NARROW));
    }
    columns.startWith(changed, reorder);
  }

  private String seen(ListTitle title) {
    return texts.format(
        "mylist.seen", numbers.count(title.entry().seen()), numbers.count(title.episodes()));
  }

  private String score(int score) {
    return score == 0 ? Numbers.UNKNOWN : numbers.count(score);
  }

  private String finished(ListTitle title) {
    return title.entry().finished().known() ? title.entry().finished().brief() : Numbers.UNKNOWN;
  }

  /** The column the person sorts by; the title where they sort by none. */
  ListColumn order() {
    return columns.order(ListColumn.TITLE);
  }

  boolean descending() {
    return columns.descending();
  }

  /** Tile and name, and whether the data set knows the title. */
  private static final class TitleCell extends TableCell<ListTitle, ListTitle> {
    private final TitleTile tile = new TitleTile(TitleTile.Size.SMALL);
    private final Tooltip unknown;

    TitleCell(Texts texts) {
      this.unknown = new Tooltip(texts.get("mylist.entry.unknown"));
    }

    @Override
    protected void updateItem(ListTitle title, boolean empty) {
      super.updateItem(title, empty);
      boolean blank = empty || title == null;
      setText(blank ? null : title.anime().name());
      setGraphic(blank ? null : tile);
      getStyleClass().remove("muted-text");
      setTooltip(null);
      if (!blank) {
        tile.show(title.anime());
        if (!title.known()) {
          getStyleClass().add("muted-text");
          setTooltip(unknown);
        }
      }
    }
  }

  /** What a press changes: shows a menu with the choices. */
  private static final class ChoiceCell extends TableCell<ListTitle, ListTitle> {
    private final Function<ListTitle, String> name;

    ChoiceCell(Function<ListTitle, String> name, EntryMenus.Shower menu) {
      this.name = name;
      getStyleClass().add("choice-cell");
      setOnMouseClicked(
          click -> {
            if (click.getButton() == javafx.scene.input.MouseButton.PRIMARY
                && click.getClickCount() == 1
                && getItem() != null) {
              menu.show(getItem(), this);
              click.consume();
            }
          });
    }

    @Override
    protected void updateItem(ListTitle title, boolean empty) {
      super.updateItem(title, empty);
      setText(empty || title == null ? null : name.apply(title));
    }
  }
}
