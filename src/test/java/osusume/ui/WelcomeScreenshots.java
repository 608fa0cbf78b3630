package osusume.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import osusume.app.Settings;
import osusume.app.Settings.Theme;
import osusume.data.download.ArchiveServer;
import osusume.data.download.DownloadAddress;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

/**
 * Renders the welcome and the download to PNG files: a program, not a test. Started like {@link
 * Screenshots}. What is downloaded comes from a server on this machine.
 */
final class WelcomeScreenshots {
  private final Path folder;
  private final TestWindow window;
  private final ArchiveServer server =
      new ArchiveServer(ArchiveServer.zip(Map.of("rating.csv", noise())));
  private Stage stage;

  private WelcomeScreenshots(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.window = new TestWindow(Files.createTempDirectory("osusume-shots"));
  }

  private static byte[] noise() {
    byte[] bytes = new byte[20_000_000];
    new java.util.Random(1).nextBytes(bytes);
    return bytes;
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      new WelcomeScreenshots(Path.of(args.length > 0 ? args[0] : "target/screenshots/welcome"))
          .run();
    } finally {
      Platform.exit();
    }
  }

  private void run() throws IOException {
    TestWindow.act(
        () -> {
          stage = new Stage();
          window.show(
              stage,
              new Settings(Theme.LIGHT, 1280, 800, 0, 0, false, TabPage.RECOMMENDATIONS.name())
                  .withDownloadFrom(DownloadAddress.parse(server.url())));
          size(1280, 800);
        });
    window.open();
    window.untilTrained();
    for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
      TestWindow.act(() -> window.assembly.settings().change(old -> old.withTheme(theme)));
      for (int width : new int[] {1280, 900}) {
        TestWindow.act(() -> size(width, width == 900 ? 600 : 800));
        shootAll("-" + width + "-" + theme.name().toLowerCase(Locale.ROOT));
      }
    }
    window.close();
    server.close();
  }

  private void shootAll(String ending) throws IOException {
    panel(Panel.WELCOME);
    shoot("data" + ending);
    server.pauseMillis = 2;
    server.replies(server.slow());
    fire("download-start");
    rest(1500);
    shoot("downloading" + ending);
    fire("download-pause");
    rest(600);
    shoot("paused" + ending);
    fire("download-cancel");
    until(() -> window.assembly.jobs().running().isEmpty());
    server.replies(ArchiveServer.status(403, ""));
    fire("download-start");
    until(() -> TestWindow.shown(stage.getScene().lookup("#download-wrong")));
    shoot("refused" + ending);
    fire("welcome-on");
    shoot("taste" + ending);
    fire("welcome-rate");
    until(() -> stage.getScene().lookup(".title-card") != null);
    shoot("rate-nothing" + ending);
    TestWindow.act(
        () -> {
          var cards = (osusume.ui.welcome.TitleCards) stage.getScene().lookup("#rate-cards");
          ((ButtonBase) cards.getChildren().get(1).lookup(".not-seen")).fire();
          window
              .assembly
              .list()
              .rate(
                  window
                      .assembly
                      .data()
                      .opened()
                      .data()
                      .catalogue()
                      .anime(window.assembly.data().opened().data().catalogue().rowsByMembers()[0]),
                  9);
        });
    until(() -> !stage.getScene().lookup("#rate-answers").lookupAll(".title-name").isEmpty());
    rest(500);
    shoot("rate" + ending);
    panel(null);
    TestWindow.act(() -> window.assembly.list().undo());
    rest(300);
    panel(Panel.DOWNLOAD);
    server.replies(server.slow());
    fire("download-start");
    panel(null);
    rest(800);
    shoot("status-bar" + ending);
    panel(Panel.DOWNLOAD);
    shoot("panel" + ending);
    fire("download-cancel");
    until(() -> window.assembly.jobs().running().isEmpty());
    panel(Panel.SETTINGS);
    shoot("settings" + ending);
    panel(null);
  }

  private void panel(Panel panel) {
    TestWindow.act(() -> window.assembly.navigation().panelProperty().set(panel));
  }

  private void fire(String id) {
    TestWindow.act(() -> ((ButtonBase) stage.getScene().lookup("#" + id)).fire());
  }

  private static void until(java.util.function.BooleanSupplier condition) {
    TestWindow.until(condition);
  }

  private static void rest(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private void size(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private void shoot(String name) throws IOException {
    rest(200);
    Picture.write(stage, folder.resolve(name + ".png"));
  }
}
