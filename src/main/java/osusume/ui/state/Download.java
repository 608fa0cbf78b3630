package osusume.ui.state;

import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import osusume.app.Opened;
import osusume.app.Workspace;
import osusume.data.download.DownloadAddress;
import osusume.progress.CancelledException;
import osusume.progress.Pause;
import osusume.progress.Progress;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.text.Texts;

/**
 * The download of the real data set: at most one at a time. What has arrived is kept when the
 * download is halted, when it fails and when the window is closed, and thrown away when the person
 * cancels it. For the JavaFX thread.
 */
public final class Download {
  private static final Logger LOG = Logger.getLogger(Download.class.getName());

  private final Workspace workspace;
  private final SettingsModel settings;
  private final Jobs jobs;
  private final Troubles troubles;
  private final Navigation navigation;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<JobTask<Opened>> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private boolean followed;

  public Download(
      Workspace workspace,
      SettingsModel settings,
      Jobs jobs,
      Troubles troubles,
      Navigation navigation,
      Texts texts) {
    this.workspace = workspace;
    this.settings = settings;
    this.jobs = jobs;
    this.troubles = troubles;
    this.navigation = navigation;
    this.texts = texts;
  }

  /** Where the data set will be downloaded from. */
  public DownloadAddress address() {
    return settings.get().downloadFrom();
  }

  /** The download under way; null: none. */
  public ReadOnlyObjectProperty<JobTask<Opened>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Why no data set came, as a sentence; empty while none was asked for or one is on its way. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Forgets why the last one did not come. */
  public void forgetTrouble() {
    trouble.set("");
  }

  /**
   * Takes note of whether the panel that is open now shows the download; a panel may have pages
   * that don't.
   */
  public void setFollowed(boolean shown) {
    followed = shown;
  }

  /** Downloads the data set, imports and opens it; goes on with what has arrived before. */
  public void start() {
    if (running.get() != null) {
      return;
    }
    trouble.set("");
    DownloadAddress from = address();
    JobTask<Opened> job =
        jobs.createHaltable(
            texts.get("job.download"), (progress, pause) -> download(from, progress, pause));
    running.set(job);
    job.phaseProperty()
        .addListener(
            (_, _, phase) -> {
              if (phase.ended()) {
                running.set(null);
              }
            });
    job.onDone(_ -> showReport()).onFailed(this::tell).start();
  }

  private Opened download(DownloadAddress from, Progress progress, Pause pause) throws Exception {
    try {
      return workspace.download(
          from, null, progress, pause, news -> Platform.runLater(() -> troubles.tell(news)));
    } catch (CancelledException e) {
      if (!jobs.closing()) {
        workspace.discardDownload(from);
      }
      throw e;
    }
  }

  private void showReport() {
    // The welcome goes on to its next step instead.
    if (navigation.panelProperty().get() != Panel.WELCOME) {
      navigation.panelProperty().set(Panel.IMPORT_REPORT);
    }
  }

  /** Tells why no data set came: where the person waits for it, or else as a message. */
  public void tell(Throwable why) {
    Panel panel = navigation.panelProperty().get();
    boolean watched = followed && (panel == Panel.WELCOME || panel == Panel.DOWNLOAD);
    if (watched && Troubles.foreseen(why)) {
      LOG.log(Level.WARNING, why.getMessage(), why);
      trouble.set(why.getMessage());
    } else {
      troubles.tell(why);
    }
  }
}
