package osusume.ui.settings;

import java.util.List;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.app.AssistantKind;
import osusume.app.ChatSettings;
import osusume.chat.AssistantException;
import osusume.chat.model.ConnectionReport;
import osusume.chat.model.ConnectionReport.Finding;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.state.ChatSetup;
import osusume.ui.state.Troubles;
import osusume.ui.text.Texts;

/** Tries the connection to a language model, and tells what was found. */
public final class ConnectionController {
  private final ChatSetup setup;
  private final Jobs jobs;
  private final Troubles troubles;
  private final Texts texts;

  @FXML private Parent root;
  @FXML private Button test;
  @FXML private Button stop;
  @FXML private ProgressIndicator busy;
  @FXML private Label doing;
  @FXML private VBox found;

  /** null: none. */
  private JobTask<ConnectionReport> running;

  public ConnectionController(ChatSetup setup, Jobs jobs, Troubles troubles, Texts texts) {
    this.setup = setup;
    this.jobs = jobs;
    this.troubles = troubles;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    for (Node node : List.of(busy, stop, doing)) {
      node.managedProperty().bind(node.visibleProperty());
    }
    found.managedProperty().bind(found.visibleProperty());
    root.sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                leave();
              }
            });
    setup
        .settingsProperty()
        .when(root.sceneProperty().map(Objects::nonNull))
        .subscribe(_ -> leave());
    rest();
  }

  /** What was found is not so any more once something else is asked. */
  private void leave() {
    if (running != null) {
      running.cancel();
      running = null;
    }
    found.getChildren().clear();
    rest();
  }

  private void rest() {
    boolean runs = running != null;
    doing.textProperty().unbind();
    doing.setVisible(runs);
    busy.setVisible(runs);
    stop.setVisible(runs);
    test.setDisable(runs);
    found.setVisible(!found.getChildren().isEmpty());
  }

  @FXML
  private void test() {
    AssistantKind kind = setup.kind();
    ChatSettings with = setup.get();
    found.getChildren().clear();
    JobTask<ConnectionReport> job =
        jobs.createBrief(
            texts.get("chatset.test.job"), progress -> setup.test(kind, with, progress));
    running = job;
    rest();
    doing.textProperty().bind(job.messageProperty());
    job.onDone(report -> ended(job, () -> show(report)))
        .onCancelled(() -> ended(job, () -> {}))
        .onFailed(fault -> ended(job, () -> failed(fault)))
        .start();
  }

  @FXML
  private void stop() {
    if (running != null) {
      running.cancel();
    }
  }

  /** One that was left tells nothing any more. */
  private void ended(JobTask<ConnectionReport> job, Runnable then) {
    if (running == job) {
      running = null;
      then.run();
      rest();
    }
  }

  private void show(ConnectionReport report) {
    for (Finding finding :
        List.of(report.listing(), report.chat(), report.streaming(), report.tools())) {
      put(finding.works(), finding.sentence());
    }
    report.context().ifPresent(finding -> put(finding.works(), finding.sentence()));
    setup.sawModels(report.models());
  }

  private void failed(Throwable fault) {
    if (fault instanceof AssistantException) {
      put(false, fault.getMessage());
    } else {
      troubles.tell(fault);
    }
  }

  private void put(boolean works, String sentence) {
    Label label = new Label(sentence);
    label.setMnemonicParsing(false);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    FontIcon icon = new FontIcon(works ? "fth-check" : "fth-alert-triangle");
    icon.getStyleClass().add(works ? "finding-works" : "finding-fails");
    label.setGraphic(icon);
    label.setAccessibleText(
        texts.format(works ? "chatset.test.works" : "chatset.test.fails", sentence));
    found.getChildren().add(label);
  }
}
