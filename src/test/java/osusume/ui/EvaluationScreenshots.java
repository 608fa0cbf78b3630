package osusume.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.evaluate.Metric;
import osusume.recommend.SmallWorld;
import osusume.ui.view.TabPage;

/**
 * Renders the states of the Evaluation tab to PNG files, without a display: a program, not a test.
 * Started like {@link Screenshots}; files named after the folder are imported, and what is measured
 * is measured on them instead of on the demo.
 */
final class EvaluationScreenshots {
  private final Path folder;
  private final List<Path> files;
  private final TestWindow window;
  private Stage stage;

  private EvaluationScreenshots(Path folder, List<Path> files) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.files = files;
    this.window = new TestWindow(Files.createTempDirectory("osusume-shots"));
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      Path folder = Path.of(args.length > 0 ? args[0] : "target/screenshots");
      List<Path> files = Arrays.stream(args).skip(1).map(Path::of).toList();
      new EvaluationScreenshots(folder, files).run();
    } finally {
      Platform.exit();
    }
  }

  private void run() throws IOException {
    TestWindow.act(
        () -> {
          stage = new Stage();
          window.show(
              stage, new Settings(Theme.LIGHT, 1280, 800, 0, 0, false, TabPage.EVALUATION.name()));
          size(1280, 800);
        });
    shoot("evaluation-opening");
    window.keep(SmallWorld.data());
    window.open();
    settle();
    shoot("evaluation-too-few");
    TestWindow.act(() -> window.assembly.datasets().open("demo"));
    TestWindow.until(() -> window.assembly.data().opened().data().simulated());
    settle();
    themes("evaluation-none");
    press("protocols-none");
    shoot("evaluation-nothing-chosen");
    if (!files.isEmpty()) {
      TestWindow.act(() -> window.assembly.datasets().importFiles(files));
      TestWindow.until(() -> !window.assembly.data().opened().data().simulated());
      window.untilTrained();
      TestWindow.act(() -> window.assembly.navigation().panelProperty().set(null));
    }
    press("protocols-all");
    TestWindow.act(() -> window.find("evaluation-seed", TextField.class).setText("x"));
    shoot("evaluation-invalid");
    TestWindow.act(() -> window.find("evaluation-seed", TextField.class).setText("1"));
    press("evaluation-run");
    TestWindow.until(() -> window.assembly.evaluations().runningProperty().get() != null);
    for (int i = 0; i < 60; i++) {
      shoot("evaluation-first-run");
    }
    untilEnded();
    results();
    whileRunning();
    window.close();
  }

  private void results() throws IOException {
    for (String protocol : List.of("P1", "P1f", "P2", "P3", "P4", "cold-start")) {
      show(protocol);
      themes("evaluation-" + protocol);
    }
    TestWindow.act(() -> size(900, 600));
    for (String protocol : List.of("P1", "P2", "cold-start")) {
      show(protocol);
      shoot("evaluation-small-" + protocol);
      scroll(0.5);
      shoot("evaluation-small-" + protocol + "-middle");
      scroll(1);
      shoot("evaluation-small-" + protocol + "-end");
      scroll(0);
    }
    TestWindow.act(() -> size(1280, 800));
    show("P1");
    choose(Metric.COVERAGE_10);
    shoot("evaluation-coverage");
    choose(Metric.RECALL_20);
    compareWith("mix");
    shoot("evaluation-reference");
    press("evaluation-csv");
    settle();
    shoot("evaluation-exported");
  }

  private void whileRunning() throws IOException {
    TestWindow.act(() -> window.assembly.datasets().open("small"));
    TestWindow.until(() -> window.assembly.data().opened().data().name().equals("small"));
    settle();
    shoot("evaluation-other-data");
    TestWindow.act(() -> window.assembly.datasets().open("demo"));
    TestWindow.until(() -> window.assembly.data().opened().data().simulated());
    settle();
    press("evaluation-run");
    for (int i = 0; i < 30; i++) {
      shoot("evaluation-running");
    }
    TestWindow.act(
        () -> {
          size(900, 600);
          window.assembly.settings().change(old -> old.withTheme(Theme.DARK));
        });
    shoot("evaluation-running-small-dark");
    press("evaluation-cancel");
    shoot("evaluation-cancelling-small-dark");
    untilEnded();
    shoot("evaluation-cancelled-small-dark");
  }

  private void untilEnded() {
    while (TestWindow.onFx(() -> window.assembly.evaluations().runningProperty().get() != null)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private void show(String protocol) {
    TestWindow.act(() -> window.find("show-" + protocol, ToggleButton.class).fire());
    settle();
  }

  private void scroll(double to) {
    TestWindow.act(() -> window.find("evaluation-result", ScrollPane.class).setVvalue(to));
    settle();
  }

  @SuppressWarnings("unchecked")
  private void choose(Metric metric) {
    TestWindow.act(() -> window.find("evaluation-metric", ComboBox.class).setValue(metric));
    settle();
  }

  @SuppressWarnings("unchecked")
  private void compareWith(String strategy) {
    TestWindow.act(() -> window.find("evaluation-reference", ComboBox.class).setValue(strategy));
    settle();
  }

  private void press(String id) {
    TestWindow.act(
        () -> {
          switch (window.find(id, javafx.scene.Node.class)) {
            case Button button -> button.fire();
            case Hyperlink link -> link.fire();
            case CheckBox box -> box.fire();
            default -> throw new AssertionError(id);
          }
        });
    settle();
  }

  private void themes(String name) throws IOException {
    for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
      TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(theme)));
      settle();
      shoot(name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }

  private void size(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private void settle() {
    for (int i = 0; i < 15; i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      TestWindow.act(() -> {});
    }
  }

  private void shoot(String name) throws IOException {
    for (int i = 0; i < 3; i++) {
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
    ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
  }
}
