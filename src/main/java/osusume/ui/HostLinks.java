package osusume.ui;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.stage.Stage;
import osusume.ui.state.Links;

/** Hands addresses to the system, which knows the browser and the file manager. */
final class HostLinks implements Links {
  private final Application host = new Host();

  /** JavaFX gives its host services only to an application; this one is never started. */
  private static final class Host extends Application {
    @Override
    public void start(Stage stage) {
      throw new UnsupportedOperationException("The window is opened by osusume.ui.Window.");
    }
  }

  @Override
  public void web(URI page) {
    show(page);
  }

  @Override
  public void folder(Path folder) {
    Path shown = folder.toAbsolutePath();
    while (!Files.isDirectory(shown) && shown.getParent() != null) {
      shown = shown.getParent();
    }
    show(shown.toUri());
  }

  /** To look for a browser starts processes, which takes longer than the screen can wait. */
  private void show(URI address) {
    CompletableFuture.runAsync(() -> host.getHostServices().showDocument(address.toString()));
  }
}
