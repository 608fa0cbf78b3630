package osusume.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.recommend.BlendPart;
import osusume.ui.control.ValueSlider;
import osusume.ui.view.TabPage;

/**
 * Renders the states of the Recommendations tab to PNG files: a program, not a test. Started like
 * {@link Screenshots}. What the pictures show is made up by a {@link StagedDoor}.
 */
final class RecommendationsScreenshots {
  private static final Theme[] THEMES = {Theme.LIGHT, Theme.DARK};

  private final Path folder;
  private final TestWindow window;
  private final StagedDoor door = new StagedDoor();
  private Stage stage;

  private RecommendationsScreenshots(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.window = new TestWindow(Files.createTempDirectory("osusume-shots"));
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      new RecommendationsScreenshots(
              Path.of(args.length > 0 ? args[0] : "target/screenshots/recommendations"))
          .run();
    } finally {
      Platform.exit();
    }
  }

  private void run() throws IOException {
    window.doors = door::before;
    door.predicts = false;
    door.strategies = List.of("mix", "group", "popular");
    door.story = null;
    TestWindow.act(
        () -> {
          stage = new Stage();
          window.show(
              stage,
              new Settings(Theme.LIGHT, 1280, 800, 0, 0, false, TabPage.RECOMMENDATIONS.name()));
          size(1280, 800);
        });
    shoot("opening");
    window.open();
    window.untilTrained();
    TestWindow.act(() -> window.assembly.user().choose(68));
    TestWindow.act(() -> window.assembly.training().startUsual());
    TestWindow.until(() -> !window.assembly.training().iterations().isEmpty());
    shoot("learning");
    window.untilTrained();
    door.strategies =
        List.of(
            "blend",
            "similar",
            "mix",
            "group",
            "bagged",
            "profile",
            "scale",
            "genres",
            "length",
            "popularity",
            "type",
            "popular");
    reopen();
    settle();
    shoot("no-predictor");
    door.predicts = true;
    reopen();
    inBothThemes("all");
    TestWindow.act(() -> window.find("aim-rate", ToggleButton.class).fire());
    inBothThemes("aim-rate");
    TestWindow.act(() -> window.find("aim-watch", ToggleButton.class).fire());
    settle();
    TestWindow.act(
        () -> {
          slider("novelty").setValue(0.4);
          slider("diversity").setValue(0.7);
          window.find("weights-unfold", ToggleButton.class).fire();
          slider("weight-popular").setValue(0);
          slider("weight-similar").setValue(1.6);
        });
    inBothThemes("weights");
    for (BlendPart part : BlendPart.values()) {
      TestWindow.act(() -> slider("weight-" + part.key()).setValue(0));
    }
    scrollForm(0.6);
    inBothThemes("weights-zero");
    scrollForm(0);
    TestWindow.act(() -> window.find("weights-reset", Hyperlink.class).fire());
    TestWindow.act(() -> window.find("weights-unfold", ToggleButton.class).fire());
    reasons();
    filters();
  }

  private void reasons() throws IOException {
    settle();
    for (int i = 0; i < 4; i++) {
      TestWindow.act(() -> ((Button) some(".reason-cross")).fire());
      settle();
    }
    inBothThemes("without");
    TestWindow.act(
        () -> {
          window.find("recommendations", ListView.class).getSelectionModel().select(0);
          some(".reason-cross").requestFocus();
        });
    inBothThemes("reason-focused");
    TestWindow.act(() -> window.find("put-all-back", Hyperlink.class).fire());
    settle();
    TestWindow.act(() -> ((Hyperlink) some(".why")).fire());
    inBothThemes("why");
    TestWindow.act(() -> ((Hyperlink) some(".why")).fire());
  }

  private void filters() throws IOException {
    count("1");
    settle();
    shoot("one");
    count("100");
    settle();
    shoot("hundred");
    TestWindow.act(() -> window.find("filter-title", TextField.class).setText("zzzz"));
    settle();
    shoot("none");
  }

  private void count(String text) {
    TestWindow.act(() -> window.find("how-many", Spinner.class).getEditor().setText(text));
  }

  private Slider slider(String id) {
    return (Slider) window.find(id, ValueSlider.class).lookup(".slider");
  }

  private Node some(String selector) {
    return window.find("recommendations", ListView.class).lookupAll(selector).stream()
        .filter(TestWindow::shown)
        .min(Comparator.comparingDouble(node -> node.localToScene(0, 0).getY()))
        .orElseThrow();
  }

  private void scrollForm(double to) {
    TestWindow.act(
        () ->
            ((ScrollPane) window.find("recommendations-page", Node.class).lookup(".side"))
                .setVvalue(to));
  }

  private void reopen() {
    Object before = TestWindow.onFx(() -> window.assembly.data().opened());
    TestWindow.act(() -> window.assembly.datasets().open("demo"));
    TestWindow.until(() -> window.assembly.data().opened() != before);
    settle();
  }

  private void inBothThemes(String name) throws IOException {
    for (Theme theme : THEMES) {
      TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(theme)));
      String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
      settle();
      shoot(name + ending);
      TestWindow.act(() -> size(900, 600));
      settle();
      shoot(name + "-small" + ending);
      TestWindow.act(() -> size(1280, 800));
    }
    TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(Theme.LIGHT)));
    settle();
  }

  private void size(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private void settle() {
    for (int i = 0; i < 15; i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      TestWindow.until(() -> window.assembly.jobs().running().isEmpty());
    }
  }

  private void shoot(String name) throws IOException {
    Picture.write(stage, folder.resolve(name + ".png"));
  }
}
