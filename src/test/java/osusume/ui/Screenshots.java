package osusume.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

/**
 * Renders the views to PNG files, without a display: a program, not a test.
 *
 * <pre>java -Dglass.platform=Headless -Dprism.order=sw -cp … osusume.ui.Screenshots FOLDER</pre>
 */
final class Screenshots {
  private final Path folder;
  private final Path home = Files.createTempDirectory("osusume-shots");
  private TestWindow window;
  private Stage stage;

  private Screenshots(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  public static void main(String[] args) throws Exception {
    new Screenshots(Path.of(args.length > 0 ? args[0] : "target/screenshots")).run();
  }

  private void run() throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    onFx(
        () -> {
          stage = new Stage();
          window =
              new TestWindow(
                  stage,
                  home,
                  new Settings(
                      Theme.LIGHT, 1280, 800, 0, 0, false, TabPage.RECOMMENDATIONS.name()));
          stage.setWidth(1280);
          stage.setHeight(800);
          return null;
        });
    shoot("first-frame");
    onFx(
        () -> {
          window.assembly.start(java.util.List.of());
          return null;
        });
    await(() -> window.assembly.data().opened() != null);
    shoot("opened");
    await(() -> window.assembly.data().opened().trained().isPresent());
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      onFx(
          () -> {
            window.assembly.settings().change(old -> old.withTheme(theme));
            return null;
          });
      String name = theme.name().toLowerCase(java.util.Locale.ROOT);
      for (TabPage page : TabPage.values()) {
        onFx(
            () -> {
              window.assembly.navigation().tabProperty().set(page);
              return null;
            });
        settle();
        shoot(page.name().toLowerCase(java.util.Locale.ROOT) + "-" + name);
      }
      for (Panel panel : new Panel[] {Panel.SETTINGS, Panel.IMPORT_REPORT, Panel.KEYS}) {
        onFx(
            () -> {
              window.assembly.navigation().panelProperty().set(panel);
              return null;
            });
        settle();
        shoot(panel.name().toLowerCase(java.util.Locale.ROOT) + "-" + name);
      }
      onFx(
          () -> {
            window.assembly.navigation().panelProperty().set(null);
            return null;
          });
    }
    window.close();
    Platform.exit();
  }

  /** Until nothing is being worked out and everything is laid out. */
  private void settle() throws Exception {
    await(() -> window.assembly.jobs().running().isEmpty());
    for (int i = 0; i < 30; i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      onFx(() -> null);
    }
  }

  private void shoot(String name) throws Exception {
    for (int i = 0; i < 5; i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      onFx(() -> null);
    }
    WritableImage image = onFx(() -> snapshot(stage.getScene()));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
  }

  private static WritableImage snapshot(Scene scene) {
    return scene.snapshot(null);
  }

  private static void await(BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!onFx(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Waited too long.");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static <T> T onFx(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get();
  }
}
