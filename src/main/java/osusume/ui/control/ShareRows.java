package osusume.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.beans.NamedArg;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
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
  private final List<Line> lines = new ArrayList<>();
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

  /** Lines are used again: to build new ones for each user costs several times as much. */
  private void fill(List<Row> visible) {
    double longest =
        rows.stream()
            .flatMapToDouble(row -> DoubleStream.of(row.share(), row.reference()))
            .filter(share -> !Double.isNaN(share))
            .max()
            .orElse(1);
    for (int i = 0; i < visible.size(); i++) {
      if (i == lines.size()) {
        lines.add(new Line(i));
      }
      lines.get(i).show(visible.get(i), longest);
    }
    for (int i = visible.size(); i < lines.size(); i++) {
      lines.get(i).hide();
    }
  }

  /** The nodes of one row of the grid. */
  private final class Line {
    private final Label name = new Label();
    private final Hyperlink link = new Hyperlink();
    private final ComparisonBar bar = new ComparisonBar();
    private final Label figure = new Label();
    private final Label note = new Label();
    private final Tooltip hint = new Tooltip();

    Line(int row) {
      hint.setShowDelay(Duration.millis(200));
      name.setMaxWidth(nameWidth);
      link.setMaxWidth(nameWidth);
      link.setMinWidth(0);
      for (Labeled head : List.of(name, link)) {
        head.setTooltip(hint);
        head.managedProperty().bind(head.visibleProperty());
      }
      Tooltip.install(bar, hint);
      note.getStyleClass().add("muted");
      grid.addRow(row, new StackPane(name, link), bar, figure, note);
      StackPane.setAlignment(name, Pos.CENTER_LEFT);
      StackPane.setAlignment(link, Pos.CENTER_LEFT);
    }

    void show(Row row, double longest) {
      boolean leads = row.action() != null;
      name.setVisible(!leads);
      link.setVisible(leads);
      Labeled head = leads ? link : name;
      head.setText(row.name());
      head.setAccessibleText(row.spoken());
      link.setOnAction(
          _ -> {
            link.setVisited(false);
            row.action().run();
          });
      bar.show(row.share() / longest, row.reference() / longest);
      figure.setText(row.figure());
      note.setText(row.note());
      hint.setText(row.spoken());
      setShown(true);
    }

    void hide() {
      setShown(false);
    }

    private void setShown(boolean shown) {
      for (Node node : List.of(name.getParent(), bar, figure, note)) {
        node.setVisible(shown);
        node.setManaged(shown);
      }
    }
  }
}
