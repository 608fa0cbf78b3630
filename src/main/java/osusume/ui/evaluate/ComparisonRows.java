package osusume.ui.evaluate;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.evaluate.Difference;
import osusume.evaluate.Figure;
import osusume.evaluate.Metric;
import osusume.evaluate.Section;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * The strategies of a section by one metric, the best first: each as a bar with its interval, and
 * how it stands against a reference, person by person.
 */
final class ComparisonRows extends VBox {
  private static final double NAME = 104;
  private static final double DIFFERENCE = 212;
  private static final double VERDICT = 72;

  private final Texts texts;
  private final Numbers numbers;
  private final MetricText metricText;

  ComparisonRows(Texts texts, Numbers numbers, MetricText metricText) {
    this.texts = texts;
    this.numbers = numbers;
    this.metricText = metricText;
  }

  /**
   * Shows the strategies.
   *
   * @param reference what the others are held against
   */
  void show(Section section, Metric metric, String reference) {
    List<Figure> ranked = section.ranked(metric);
    double most = 0;
    for (Figure figure : ranked) {
      most = Math.max(most, Double.isNaN(figure.high()) ? figure.value() : figure.high());
    }
    Scale scale = Scale.to(most);
    getChildren().clear();
    for (Figure figure : ranked) {
      getChildren().add(row(section, figure, reference, scale));
    }
    Label unit = new Label(metricText.toString(metric));
    unit.getStyleClass().add("caption");
    HBox axis = line(unit, new ScaleNumbers(scale, numbers));
    if (metric.tellsQuality()) {
      axis.getChildren().addAll(fixed(new Label(), DIFFERENCE), fixed(new Label(), VERDICT));
    }
    getChildren().add(axis);
  }

  private HBox row(Section section, Figure figure, String reference, Scale scale) {
    Label name = new Label(figure.strategy());
    HBox row = line(name, new IntervalBar(scale, figure.value(), figure.low(), figure.high()));
    String spoken = metricText.spoken(figure);
    if (figure.metric().tellsQuality()) {
      Label difference = new Label();
      Label verdict = new Label();
      difference.setAlignment(Pos.CENTER_RIGHT);
      if (figure.strategy().equals(reference)) {
        verdict.setText(texts.get("evaluate.reference"));
        verdict.getStyleClass().add("muted");
      } else {
        Difference found = section.difference(figure.strategy(), reference, figure.metric());
        difference.setText(metricText.difference(found));
        verdict.setText(metricText.verdict(found));
        verdict.setGraphic(new FontIcon(sign(found)));
        verdict.getStyleClass().addAll("verdict", found.clear() ? "clear" : "muted");
        spoken +=
            " "
                + texts.format(
                    "evaluate.compared", reference, difference.getText(), verdict.getText());
      }
      row.getChildren().addAll(fixed(difference, DIFFERENCE), fixed(verdict, VERDICT));
    }
    row.setId("compared-" + figure.strategy());
    row.getStyleClass().add("comparison-row");
    row.setFocusTraversable(true);
    row.setAccessibleRole(AccessibleRole.TEXT);
    row.setAccessibleText(spoken);
    Tooltip hint = new Tooltip(spoken);
    hint.setShowDelay(Duration.millis(150));
    hint.setWrapText(true);
    hint.setMaxWidth(360);
    Tooltip.install(row, hint);
    return row;
  }

  private static HBox line(Label name, Region bar) {
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox line = new HBox(8, fixed(name, NAME), bar);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** Columns are as wide in every row. */
  private static Label fixed(Label label, double width) {
    label.setMinWidth(width);
    label.setMaxWidth(width);
    return label;
  }

  private static Feather sign(Difference difference) {
    if (!difference.clear()) {
      return Feather.MINUS;
    }
    return difference.clearlyBetter() ? Feather.ARROW_UP : Feather.ARROW_DOWN;
  }
}
