package osusume.ui.mylist;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import osusume.mylist.ImportedList;
import osusume.ui.job.JobTask;
import osusume.ui.state.ListImport;
import osusume.ui.text.Texts;

/** Tells of a list that is being read, and of one that could not be. */
public final class ReadingController {
  private final ListImport imports;
  private final Texts texts;

  @FXML private HBox reading;
  @FXML private Label what;
  @FXML private ProgressBar progress;
  @FXML private Button cancel;
  @FXML private HBox trouble;
  @FXML private Label why;

  public ReadingController(ListImport imports, Texts texts) {
    this.imports = imports;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    for (HBox strip : new HBox[] {reading, trouble}) {
      strip.managedProperty().bind(strip.visibleProperty());
    }
    why.textProperty().bind(imports.troubleProperty());
    trouble.visibleProperty().bind(imports.troubleProperty().isNotEmpty());
    imports.readingProperty().addListener((_, _, job) -> show(job));
    show(imports.readingProperty().get());
  }

  private void show(JobTask<ImportedList> job) {
    reading.setVisible(job != null);
    progress.progressProperty().unbind();
    what.textProperty().unbind();
    if (job != null) {
      progress.progressProperty().bind(job.progressProperty());
      what.textProperty()
          .bind(
              job.messageProperty()
                  .map(told -> told.isEmpty() ? job.title() : job.title() + " · " + told));
      cancel.setAccessibleText(texts.format("status.cancel", job.title()));
    }
  }

  @FXML
  private void cancel() {
    imports.readingProperty().get().cancel();
  }

  @FXML
  private void putAway() {
    imports.putTroubleAway();
  }
}
