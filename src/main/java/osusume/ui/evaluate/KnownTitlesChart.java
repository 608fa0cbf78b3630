package osusume.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.SVGPath;
import osusume.evaluate.Figure;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/**
 * A metric by the number of titles that are known of a person: a line a strategy, with the interval
 * at each point. The numbers of titles stand at equal distances, for they grow by factors. What the
 * mouse is nearest to is told to whoever listens.
 */
final class KnownTitlesChart extends Region {
  private static final double LEFT = 40;
  private static final double BELOW = 32;
  private static final double ABOVE = 8;
  private static final double REACH = 40;

  private final Numbers numbers;
  private final Listener listener;
  private final Label acrossName = new Label();
  private final List<Region> gridLines = new ArrayList<>();
  private final List<Label> upNumbers = new ArrayList<>();
  private final List<Label> acrossNumbers = new ArrayList<>();
  private final List<Series> series = new ArrayList<>();
  private List<Integer> known = List.of();
  private Scale scale = Scale.to(1);

  /** Hears what the mouse is on. */
  interface Listener {
    /**
     * @param series index of the line; −1: none
     * @param point index of its point
     */
    void on(int series, int point);
  }

  /** One line: its figures, one for each number of known titles. */
  private record Series(
      List<Figure> figures, Polyline line, List<SVGPath> points, List<Line> whiskers) {
    List<Node> nodes() {
      List<Node> nodes = new ArrayList<>(whiskers);
      nodes.add(line);
      nodes.addAll(points);
      return nodes;
    }
  }

  KnownTitlesChart(Texts texts, Numbers numbers, Listener listener) {
    this.numbers = numbers;
    this.listener = listener;
    acrossName.setText(texts.get("evaluate.known.axis"));
    acrossName.getStyleClass().add("caption");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinHeight(200);
    setPrefSize(480, 240);
    setOnMouseMoved(this::moved);
    setOnMouseExited(_ -> listener.on(-1, 0));
  }

  /**
   * Shows lines.
   *
   * @param knownTitles the numbers across
   * @param lines a list of figures for each line, one for each of those numbers
   */
  void show(List<Integer> knownTitles, List<List<Figure>> lines) {
    known = knownTitles;
    double most = 0;
    for (List<Figure> line : lines) {
      for (Figure figure : line) {
        most = Math.max(most, Double.isNaN(figure.high()) ? figure.value() : figure.high());
      }
    }
    scale = Scale.to(most);
    getChildren().clear();
    axes();
    series.clear();
    for (int i = 0; i < lines.size(); i++) {
      series.add(series(i, lines.get(i)));
    }
    series.forEach(one -> getChildren().addAll(one.nodes()));
    requestLayout();
  }

  private void axes() {
    gridLines.clear();
    upNumbers.clear();
    acrossNumbers.clear();
    for (double number : scale.numbers()) {
      Region line = new Region();
      line.getStyleClass().add("chart-line");
      gridLines.add(line);
      upNumbers.add(caption(numbers.decimal(number, scale.digits())));
    }
    known.forEach(count -> acrossNumbers.add(caption(numbers.count(count))));
    getChildren().addAll(gridLines);
    getChildren().addAll(upNumbers);
    getChildren().addAll(acrossNumbers);
    getChildren().add(acrossName);
  }

  private static Label caption(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("caption");
    return label;
  }

  private static Series series(int index, List<Figure> figures) {
    List<SVGPath> points = new ArrayList<>();
    List<Line> whiskers = new ArrayList<>();
    for (Figure figure : figures) {
      points.add(SeriesMark.point(index));
      Line whisker = new Line();
      whisker.getStyleClass().addAll("series-whisker", SeriesMark.series(index));
      whisker.setVisible(!Double.isNaN(figure.low()));
      whiskers.add(whisker);
    }
    return new Series(figures, SeriesMark.line(index), points, whiskers);
  }

  /** Lets one line stand out; −1: none does. */
  void highlight(int index) {
    for (int i = 0; i < series.size(); i++) {
      double strength = index < 0 || index == i ? 1 : 0.2;
      series.get(i).nodes().forEach(node -> node.setOpacity(strength));
    }
  }

  private double across(int point, int ofSeries) {
    double step = (getWidth() - LEFT) / known.size();
    // Side by side, so that one interval does not hide another.
    double room = Math.min(6, step * 0.4 / Math.max(1, series.size()));
    return LEFT + step * (point + 0.5) + (ofSeries - (series.size() - 1) / 2.0) * room;
  }

  private double up(double value) {
    return ABOVE + (getHeight() - ABOVE - BELOW) * (1 - scale.place(value));
  }

  @Override
  protected void layoutChildren() {
    for (int i = 0; i < gridLines.size(); i++) {
      double y = Math.round(up(scale.numbers().get(i)));
      gridLines.get(i).resizeRelocate(LEFT, y, getWidth() - LEFT, 1);
      layoutInArea(upNumbers.get(i), 0, y - 8, LEFT - 8, 16, 0, HPos.RIGHT, VPos.CENTER);
    }
    double step = (getWidth() - LEFT) / Math.max(1, known.size());
    for (int i = 0; i < acrossNumbers.size(); i++) {
      layoutInArea(
          acrossNumbers.get(i),
          LEFT + step * i,
          getHeight() - BELOW,
          step,
          16,
          0,
          HPos.CENTER,
          VPos.CENTER);
    }
    layoutInArea(
        acrossName, LEFT, getHeight() - 16, getWidth() - LEFT, 16, 0, HPos.CENTER, VPos.CENTER);
    for (int s = 0; s < series.size(); s++) {
      lay(series.get(s), s);
    }
  }

  private void lay(Series one, int index) {
    List<Double> path = new ArrayList<>();
    for (int i = 0; i < one.figures.size(); i++) {
      Figure figure = one.figures.get(i);
      double x = across(i, index);
      double y = up(figure.value());
      path.add(x);
      path.add(y);
      one.points.get(i).setLayoutX(x - 4);
      one.points.get(i).setLayoutY(y - 4);
      Line whisker = one.whiskers.get(i);
      whisker.setStartX(x);
      whisker.setEndX(x);
      whisker.setStartY(up(figure.low()));
      whisker.setEndY(up(figure.high()));
    }
    one.line.getPoints().setAll(path);
  }

  private void moved(MouseEvent event) {
    double nearest = REACH;
    int atSeries = -1;
    int atPoint = 0;
    for (int s = 0; s < series.size(); s++) {
      for (int i = 0; i < series.get(s).figures.size(); i++) {
        double dx = across(i, s) - event.getX();
        double dy = up(series.get(s).figures.get(i).value()) - event.getY();
        if (Math.hypot(dx, dy) < nearest) {
          nearest = Math.hypot(dx, dy);
          atSeries = s;
          atPoint = i;
        }
      }
    }
    listener.on(atSeries, atPoint);
  }
}
