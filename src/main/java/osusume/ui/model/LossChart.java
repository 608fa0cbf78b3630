package osusume.ui.model;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * The relative error after each iteration, as a line that grows while training runs. The error of
 * the start is left out: it can be a hundred times that of the first iteration, and would press the
 * rest of the line flat.
 */
final class LossChart extends VBox {
  private static final int MANY_TICKS = 8;

  private final Texts texts;
  private final Numbers numbers;
  private final NumberAxis across = new NumberAxis();
  private final NumberAxis up = new NumberAxis();
  private final LineChart<Number, Number> chart = new LineChart<>(across, up);
  private final XYChart.Series<Number, Number> line = new XYChart.Series<>();
  private final Label reading = new Label();

  LossChart(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
    getStyleClass().add("loss-chart");
    across.setLabel(texts.get("model.loss.iteration"));
    across.setMinorTickVisible(false);
    across.setAutoRanging(false);
    across.setTickLabelFormatter(new Ticks(0));
    up.setForceZeroInRange(false);
    up.setMinorTickVisible(false);
    up.setTickLabelFormatter(new Ticks(3));
    chart.setAnimated(false);
    chart.setCreateSymbols(false);
    chart.setLegendVisible(false);
    chart.getData().add(line);
    chart.setMinSize(0, 0);
    chart.setPrefSize(280, 160);
    chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    chart.addEventHandler(MouseEvent.MOUSE_MOVED, this::read);
    chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> readLast());
    reading.setId("loss-reading");
    reading.getStyleClass().add("caption");
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().setAll(chart, reading);
  }

  /** Shows the errors of a whole training; the first, that of the start, is passed over. */
  void show(double[] errors) {
    List<XYChart.Data<Number, Number>> points = new java.util.ArrayList<>();
    for (int i = 1; i < errors.length; i++) {
      points.add(new XYChart.Data<>(i, errors[i]));
    }
    line.getData().setAll(points);
    scale();
    readLast();
  }

  /** Adds what came of one more iteration; 0, the start, is passed over. */
  void add(int iteration, double error) {
    if (iteration > 0) {
      line.getData().add(new XYChart.Data<>(iteration, error));
      scale();
      readLast();
    }
  }

  /** From 0 to the last iteration, with whole numbers on the axis. */
  private void scale() {
    int last = Math.max(MANY_TICKS, line.getData().size());
    across.setUpperBound(last);
    int unit = 1;
    while (last / unit > MANY_TICKS) {
      // 1, 2, 5, 10, 20, 50 …
      unit = String.valueOf(unit).startsWith("2") ? unit / 2 * 5 : unit * 2;
    }
    across.setTickUnit(unit);
  }

  /** The points of the line. */
  List<XYChart.Data<Number, Number>> points() {
    return line.getData();
  }

  private void read(MouseEvent event) {
    if (line.getData().isEmpty()) {
      return;
    }
    Point2D there = across.sceneToLocal(event.getSceneX(), event.getSceneY());
    long nearest = Math.round(across.getValueForDisplay(there.getX()).doubleValue());
    say(line.getData().get(Math.clamp(nearest - 1, 0, line.getData().size() - 1)));
  }

  private void readLast() {
    if (line.getData().isEmpty()) {
      reading.setText(texts.get("model.loss.none"));
      chart.setAccessibleText(texts.get("model.loss.none"));
      return;
    }
    XYChart.Data<Number, Number> first = line.getData().getFirst();
    XYChart.Data<Number, Number> last = line.getData().getLast();
    say(last);
    chart.setAccessibleText(
        texts.format("model.loss.spoken", error(first), error(last), last.getXValue()));
  }

  private void say(XYChart.Data<Number, Number> point) {
    reading.setText(texts.format("model.loss.at", point.getXValue(), error(point)));
  }

  private String error(XYChart.Data<Number, Number> point) {
    return numbers.decimal(point.getYValue().doubleValue(), 4);
  }

  /** The numbers on an axis. */
  private final class Ticks extends StringConverter<Number> {
    private final int digits;

    Ticks(int digits) {
      this.digits = digits;
    }

    @Override
    public String toString(Number number) {
      return numbers.decimal(number.doubleValue(), digits);
    }

    @Override
    public Number fromString(String text) {
      throw new UnsupportedOperationException("An axis is not typed into.");
    }
  }
}
