package osusume.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/** The program's icon: a star on the accent colour. */
final class AppIcon {
  private static final Color GROUND = Color.web("#6741d9");

  private AppIcon() {}

  static List<Image> sizes() {
    return Stream.of(16, 32, 64, 128).map(AppIcon::draw).toList();
  }

  private static Image draw(int size) {
    Canvas canvas = new Canvas(size, size);
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.setFill(GROUND);
    pen.fillRoundRect(0, 0, size, size, size * 0.44, size * 0.44);
    pen.setFill(Color.WHITE);
    double[] x = new double[10];
    double[] y = new double[10];
    for (int point = 0; point < 10; point++) {
      double radius = size * (point % 2 == 0 ? 0.36 : 0.15);
      double angle = Math.PI * (point / 5.0 - 0.5);
      x[point] = size / 2.0 + radius * Math.cos(angle);
      y[point] = size * 0.52 + radius * Math.sin(angle);
    }
    pen.fillPolygon(x, y, 10);
    SnapshotParameters transparent = new SnapshotParameters();
    transparent.setFill(Color.TRANSPARENT);
    return canvas.snapshot(transparent, null);
  }
}
