package osusume.ui.download;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import osusume.app.Opened;
import osusume.data.download.DownloadAddress;
import osusume.ui.job.JobTask;
import osusume.ui.state.Datasets;
import osusume.ui.state.Download;
import osusume.ui.state.FileChoices;
import osusume.ui.state.Links;
import osusume.ui.text.Texts;

/**
 * Downloads the real data set, shows how far that is, halts, cancels; and where it fails says why
 * and lets the person choose the files instead. Several of these may show the same download.
 */
public final class DownloadController {
  private final Download download;
  private final Datasets datasets;
  private final FileChoices files;
  private final Links links;
  private final Texts texts;

  // Held here, for what is watched outlives this view and must not keep it.
  private final InvalidationListener changed = _ -> show();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Runnable whenOpened = () -> {};
  private JobTask<Opened> importing;

  @FXML private VBox root;
  @FXML private Label from;
  @FXML private Button start;
  @FXML private VBox progress;
  @FXML private ProgressBar bar;
  @FXML private Label far;
  @FXML private Button pause;
  @FXML private Button cancel;
  @FXML private VBox wrong;
  @FXML private Label why;

  public DownloadController(
      Download download, Datasets datasets, FileChoices files, Links links, Texts texts) {
    this.download = download;
    this.datasets = datasets;
    this.files = files;
    this.links = links;
    this.texts = texts;
  }

  /** Is run once a data set that was downloaded or chosen here is open. */
  public void whenOpened(Runnable action) {
    whenOpened = action;
  }

  /** Whether a data set is on its way from here; another is asked for after it. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Tells whether this is on the page that is looked at, so that troubles can be told here. */
  public void setFollowed(boolean shown) {
    download.setFollowed(shown);
  }

  @FXML
  private void initialize() {
    setFollowed(true);
    var weak = new WeakInvalidationListener(changed);
    download.runningProperty().addListener(weak);
    download.troubleProperty().addListener(weak);
    from.setText(texts.format("download.from", download.address().host()));
    if (download.runningProperty().get() != null) {
      follow(download.runningProperty().get());
    }
    show();
  }

  private void follow(JobTask<Opened> job) {
    job.phaseProperty()
        .addListener(
            (_, _, phase) -> {
              show();
              if (phase == JobTask.Phase.DONE && root.getScene() != null) {
                whenOpened.run();
              }
            });
    if (job.canPause()) {
      job.pausedProperty().addListener(new WeakInvalidationListener(changed));
    }
  }

  /** The job that is shown, and that the buttons speak of; null: there was none. */
  private JobTask<Opened> job() {
    JobTask<Opened> loading = download.runningProperty().get();
    return loading != null ? loading : importing;
  }

  private void show() {
    JobTask<Opened> job = job();
    boolean underWay = job != null && !job.phaseProperty().get().ended();
    boolean stopping = underWay && job.phaseProperty().get() == JobTask.Phase.CANCELLING;
    busy.set(underWay);
    set(progress, underWay);
    set(pause, underWay && job.canPause());
    pause.setDisable(stopping);
    cancel.setDisable(stopping);
    if (underWay) {
      bar.progressProperty().bind(job.progressProperty());
      far.textProperty().bind(job.messageProperty());
      boolean halted = job.pausedProperty().get();
      pause.setText(texts.get(halted ? "download.goOn" : "download.pause"));
    }
    String trouble = download.troubleProperty().get();
    set(wrong, !underWay && !trouble.isEmpty());
    why.setText(trouble);
    set(start, !underWay);
    start.setText(texts.get(trouble.isEmpty() ? "download.do" : "download.again"));
  }

  private static void set(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Puts the focus on what a person would do next. */
  public void focus() {
    (start.isVisible() ? start : pause).requestFocus();
  }

  @FXML
  private void start() {
    download.start();
    follow(download.runningProperty().get());
    show();
  }

  @FXML
  private void pause() {
    JobTask<Opened> job = download.runningProperty().get();
    if (job != null) {
      job.setPaused(!job.pausedProperty().get());
    }
  }

  @FXML
  private void cancel() {
    JobTask<Opened> job = job();
    if (job != null) {
      job.cancel();
    }
  }

  /** Lets the person choose files they have, and imports them. */
  @FXML
  public void chooseFiles() {
    List<Path> chosen = files.toImport();
    if (!chosen.isEmpty()) {
      download.forgetTrouble();
      importing = datasets.importFiles(chosen).onFailed(download::tell);
      follow(importing);
      show();
    }
  }

  @FXML
  private void openPage() {
    links.web(DownloadAddress.PAGE);
  }
}
