package osusume.ui.control;

import java.util.List;
import java.util.stream.DoubleStream;
import javafx.beans.NamedArg;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Shares as bars, one below the other: name, bar, percentage, and a note. All bars have one scale,
 * on which the longest fills the width. Of many rows the first are shown, and the rest on demand.
 */
public final class ShareRows extends VBox {
  private final GridPane grid = new GridPane();
  private final Hyperlink more = new Hyperlink();
  private final double nameWidth;
  private List<Row> rows = List.of();

  /**
   * One bar.
   *
   * @param name what stands left of it
   * @param share its length, 0 to 1
   * @param reference what it is compared with, 0 to 1; NaN: nothing
   * @param figure the share as it is written
   * @param note what stands at the right; may be empty
   * @param spoken the whole row as a sentence, for hover and screen readers
   * @param action run when the name is pressed; null: it is no link
   */
  public record Row(
      String name,
      double share,
      double reference,
      String figure,
      String note,
      String spoken,
      Runnable action) {}

  /**
   * @param nameWidth width of the names, in pixels
   */
  public ShareRows(@NamedArg("nameWidth") double nameWidth) {
    super(4);
    this.nameWidth = nameWidth;
    getStyleClass().add("share-rows");
    grid.setHgap(8);
    grid.setVgap(4);
    ColumnConstraints name = new ColumnConstraints(nameWidth, nameWidth, nameWidth);
    ColumnConstraints bar = new ColumnConstraints(40, 96, Double.MAX_VALUE);
    bar.setHgrow(Priority.ALWAYS);
    ColumnConstraints figure = new ColumnConstraints(40);
    figure.setHalignment(HPos.RIGHT);
    ColumnConstraints note = new ColumnConstraints();
    note.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().setAll(name, bar, figure, note);
    more.getStyleClass().add("caption");
  }

  /**
   * Shows rows.
   *
   * @param atFirst how many before the rest is asked for
   * @param showAll what the link to the rest says
   */
  public void show(List<Row> shown, int atFirst, String showAll) {
    rows = List.copyOf(shown);
    // A link that brings a single row takes the room of that row.
    boolean folded = rows.size() > atFirst + 1;
    fill(folded ? rows.subList(0, atFirst) : rows);
    more.setText(showAll);
    more.setOnAction(
        _ -> {
          fill(rows);
          getChildren().setAll(grid);
        });
    getChildren().setAll(grid);
    if (folded) {
      getChildren().add(more);
    }
  }

  /** Every row, also those not on the screen yet. */
  public List<Row> rows() {
    return rows;
  }

  private void fill(List<Row> visible) {
    double longest =
        rows.stream()
            .flatMapToDouble(row -> DoubleStream.of(row.share(), row.reference()))
            .filter(share -> !Double.isNaN(share))
            .max()
            .orElse(1);
    grid.getChildren().clear();
    for (int i = 0; i < visible.size(); i++) {
      Row row = visible.get(i);
      Tooltip hint = new Tooltip(row.spoken());
      hint.setShowDelay(Duration.millis(200));
      Node name = name(row, hint);
      ComparisonBar bar = new ComparisonBar(row.share() / longest, row.reference() / longest);
      Tooltip.install(bar, hint);
      Label figure = new Label(row.figure());
      Label note = new Label(row.note());
      note.getStyleClass().add("muted");
      grid.addRow(i, name, bar, figure, note);
    }
  }

  private Node name(Row row, Tooltip hint) {
    if (row.action() == null) {
      Label label = new Label(row.name());
      label.setTextOverrun(OverrunStyle.ELLIPSIS);
      label.setMaxWidth(nameWidth);
      label.setTooltip(hint);
      label.setAccessibleText(row.spoken());
      return label;
    }
    Hyperlink link = new Hyperlink(row.name());
    link.setMaxWidth(nameWidth);
    link.setMinWidth(0);
    link.setTooltip(hint);
    link.setAccessibleRole(AccessibleRole.HYPERLINK);
    link.setAccessibleText(row.spoken());
    link.setOnAction(
        _ -> {
          link.setVisited(false);
          row.action().run();
        });
    return link;
  }
}
