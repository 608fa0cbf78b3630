package osusume.ui;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.app.Opened;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.state.CurrentData;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** The status bar: what model is in use, and the jobs under way with their cancel buttons. */
public final class StatusBarController {
  private final Jobs jobs;
  private final CurrentData data;
  private final Texts texts;
  private final Numbers numbers;
  private final Map<JobTask<?>, Node> nodes = new HashMap<>();

  @FXML private Label model;
  @FXML private HBox running;

  StatusBarController(Jobs jobs, CurrentData data, Texts texts, Numbers numbers) {
    this.jobs = jobs;
    this.data = data;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    data.whenOpened(opened -> model.setText(describe(opened)));
    jobs.running().addListener((ListChangeListener<JobTask<?>>) _ -> showJobs());
    showJobs();
  }

  private String describe(Opened opened) {
    return opened
        .trained()
        .map(
            trained ->
                texts.format(
                    "status.model",
                    trained.model().components(),
                    numbers.day(trained.model().trainedAt())))
        .orElse(texts.get("status.noModel"));
  }

  private void showJobs() {
    nodes.keySet().retainAll(jobs.running());
    running
        .getChildren()
        .setAll(
            jobs.running().stream().map(job -> nodes.computeIfAbsent(job, this::node)).toList());
  }

  private Node node(JobTask<?> job) {
    Label label = new Label();
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> describe(job), job.messageProperty(), job.phaseProperty()));
    label.setMinWidth(0);
    label.setMaxWidth(480);
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(job.progressProperty());
    bar.setAccessibleText(job.title());
    bar.setPrefWidth(120);
    bar.setMinWidth(60);
    Button cancel = new Button(null, new FontIcon(Feather.X));
    cancel.getStyleClass().addAll("flat", "small", "button-icon");
    cancel.setAccessibleText(texts.format("status.cancel", job.title()));
    cancel.setTooltip(new Tooltip(texts.format("status.cancel", job.title())));
    cancel.disableProperty().bind(job.phaseProperty().isEqualTo(JobTask.Phase.CANCELLING));
    cancel.setOnAction(_ -> job.cancel());
    HBox box = new HBox(8, label, bar);
    if (job.canPause()) {
      box.getChildren().add(pauseButton(job));
    }
    box.getChildren().add(cancel);
    box.setAlignment(Pos.CENTER_RIGHT);
    box.getStyleClass().add("job");
    return box;
  }

  private Button pauseButton(JobTask<?> job) {
    FontIcon icon = new FontIcon();
    icon.iconCodeProperty()
        .bind(job.pausedProperty().map(paused -> paused ? Feather.PLAY : Feather.PAUSE));
    Button button = new Button(null, icon);
    button.getStyleClass().addAll("flat", "small", "button-icon");
    ObservableValue<String> name =
        job.pausedProperty()
            .map(paused -> texts.format(paused ? "status.goOn" : "status.pause", job.title()));
    button.accessibleTextProperty().bind(name);
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(name);
    button.setTooltip(tooltip);
    button.disableProperty().bind(job.phaseProperty().isEqualTo(JobTask.Phase.CANCELLING));
    button.setOnAction(_ -> job.setPaused(!job.pausedProperty().get()));
    return button;
  }

  private String describe(JobTask<?> job) {
    if (job.phaseProperty().get() == JobTask.Phase.CANCELLING) {
      return texts.format("status.cancelling", job.title());
    }
    String message = job.getMessage();
    return message.isEmpty() ? job.title() : job.title() + ": " + message;
  }
}
