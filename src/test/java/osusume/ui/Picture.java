package osusume.ui;

import atlantafx.base.controls.Popover;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Renders windows to PNG files, without a display. */
final class Picture {
  private static final int FRAMES = 5;

  private Picture() {}

  /** Waits a few frames, so that everything is laid out, and writes what the window shows. */
  static void write(Stage stage, Path file) throws IOException {
    for (int frame = 0; frame < FRAMES; frame++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      TestWindow.act(() -> {});
    }
    BufferedImage picture = TestWindow.onFx(() -> picture(stage));
    ImageIO.write(picture, "png", file.toFile());
  }

  private static BufferedImage picture(Stage stage) {
    BufferedImage whole = copy(stage.getScene().snapshot(null));
    BufferedImage picture =
        new BufferedImage(whole.getWidth(), whole.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.drawImage(whole, 0, 0, null);
    double left = stage.getX() + stage.getScene().getX();
    double top = stage.getY() + stage.getScene().getY();
    for (Window window : Window.getWindows()) {
      // What stands beside something is a window of its own, and is drawn where it stands.
      if (window instanceof Popover popover && popover.isShowing()) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        Node root = popover.getScene().getRoot();
        canvas.drawImage(
            copy(root.snapshot(clear, null)),
            (int) (popover.getX() - left),
            (int) (popover.getY() - top),
            null);
      }
    }
    canvas.dispose();
    return picture;
  }

  private static BufferedImage copy(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    return copy;
  }
}
