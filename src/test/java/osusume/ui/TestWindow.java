package osusume.ui;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import osusume.app.Places;
import osusume.app.Settings;
import osusume.app.SettingsFile;
import osusume.app.Workspace;
import osusume.ui.state.FileChoices;
import osusume.ui.state.Links;
import osusume.ui.state.SettingsModel;
import osusume.ui.text.Texts;

/** The whole window over a folder of its own, for tests and screenshots. */
final class TestWindow {
  final Places places;
  final Workspace workspace;
  final Assembly assembly;
  final Window window;
  final ErrorWindow errors;
  final List<String> opened = new ArrayList<>();
  List<Path> toImport = List.of();
  final CountDownLatch ended = new CountDownLatch(1);

  /** Made and shown on the JavaFX thread; nothing is opened yet. */
  TestWindow(Stage stage, Path folder, Settings settings) {
    places =
        new Places(
            folder.resolve("data"),
            folder.resolve("models"),
            folder.resolve("settings.json"),
            folder.resolve("logs"));
    workspace = new Workspace(places);
    Texts texts = new Texts(Locale.US);
    errors = new ErrorWindow(texts);
    Links links =
        new Links() {
          @Override
          public void web(URI page) {
            opened.add(page.toString());
          }

          @Override
          public void folder(Path shown) {
            opened.add(shown.toString());
          }
        };
    FileChoices files =
        new FileChoices() {
          @Override
          public List<Path> toImport() {
            return toImport;
          }

          @Override
          public Optional<Path> toSaveCsv(String suggestion) {
            return Optional.of(folder.resolve(suggestion));
          }
        };
    var model = new SettingsModel(new SettingsFile(places.settings()), settings);
    assembly = new Assembly(workspace, places, model, links, files, texts, errors);
    window = new Window(stage, assembly, ended::countDown);
    window.show();
  }

  /** Closes the window and waits until its jobs have stopped; not on the JavaFX thread. */
  void close() throws InterruptedException {
    Platform.runLater(window::close);
    if (!ended.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("The window did not end.");
    }
  }
}
