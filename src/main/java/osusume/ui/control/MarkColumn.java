package osusume.ui.control;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import osusume.data.Anime;
import osusume.mylist.ListEntry;
import osusume.ui.state.TitleActions;
import osusume.ui.text.Texts;

/** The column of a table of titles that shows the person's own marks, which follow their list. */
public final class MarkColumn {
  private static final double WIDTH = 56;

  private MarkColumn() {}

  /**
   * @param title the title in a row
   */
  public static <T> TableColumn<T, ListEntry> of(
      Function<T, Anime> title, TitleActions actions, Texts texts) {
    TableColumn<T, ListEntry> column = new TableColumn<>();
    Label heading = new Label(texts.get("mark.column"));
    heading.setTooltip(new Tooltip(texts.get("mark.column.hint")));
    column.setGraphic(heading);
    column.setCellValueFactory(
        cell -> {
          int id = title.apply(cell.getValue()).id();
          return actions.list().listProperty().map(list -> list.ofAnime(id).orElse(null));
        });
    column.setCellFactory(_ -> new MarkCell<>(new MarkWords(texts)));
    column.getStyleClass().add("figure-column");
    column.setSortable(false);
    column.setReorderable(false);
    column.setMinWidth(WIDTH);
    column.setPrefWidth(WIDTH);
    column.setMaxWidth(WIDTH);
    return column;
  }

  private static final class MarkCell<T> extends TableCell<T, ListEntry> {
    private final TitleMark mark;

    MarkCell(MarkWords words) {
      mark = new TitleMark(words);
    }

    @Override
    protected void updateItem(ListEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      boolean marked = !empty && entry != null;
      mark.show(marked ? entry : null);
      // A graphic that is shown later than it was set is not noticed.
      setGraphic(marked ? mark : null);
    }
  }
}
