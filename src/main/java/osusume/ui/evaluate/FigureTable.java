package osusume.ui.evaluate;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.evaluate.Figure;
import osusume.evaluate.Metric;
import osusume.evaluate.Section;
import osusume.ui.text.Texts;

/**
 * The figures of a section: a row a strategy, a column a metric. The best is bold and has a sign of
 * its own; what may well be as good has another. As high as its rows, for the page around it
 * scrolls.
 */
final class FigureTable {
  private static final double ROW = 40;
  private static final double HEAD = 36;
  private static final double NAME = 240;
  private static final double FIGURE = 160;
  private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

  private final TableView<String> table;
  private final Texts texts;
  private final MetricText metricText;
  private Section section;

  FigureTable(TableView<String> table, Texts texts, MetricText metricText) {
    this.table = table;
    this.texts = texts;
    this.metricText = metricText;
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
  }

  /** Shows a section, the best by its first metric at the top. */
  void show(Section fresh) {
    section = fresh;
    TableColumn<String, String> name = new TableColumn<>(texts.get("evaluate.strategy"));
    name.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
    name.setMinWidth(92);
    name.setPrefWidth(176);
    name.setMaxWidth(NAME);
    name.setReorderable(false);
    table.getColumns().setAll(List.of(name));
    for (Metric metric : section.metrics().stream().sorted().toList()) {
      table.getColumns().add(column(metric));
    }
    table.getItems().setAll(section.strategies());
    TableColumn<String, ?> first = table.getColumns().get(1);
    boolean largest = section.metrics().getFirst().moreIsBetter();
    // It begins with the arrow of the order beside its name.
    first.setMinWidth(96);
    first.setSortType(largest ? SortType.DESCENDING : SortType.ASCENDING);
    table.getSortOrder().setAll(List.of(first));
    // Few figures side by side are read more easily than far apart.
    table.setMaxWidth(NAME + FIGURE * section.metrics().size() + 2);
    double height = HEAD + ROW * section.strategies().size() + 2;
    table.setMinHeight(height);
    table.setPrefHeight(height);
    table.setMaxHeight(height);
  }

  private TableColumn<String, Figure> column(Metric metric) {
    TableColumn<String, Figure> column = new TableColumn<>();
    Label head = new Label(metricText.toString(metric));
    head.setAccessibleHelp(metricText.meaning(metric));
    Tooltip hint = new Tooltip(metricText.meaning(metric));
    hint.setWrapText(true);
    hint.setMaxWidth(360);
    head.setTooltip(hint);
    column.setGraphic(head);
    column.setId("figures-" + metric.key());
    column.getStyleClass().add("figure-column");
    column.setCellValueFactory(
        cell -> new SimpleObjectProperty<>(section.figure(cell.getValue(), metric)));
    column.setComparator(Comparator.comparingDouble(Figure::value));
    column.setCellFactory(_ -> new FigureCell());
    column.setMinWidth(76);
    column.setPrefWidth(104);
    column.setMaxWidth(FIGURE);
    column.setReorderable(false);
    return column;
  }

  /** A figure over its margin. */
  private final class FigureCell extends TableCell<String, Figure> {
    private final Label mark = new Label();
    private final Label value = new Label();
    private final Label margin = new Label();
    private final Tooltip hint = new Tooltip();
    private final VBox box = new VBox(new HBox(4, mark, value), margin);

    FigureCell() {
      value.getStyleClass().add("figure-value");
      value.setMinWidth(Region.USE_PREF_SIZE);
      margin.getStyleClass().add("caption");
      mark.getStyleClass().add("figure-mark");
      box.setAlignment(Pos.CENTER_RIGHT);
      ((HBox) box.getChildren().getFirst()).setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(Figure figure, boolean empty) {
      super.updateItem(figure, empty);
      if (empty || figure == null) {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        pseudoClassStateChanged(BEST, false);
        return;
      }
      value.setText(metricText.number(figure.metric(), figure.value()));
      margin.setText(metricText.margin(figure));
      boolean best = isBest(figure);
      boolean near = !best && isNear(figure);
      pseudoClassStateChanged(BEST, best);
      mark.setGraphic(best ? new FontIcon(Feather.AWARD) : null);
      mark.setText(near ? "\u2248" : "");
      String spoken = metricText.spoken(figure);
      if (best || near) {
        spoken += " " + texts.get(best ? "evaluate.best" : "evaluate.near");
      }
      hint.setText(spoken);
      setTooltip(hint);
      setAccessibleText(spoken);
      setGraphic(box);
    }

    private boolean isBest(Figure figure) {
      Metric metric = figure.metric();
      return metric.tellsQuality()
          && section.strategies().size() > 1
          && section.ranked(metric).getFirst().equals(figure);
    }

    private boolean isNear(Figure figure) {
      return figure.metric().tellsQuality()
          && section.strategies().size() > 1
          && section.nearBest(figure.strategy(), figure.metric());
    }
  }
}
