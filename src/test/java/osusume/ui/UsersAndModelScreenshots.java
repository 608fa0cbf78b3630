package osusume.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.nmf.NmfSettings;
import osusume.ui.view.TabPage;

/**
 * Renders the states of the Users and Model tabs to PNG files, without a display: a program, not a
 * test. Started like {@link Screenshots}.
 */
final class UsersAndModelScreenshots {
  private final Path folder;
  private final TestWindow window;
  private Stage stage;

  private UsersAndModelScreenshots(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.window = new TestWindow(Files.createTempDirectory("osusume-shots"));
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      new UsersAndModelScreenshots(Path.of(args.length > 0 ? args[0] : "target/screenshots")).run();
    } finally {
      Platform.exit();
    }
  }

  private void run() throws IOException {
    TestWindow.act(
        () -> {
          stage = new Stage();
          window.show(
              stage, new Settings(Theme.LIGHT, 1280, 800, 0, 0, false, TabPage.MODEL.name()));
          size(1280, 800);
        });
    shoot("model-opening");
    show(TabPage.USERS);
    shoot("users-opening");
    show(TabPage.MODEL);
    TestWindow.act(() -> window.assembly.start(List.of()));
    TestWindow.until(() -> !window.assembly.training().iterations().isEmpty());
    shoot("model-first-training");
    TestWindow.until(() -> window.assembly.learning().currentProperty().get() != null);
    shoot("model-learning");
    window.untilTrained();
    users();
    model();
    window.close();
  }

  private void users() throws IOException {
    show(TabPage.USERS);
    TestWindow.act(() -> window.assembly.user().choose(67));
    themes("users");
    type("user-number", "99999");
    shoot("users-unknown");
    TestWindow.act(() -> window.assembly.user().choose(68));
    TestWindow.act(() -> choose("users-more", 8));
    settle();
    shoot("users-filtered");
    TestWindow.act(
        () -> {
          choose("users-less", 9);
          window.find("users-unrated", javafx.scene.control.CheckBox.class).setSelected(false);
        });
    settle();
    shoot("users-none-fits");
    TestWindow.act(
        () -> {
          choose("users-less", null);
          choose("users-more", null);
          size(900, 600);
        });
    settle();
    shoot("users-small");
    TestWindow.act(
        () -> window.find("users-profile", javafx.scene.control.ScrollPane.class).setVvalue(1));
    settle();
    shoot("users-small-scrolled");
    TestWindow.act(() -> size(1280, 800));
  }

  private void model() throws IOException {
    show(TabPage.MODEL);
    themes("model");
    TestWindow.act(
        () -> window.find("model-side", javafx.scene.control.ScrollPane.class).setVvalue(0.6));
    themes("model-parts");
    TestWindow.act(
        () -> window.find("model-side", javafx.scene.control.ScrollPane.class).setVvalue(0));
    TestWindow.act(() -> window.assembly.navigation().showGroup(2));
    settle();
    themes("model-group");
    type("groups-search", "sports");
    settle();
    shoot("model-search");
    type("groups-search", "zzz");
    settle();
    shoot("model-search-none");
    type("groups-search", "");
    type("train-components", "1000");
    type("train-tolerance", "small");
    shoot("model-invalid");
    type("train-components", "150");
    type("train-tolerance", "0");
    type("train-iterations", "3000");
    TestWindow.act(() -> window.find("train", javafx.scene.control.Button.class).fire());
    TestWindow.until(() -> window.assembly.training().iterations().size() > 20);
    shoot("model-training");
    TestWindow.act(
        () -> {
          window.assembly.settings().change(old -> old.withTheme(Theme.DARK));
          size(900, 600);
        });
    shoot("model-training-small-dark");
    TestWindow.act(() -> window.find("train-cancel", javafx.scene.control.Button.class).fire());
    TestWindow.until(() -> window.assembly.jobs().running().isEmpty());
    shoot("model-cancelled-small-dark");
    Files.write(window.places.models().resolve("broken.safetensors"), new byte[100]);
    TestWindow.act(() -> size(1280, 900));
    type("files-name", "before the change");
    TestWindow.act(() -> window.find("files-save", javafx.scene.control.Button.class).fire());
    settle();
    shoot("model-files-dark");
    TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(Theme.LIGHT)));
    TestWindow.act(
        () ->
            stage.getScene().getRoot().lookupAll(".delete-model").stream()
                .map(javafx.scene.control.Button.class::cast)
                .forEach(javafx.scene.control.Button::fire));
    settle();
    shoot("model-files-asking");
    TestWindow.act(
        () ->
            window
                .assembly
                .training()
                .start(NmfSettings.DEFAULT.withComponents(150).withMaxIterations(30)));
    settle();
    shoot("model-150");
    TestWindow.act(() -> size(900, 600));
    settle();
    shoot("model-small");
  }

  private void themes(String name) throws IOException {
    for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
      TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(theme)));
      settle();
      shoot(name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }
  }

  private void show(TabPage page) {
    TestWindow.act(() -> window.assembly.navigation().tabProperty().set(page));
    settle();
  }

  private void size(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private void type(String id, String text) {
    TestWindow.act(() -> window.find(id, TextField.class).setText(text));
    settle();
  }

  @SuppressWarnings("unchecked")
  private void choose(String id, Integer value) {
    window.find(id, ComboBox.class).setValue(value);
  }

  private void settle() {
    for (int i = 0; i < 25; i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      TestWindow.until(() -> window.assembly.jobs().running().isEmpty());
    }
  }

  private void shoot(String name) throws IOException {
    Picture.write(stage, folder.resolve(name + ".png"));
  }
}
