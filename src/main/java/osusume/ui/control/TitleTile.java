package osusume.ui.control;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import osusume.data.Anime;

/**
 * A small picture of a title, drawn from its name, id and genres, for the data has no pictures; the
 * same wherever the title appears.
 */
public final class TitleTile extends Canvas {
  private final Size size;
  private Anime shown;

  /** How large a tile is. */
  public enum Size {
    /** In a dense table. */
    SMALL(24, 34),
    /** In a list. */
    LIST(40, 56),
    /** Where one title is looked at. */
    LARGE(120, 168);

    private final double width;
    private final double height;

    Size(double width, double height) {
      this.width = width;
      this.height = height;
    }
  }

  public TitleTile(Size size) {
    super(size.width, size.height);
    this.size = size;
    // The name stands beside it.
    setAccessibleRole(AccessibleRole.NODE);
  }

  /** Draws a title; null: nothing. */
  public void show(Anime anime) {
    if (anime != null && anime.equals(shown)) {
      return;
    }
    shown = anime;
    GraphicsContext pen = getGraphicsContext2D();
    pen.clearRect(0, 0, size.width, size.height);
    if (anime != null) {
      draw(pen, anime);
    }
  }

  private void draw(GraphicsContext pen, Anime anime) {
    double round = size == Size.SMALL ? 4 : 6;
    pen.save();
    pen.beginPath();
    roundRectangle(pen, size.width, size.height, round);
    pen.clip();
    Color[] colours = GenreColours.of(anime.genres());
    pen.setFill(
        new LinearGradient(
            0,
            0,
            1,
            1,
            true,
            CycleMethod.NO_CYCLE,
            List.of(new Stop(0, colours[0]), new Stop(1, colours[1]))));
    pen.fillRect(0, 0, size.width, size.height);
    pattern(pen, spread(anime.id()));
    pen.setFill(Color.WHITE);
    pen.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, size.width * 0.38));
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setTextBaseline(VPos.BOTTOM);
    pen.fillText(
        TitleInitials.of(anime.name()),
        size.width * 0.12,
        size.height - size.width * 0.06,
        size.width * 0.78);
    pen.restore();
  }

  private static void roundRectangle(GraphicsContext pen, double width, double height, double r) {
    pen.moveTo(r, 0);
    pen.arcTo(width, 0, width, height, r);
    pen.arcTo(width, height, 0, height, r);
    pen.arcTo(0, height, 0, 0, r);
    pen.arcTo(0, 0, width, 0, r);
    pen.closePath();
  }

  /** Ids that lie close together must not look alike. */
  private static int spread(int id) {
    int mixed = id * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) & 0x7fffffff;
  }

  private void pattern(GraphicsContext pen, int hash) {
    double unit = size.width / 5;
    double shift = hash / 8 % 100 / 100.0;
    pen.setStroke(Color.gray(1, 0.22));
    pen.setFill(Color.gray(1, 0.14));
    pen.setLineWidth(Math.max(1, size.width / 36));
    switch (hash % 5) {
      case 0 -> rings(pen, unit, shift);
      case 1 -> stripes(pen, unit);
      case 2 -> waves(pen, unit);
      case 3 -> dots(pen, unit, shift);
      default -> hills(pen, shift);
    }
  }

  private void rings(GraphicsContext pen, double unit, double shift) {
    double x = size.width * (0.3 + 0.6 * shift);
    double y = size.height * 0.3;
    for (int ring = 1; ring <= 6; ring++) {
      pen.strokeOval(x - ring * unit, y - ring * unit, 2 * ring * unit, 2 * ring * unit);
    }
  }

  private void stripes(GraphicsContext pen, double unit) {
    for (double x = -size.height; x < size.width; x += unit) {
      pen.strokeLine(x, size.height, x + size.height, 0);
    }
  }

  /** Seigaiha: overlapping waves. */
  private void waves(GraphicsContext pen, double unit) {
    int row = 0;
    for (double y = 0; y < size.height + unit; y += unit / 2) {
      double from = row++ % 2 == 0 ? 0 : -unit;
      for (double x = from; x < size.width + unit; x += 2 * unit) {
        pen.strokeOval(x - unit, y - unit, 2 * unit, 2 * unit);
      }
    }
  }

  private void dots(GraphicsContext pen, double unit, double shift) {
    double radius = unit * (0.2 + 0.15 * shift);
    for (double y = unit / 2; y < size.height; y += unit) {
      for (double x = unit / 2; x < size.width; x += unit) {
        pen.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
      }
    }
  }

  private void hills(GraphicsContext pen, double shift) {
    double sun = size.width * 0.36;
    pen.fillOval(size.width * (0.15 + 0.5 * shift), size.height * 0.14, sun, sun);
    pen.fillOval(-size.width * 0.5, size.height * 0.55, size.width * 1.4, size.height);
    pen.fillOval(size.width * 0.3, size.height * 0.65, size.width * 1.4, size.height);
  }
}
