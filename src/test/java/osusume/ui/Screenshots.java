package osusume.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.nmf.NmfSettings;
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
          window = new TestWindow(home);
          window.show(
              stage,
              new Settings(Theme.LIGHT, 1280, 800, 0, 0, false, TabPage.RECOMMENDATIONS.name()));
          size(1280, 800);
          return null;
        });
    shoot("first-frame");
    act(() -> window.assembly.start(List.of()));
    await(() -> window.assembly.data().opened() != null);
    await(() -> window.assembly.training().runningProperty().get() != null);
    act(() -> window.assembly.training().runningProperty().get().cancel());
    settle();
    shoot("no-taste-groups");
    act(() -> window.assembly.training().start(NmfSettings.DEFAULT));
    await(() -> window.assembly.data().opened().trained().isPresent());
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      act(() -> window.assembly.settings().change(old -> old.withTheme(theme)));
      String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
      act(() -> size(1280, 800));
      for (TabPage page : TabPage.values()) {
        act(() -> window.assembly.navigation().tabProperty().set(page));
        settle();
        shoot(page.name().toLowerCase(Locale.ROOT) + ending);
      }
      shootFilters(ending);
      shootPanels(ending);
      shootErrorWindow(ending);
      act(() -> size(900, 600));
      for (TabPage page : TabPage.values()) {
        act(() -> window.assembly.navigation().tabProperty().set(page));
        settle();
        shoot(page.name().toLowerCase(Locale.ROOT) + "-small" + ending);
      }
    }
    window.close();
    Platform.exit();
  }

  private void size(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private void shootFilters(String ending) throws Exception {
    act(() -> window.assembly.navigation().tabProperty().set(TabPage.ANIME));
    act(() -> link("filter-genres").fire());
    settle();
    act(() -> chip("Mystery").fire());
    act(() -> chip("Comedy").fire());
    act(() -> chip("Comedy").fire());
    settle();
    shoot("anime-genres" + ending);
    act(() -> link("filter-genres").fire());
    act(() -> ((TextField) find("rating-from")).setText("9.9"));
    act(() -> ((TextField) find("members-to")).setText("lots"));
    settle();
    shoot("anime-none" + ending);
    act(() -> link("filter-reset").fire());
    act(() -> ((TextField) find("members-to")).clear());
  }

  private Button chip(String genre) {
    return (Button)
        find("anime-page").lookupAll(".chip").stream()
            .filter(node -> node instanceof Button b && b.getText().endsWith(genre))
            .findFirst()
            .orElseThrow();
  }

  private Hyperlink link(String id) {
    return (Hyperlink) find(id);
  }

  private Node find(String id) {
    return window.assembly.navigation().tabProperty().get() == TabPage.ANIME
        ? stage.getScene().lookup("#anime-page").lookup("#" + id)
        : stage.getScene().lookup("#" + id);
  }

  private void shootPanels(String ending) throws Exception {
    for (Panel panel : new Panel[] {Panel.SETTINGS, Panel.IMPORT_REPORT, Panel.KEYS}) {
      act(() -> window.assembly.navigation().panelProperty().set(panel));
      settle();
      shoot(panel.name().toLowerCase(Locale.ROOT).replace('_', '-') + ending);
    }
    act(() -> window.assembly.navigation().panelProperty().set(null));
    act(() -> window.assembly.messages().wrong("rating.csv, line 7: \"ten\" is not a rating."));
    act(() -> stage.getScene().lookup(".drop-hint").setVisible(true));
    shoot("drop" + ending);
    act(() -> stage.getScene().lookup(".drop-hint").setVisible(false));
    shoot("message" + ending);
    act(() -> window.assembly.messages().putAway(window.assembly.messages().shown().getFirst()));
  }

  private void shootErrorWindow(String ending) throws Exception {
    act(() -> window.errors.show(new IllegalStateException("an example")));
    Stage shown =
        onFx(
            () ->
                (Stage)
                    javafx.stage.Window.getWindows().stream()
                        .filter(other -> other != stage)
                        .findFirst()
                        .orElseThrow());
    shoot("error" + ending, shown);
    act(shown::hide);
  }

  private static void act(Runnable action) throws Exception {
    onFx(
        () -> {
          action.run();
          return null;
        });
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
    shoot(name, stage);
  }

  private void shoot(String name, Stage of) throws Exception {
    Picture.write(of, folder.resolve(name + ".png"));
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
