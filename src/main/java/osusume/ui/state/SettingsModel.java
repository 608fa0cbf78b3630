package osusume.ui.state;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import osusume.app.Settings;
import osusume.app.SettingsFile;

/**
 * What the window remembers, to be watched and changed. A change is written a moment later, off the
 * JavaFX thread, so that moving the window does not write a file for each pixel.
 */
public final class SettingsModel {
  private static final long CALM_MILLIS = 400;
  private static final Logger LOG = Logger.getLogger(SettingsModel.class.getName());

  private final SettingsFile file;
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final ScheduledThreadPoolExecutor writer =
      new ScheduledThreadPoolExecutor(
          1, SettingsModel::thread, new ThreadPoolExecutor.DiscardPolicy());
  private Settings written;

  /** The same as the property has, for other threads. */
  private volatile Settings now;

  private Future<?> planned;

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "osusume-settings");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * @param found what the file holds now
   */
  public SettingsModel(SettingsFile file, Settings found) {
    this.file = file;
    this.settings = new ReadOnlyObjectWrapper<>(found);
    this.written = found;
    this.now = found;
  }

  /** What is remembered now; from any thread. */
  public Settings get() {
    return now;
  }

  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** Changes what is remembered; on the JavaFX thread. */
  public void change(UnaryOperator<Settings> change) {
    Settings fresh = change.apply(settings.get());
    if (fresh.equals(settings.get())) {
      return;
    }
    now = fresh;
    settings.set(fresh);
    if (planned != null) {
      planned.cancel(false);
    }
    planned = writer.schedule(() -> write(fresh), CALM_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void write(Settings fresh) {
    if (fresh.equals(written)) {
      return;
    }
    try {
      file.write(fresh);
      written = fresh;
    } catch (IOException e) {
      // To forget where the window stood is no reason to disturb anybody.
      LOG.log(Level.WARNING, e.getMessage(), e);
    }
  }

  /** Writes what is not written yet and ends; not on the JavaFX thread. */
  public void close() throws InterruptedException {
    Settings last = now;
    writer.execute(() -> write(last));
    writer.shutdown();
    writer.awaitTermination(2, TimeUnit.SECONDS);
  }
}
