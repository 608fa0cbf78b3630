package osusume.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import osusume.app.ApiKeys;
import osusume.app.AppLog;
import osusume.app.Assistants;
import osusume.app.Places;
import osusume.app.Settings;
import osusume.app.SettingsFile;
import osusume.app.Workspace;
import osusume.mylist.io.AniListClient;
import osusume.ui.recommend.Door;
import osusume.ui.state.SettingsAssistants;
import osusume.ui.state.SettingsModel;
import osusume.ui.text.Texts;

/** The program's window, from its first frame to its end. */
public final class Window {
  private static final Logger LOG = Logger.getLogger(Window.class.getName());

  /** System property that asks for a {@link Rehearsal}: {@code true}. */
  public static final String REHEARSAL_PROPERTY = "osusume.rehearsal";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The system asks for a window's content once it has put it on the screen, a pulse later. */
  private static final int PULSES_TO_FRAME = 4;

  private static final Duration START_OVER = Duration.ofSeconds(8);
  private static final long SHORT_COLLECTION = 150L << 20;
  private static final double SMALLEST_WIDTH = 900;
  private static final double SMALLEST_HEIGHT = 600;

  private final Stage stage;
  private final Assembly assembly;
  private final Runnable exit;
  private boolean closing;

  /**
   * Starts JavaFX and opens the window; returns when JavaFX has started, and the program goes on
   * until the window is closed.
   *
   * @param filesToImport dropped on the program's icon or named on the command line; may be empty
   */
  public static void open(Places places, List<Path> filesToImport) {
    SettingsFile file = new SettingsFile(places.settings());
    Texts texts = new Texts(Locale.getDefault(Locale.Category.FORMAT));
    ErrorWindow errors = new ErrorWindow(texts);
    Thread.setDefaultUncaughtExceptionHandler(errors::uncaught);
    // The settings are read while JavaFX starts, the data once there is something to see.
    String[] trouble = {""};
    var reading =
        new FutureTask<>(
            () -> {
              AppLog.start(places.logs());
              return read(file, trouble);
            });
    new Thread(reading, "osusume-settings").start();
    Workspace workspace = new Workspace(places);
    Platform.startup(
        () -> {
          // The window ends the program itself, once the jobs have stopped.
          Platform.setImplicitExit(false);
          var model = new SettingsModel(file, settings(reading));
          Stage stage = new Stage();
          var models = new Assistants(ApiKeys.ofSystem());
          var assistants = new SettingsAssistants(models, model, texts);
          var assembly =
              new Assembly(
                  workspace,
                  places,
                  model,
                  new HostLinks(),
                  new FileDialogs(stage, texts),
                  Door::of,
                  new AniListClient(),
                  assistants,
                  models,
                  assistants.forOthers(),
                  texts,
                  errors);
          Window window = new Window(stage, assembly, Platform::exit);
          window.showFrameFirst(
              () -> {
                if (!trouble[0].isEmpty()) {
                  assembly.messages().wrong(trouble[0]);
                }
                assembly.start(filesToImport);
                Thread.ofPlatform().daemon().name("osusume-start-over").start(Window::giveBack);
                if (Boolean.getBoolean(REHEARSAL_PROPERTY)) {
                  Rehearsal.of(assembly, window);
                }
              });
        });
  }

  /**
   * Coming up takes several times the memory that a window at rest does; a collection, which is
   * short as long as little is open, gives it back to the system.
   */
  private static void giveBack() {
    try {
      Thread.sleep(START_OVER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime machine = Runtime.getRuntime();
    if (machine.totalMemory() - machine.freeMemory() < SHORT_COLLECTION) {
      System.gc();
    }
  }

  private static Settings settings(FutureTask<Settings> reading) {
    try {
      return reading.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The settings could not be read.", e);
    }
  }

  private static Settings read(SettingsFile file, String[] trouble) {
    try {
      return file.read();
    } catch (IOException e) {
      LOG.log(Level.WARNING, e.getMessage(), e);
      trouble[0] = e.getMessage();
      return Settings.DEFAULT;
    }
  }

  /**
   * @param exit is run, in any thread, once the window is closed and its jobs have stopped
   */
  Window(Stage stage, Assembly assembly, Runnable exit) {
    this.stage = stage;
    this.assembly = assembly;
    this.exit = exit;
  }

  /** Shows the window where it was when it was last closed. */
  void show() {
    ShellController shell = showFrame();
    fill(shell);
    shell.fillTab();
  }

  private void fill(ShellController shell) {
    assembly.look().complete();
    shell.fill();
    stage.getIcons().setAll(AppIcon.sizes());
  }

  /** The same with the frame first: what is in it is made once the frame is on the screen. */
  private void showFrameFirst(Runnable then) {
    ShellController shell = showFrame();
    Scene scene = stage.getScene();
    scene.addPostLayoutPulseListener(
        new Runnable() {
          private int pulses;

          @Override
          public void run() {
            if (++pulses < PULSES_TO_FRAME) {
              Platform.requestNextPulse();
              return;
            }
            scene.removePostLayoutPulseListener(this);
            Platform.runLater(
                () -> {
                  assembly.workspace().readAhead();
                  then.run();
                  fill(shell);
                  // What was read meanwhile is told before the tab is made, which asks for it.
                  Platform.runLater(shell::fillTab);
                });
          }
        });
  }

  private ShellController showFrame() {
    ShellController shell = assembly.shell();
    Scene scene = new Scene(shell.root());
    assembly.look().apply(scene);
    shell.listenTo(scene);
    stage.setScene(scene);
    stage.setTitle(assembly.texts().get("app.name"));
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    new WindowPlace(stage, assembly.settings()).restore();
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          close();
        });
    stage.show();
    return shell;
  }

  /** Asks the jobs to stop, and ends once they have, or after a short while without them. */
  void close() {
    if (closing) {
      return;
    }
    closing = true;
    // A text counts once its field is left, which hiding the window is not.
    stage.getScene().getRoot().requestFocus();
    stage.hide();
    assembly.jobs().cancelAll();
    assembly.listening().close();
    new Thread(this::end, "osusume-closing").start();
  }

  private void end() {
    try {
      assembly.settings().close();
      assembly.list().close();
      if (!assembly.jobs().awaitEnd(PATIENCE)) {
        LOG.warning("A job did not stop in time and was left behind; its file stays as it was.");
      }
      assembly.chatting().close();
      if (!assembly.listening().awaitEnd()) {
        LOG.warning("The listener did not stop in time and was left behind.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exit.run();
    }
  }
}
