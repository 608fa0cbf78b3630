package osusume.ui.evaluate;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.SVGPath;

/**
 * What tells the lines of a chart apart: a colour, the shape of the points, and from the ninth on
 * the dashes; nobody needs to see the colours.
 */
final class SeriesMark {
  private static final List<String> SHAPES =
      List.of(
          "M4 0 A4 4 0 1 0 4 8 A4 4 0 1 0 4 0 Z",
          "M0 0 H8 V8 H0 Z",
          "M4 0 L8.5 8 H-0.5 Z",
          "M4 -1 L9 4 L4 9 L-1 4 Z",
          "M-0.5 0 H8.5 L4 8 Z",
          "M3 0 H5 V3 H8 V5 H5 V8 H3 V5 H0 V3 H3 Z",
          "M1 -0.5 L4 2.5 L7 -0.5 L8.5 1 L5.5 4 L8.5 7 L7 8.5 L4 5.5 L1 8.5 L-0.5 7 L2.5 4 L-0.5 1"
              + " Z",
          "M0 2 H8 V6 H0 Z");

  private SeriesMark() {}

  /** A point of the line with this index, around the origin. */
  static SVGPath point(int index) {
    SVGPath point = new SVGPath();
    point.setContent(SHAPES.get(index % SHAPES.size()));
    point.getStyleClass().addAll("series-point", series(index));
    return point;
  }

  static Polyline line(int index) {
    Polyline line = new Polyline();
    line.getStyleClass().addAll("series-line", series(index));
    if (index >= SHAPES.size()) {
      line.getStrokeDashArray().setAll(6.0, 4.0);
    }
    return line;
  }

  /** A piece of the line with one point, for a legend. */
  static Region sample(int index) {
    Region sample =
        new Region() {
          {
            Polyline line = line(index);
            line.getPoints().setAll(0.0, 8.0, 24.0, 8.0);
            SVGPath point = point(index);
            point.relocate(8, 4);
            getChildren().setAll(line, point);
          }
        };
    sample.setMinSize(24, 16);
    sample.setPrefSize(24, 16);
    sample.setMaxSize(24, 16);
    return sample;
  }

  /** The style class that gives the colour. */
  static String series(int index) {
    return "series-" + index % SHAPES.size();
  }
}
