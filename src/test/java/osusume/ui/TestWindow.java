package osusume.ui;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import osusume.app.AssistantSource;
import osusume.app.FakeKeyStore;
import osusume.app.Opened;
import osusume.app.Places;
import osusume.app.Settings;
import osusume.app.SettingsFile;
import osusume.app.Workspace;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;
import osusume.data.io.DatasetStore;
import osusume.mylist.io.AniListClient;
import osusume.mylist.io.ListFormat;
import osusume.progress.Progress;
import osusume.ui.recommend.Door;
import osusume.ui.state.Assistants;
import osusume.ui.state.FileChoices;
import osusume.ui.state.Links;
import osusume.ui.state.SettingsAssistants;
import osusume.ui.state.SettingsModel;
import osusume.ui.text.Texts;
import osusume.ui.view.TabPage;

/** The whole window over a folder of its own, for tests and screenshots. */
final class TestWindow {
  final Path folder;
  final Places places;
  final Workspace workspace;

  /** Addresses and folders that were to be shown outside of the window. */
  final List<String> shownOutside = new ArrayList<>();

  /** What the person will choose when asked for files. */
  List<Path> toImport = List.of();

  /** Where the Recommendations tab asks what is open. */
  Function<Opened, Door> doors = Door::of;

  /** Whether it is recommended for the person at the keyboard, and not for a user. */
  boolean forMe;

  /** Where AniList would answer; nobody is there unless a test answers. */
  URI aniList = URI.create("http://127.0.0.1:1");

  /** Whom the person can ask in the chat. */
  List<Assistants.Choice> assistants = List.of();

  /** The key store and the environment of the assistants that the settings set up. */
  FakeKeyStore keyStore = new FakeKeyStore();

  /** Whether those can be asked that the settings set up, and not the ones of the test. */
  boolean asSetUp;

  Assembly assembly;
  ErrorWindow errors;
  private Stage stage;
  private Window window;
  private final CountDownLatch ended = new CountDownLatch(1);

  TestWindow(Path folder) {
    this.folder = folder;
    this.places =
        new Places(
            folder.resolve("data"),
            folder.resolve("models"),
            folder.resolve("settings.json"),
            folder.resolve("logs"),
            folder.resolve("mylist"));
    this.workspace = new Workspace(places);
  }

  /** Keeps a data set as the one that was open last. */
  void keep(Dataset data) throws IOException {
    Path file = places.data().resolve(data.name() + ".dataset");
    DatasetStore.write(file, withTrueCounts(data), Progress.NONE);
    workspace.datasets().rememberOpen(data.name());
  }

  /** A store is held against its report, which data made by hand may lack. */
  private static Dataset withTrueCounts(Dataset data) {
    RatingMatrix ratings = data.ratings();
    return new Dataset(
        data.name(),
        data.simulated(),
        data.catalogue(),
        ratings,
        data.fingerprint(),
        new ImportReport(
            data.catalogue().size(),
            ratings.rowCount(),
            ratings.entryCount(),
            ratings.unratedCount(),
            data.report().findings()));
  }

  /** Shows the window; on the JavaFX thread. Nothing is opened yet. */
  void show(Stage on, Settings settings) {
    stage = on;
    Settings last = settings.withForUser(!forMe);
    Texts texts = new Texts(Locale.US);
    var model = new SettingsModel(new SettingsFile(places.settings()), last);
    errors = new ErrorWindow(texts);
    var models = keyStore.assistants();
    assembly =
        new Assembly(
            workspace,
            places,
            model,
            new RecordedLinks(),
            new PreparedFiles(),
            doors,
            new AniListClient(aniList),
            asSetUp ? new SettingsAssistants(models, model, texts) : Assistants.of(assistants),
            models,
            AssistantSource.OFFLINE,
            texts,
            errors);
    window = new Window(on, assembly, ended::countDown);
    window.show();
  }

  /** Shows the window within the headless screen. */
  void show(Stage on, TabPage tab) {
    show(on, new Settings(Settings.Theme.LIGHT, 1000, 800, 0, 0, false, tab.name()));
  }

  /** Opens what was open last and waits until it is. */
  void open() {
    act(() -> assembly.start(List.of()));
    until(() -> assembly.data().opened() != null);
  }

  /** Waits until the open data set has its taste groups. */
  void untilTrained() {
    until(() -> assembly.data().opened().trained().isPresent());
    // Everything else is learned then too, which takes a busy machine its time on the demo.
    until(() -> assembly.jobs().running().isEmpty(), 180);
  }

  /**
   * The node with an id within the tab that is shown. Waits for it off the JavaFX thread: what a
   * scroll pane holds is in the scene once the pane has been laid out.
   */
  <T extends Node> T find(String id, Class<T> type) {
    try {
      if (!Platform.isFxApplicationThread()) {
        until(() -> lookUp(id) != null);
      }
      return type.cast(Objects.requireNonNull(onFx(() -> lookUp(id))));
    } catch (AssertionError | NullPointerException e) {
      throw new AssertionError("There is no node #" + id + ".", e);
    }
  }

  private Node lookUp(String id) {
    String page = assembly.navigation().tabProperty().get().name().toLowerCase(Locale.ROOT);
    Node found = stage.getScene().lookup("#" + page + "-page").lookup("#" + id);
    return found == null ? stage.getScene().lookup("#" + id) : found;
  }

  /** Whether a node and everything around it is visible; lists keep cells that are not. */
  static boolean shown(Node node) {
    return node == null || node.isVisible() && shown(node.getParent());
  }

  /** Presses the window's close button and waits until everything has ended. */
  void close() {
    act(window::close);
    try {
      if (!ended.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("The window did not end.");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until a condition holds, which is looked at on the JavaFX thread. */
  static void until(BooleanSupplier condition) {
    until(condition, 30);
  }

  static void until(BooleanSupplier condition, long seconds) {
    try {
      WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("It did not come about.", e);
    }
  }

  static void act(Runnable action) {
    onFx(
        () -> {
          action.run();
          return null;
        });
  }

  static <T> T onFx(Callable<T> action) {
    FutureTask<T> task = new FutureTask<>(action);
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
    try {
      return task.get(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("The JavaFX thread does not answer.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Error error ? error : new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private final class RecordedLinks implements Links {
    @Override
    public void web(URI page) {
      shownOutside.add(page.toString());
    }

    @Override
    public void folder(Path shown) {
      shownOutside.add(shown.toString());
    }
  }

  private final class PreparedFiles implements FileChoices {
    @Override
    public List<Path> toImport() {
      return toImport;
    }

    @Override
    public Optional<Path> listToImport() {
      return toImport.stream().findFirst();
    }

    @Override
    public Optional<Path> toSaveList(String suggestion, ListFormat format) {
      return Optional.of(folder.resolve(suggestion));
    }

    @Override
    public Optional<Path> toSaveCsv(String suggestion) {
      return Optional.of(folder.resolve(suggestion));
    }

    @Override
    public Optional<Path> toSaveJson(String suggestion) {
      return Optional.of(folder.resolve(suggestion));
    }
  }
}
