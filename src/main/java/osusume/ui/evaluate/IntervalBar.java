package osusume.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/** A figure as a bar from 0, with its 95 % interval as a whisker, over the lines of its axis. */
final class IntervalBar extends Region {
  private static final double BAR = 14;
  private static final double CAP = 10;
  private static final double THICK = 4;

  private final Scale scale;
  private final double value;
  private final double low;
  private final double high;
  private final List<Region> lines = new ArrayList<>();
  private final Region bar = new Region();
  private final Region whisker = new Region();
  private final Region from = new Region();
  private final Region to = new Region();

  /**
   * @param low lower end of the interval; NaN: there is none
   * @param high its upper end
   */
  IntervalBar(Scale scale, double value, double low, double high) {
    this.scale = scale;
    this.value = value;
    this.low = low;
    this.high = high;
    for (int i = 0; i < scale.numbers().size(); i++) {
      Region line = new Region();
      line.getStyleClass().add("chart-line");
      lines.add(line);
    }
    bar.getStyleClass().add("interval-bar");
    getChildren().addAll(lines);
    getChildren().add(bar);
    if (!Double.isNaN(low)) {
      for (Region part : List.of(whisker, from, to)) {
        part.getStyleClass().add("interval-whisker");
        getChildren().add(part);
      }
    }
    setMouseTransparent(true);
    setMinSize(80, 24);
    setPrefSize(240, 28);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 1;
    double middle = Math.round(getHeight() / 2);
    List<Double> numbers = scale.numbers();
    for (int i = 0; i < lines.size(); i++) {
      double x = Math.round(width * scale.place(numbers.get(i)));
      lines.get(i).resizeRelocate(x, 0, 1, getHeight());
    }
    bar.resizeRelocate(0, middle - BAR / 2, Math.round(width * scale.place(value)), BAR);
    if (!Double.isNaN(low)) {
      double left = Math.round(width * scale.place(low));
      double right = Math.round(width * scale.place(high));
      whisker.resizeRelocate(left, middle - THICK / 2, Math.max(1, right - left), THICK);
      from.resizeRelocate(left - THICK / 2, middle - CAP / 2, THICK, CAP);
      to.resizeRelocate(right - THICK / 2, middle - CAP / 2, THICK, CAP);
    }
  }
}
