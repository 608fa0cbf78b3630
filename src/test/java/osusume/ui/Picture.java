package osusume.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
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
    WritableImage image = TestWindow.onFx(() -> stage.getScene().snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    ImageIO.write(copy, "png", file.toFile());
  }
}
