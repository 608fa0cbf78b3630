package osusume.ui.control;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import osusume.ui.text.Texts;

/**
 * The columns of a table that does not sort by itself: the order is part of what is asked, so that
 * unknown values come last either way and nothing is sorted on the JavaFX thread.
 *
 * @param <R> a row
 * @param <C> what can be sorted by
 */
public final class OrderColumns<R, C extends Enum<C>> {
  private final TableView<R> table;
  private final Texts texts;
  private final String prefix;

  /**
   * @param prefix key of the heading of a column before its name; {@code .hint} after it is that of
   *     its tooltip, where there is one
   */
  public OrderColumns(TableView<R> table, Texts texts, String prefix) {
    this.table = table;
    this.texts = texts;
    this.prefix = prefix;
  }

  /**
   * @param width in pixels
   */
  public <T> TableColumn<R, T> column(C order, double width, Function<R, T> value) {
    String key = prefix + order.name().toLowerCase(Locale.ROOT);
    TableColumn<R, T> column = new TableColumn<>();
    Label head = new Label(texts.get(key));
    if (texts.bundle().containsKey(key + ".hint")) {
      head.setTooltip(new Tooltip(texts.get(key + ".hint")));
    }
    column.setGraphic(head);
    column.setCellValueFactory(cell -> new SimpleObjectProperty<>(value.apply(cell.getValue())));
    column.setUserData(order);
    column.setPrefWidth(width);
    column.setReorderable(false);
    return column;
  }

  /** A column of figures, which stand at its right. */
  public TableColumn<R, String> figure(C order, double width, Function<R, String> value) {
    TableColumn<R, String> column = column(order, width, value);
    column.getStyleClass().add("figure-column");
    return column;
  }

  /**
   * Begins with an order, the largest first.
   *
   * @param reorder is run when the person wants another one
   */
  public void startWith(TableColumn<R, ?> first, Runnable reorder) {
    first.setSortType(SortType.DESCENDING);
    table.getSortOrder().setAll(List.of(first));
    table.setSortPolicy(
        _ -> {
          reorder.run();
          return true;
        });
  }

  /**
   * The column the person sorts by.
   *
   * @param otherwise where they sort by none; may be null
   */
  @SuppressWarnings("unchecked") // Only column() makes columns that can be sorted by.
  public C order(C otherwise) {
    return table.getSortOrder().isEmpty()
        ? otherwise
        : (C) table.getSortOrder().getFirst().getUserData();
  }

  public boolean descending() {
    return !table.getSortOrder().isEmpty()
        && table.getSortOrder().getFirst().getSortType() == SortType.DESCENDING;
  }
}
