package osusume.ui.model;

import java.nio.file.Path;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import osusume.app.ModelLibrary.Entry;
import osusume.app.Opened;
import osusume.app.Opened.Trained;
import osusume.app.Workspace;
import osusume.nmf.NmfModel;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.model.ModelFileRow.Standing;
import osusume.ui.state.CurrentData;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** The model files: which there are, and saving, using and deleting them. */
public final class ModelFilesController {
  private final Workspace workspace;
  private final CurrentData data;
  private final Jobs jobs;
  private final Troubles troubles;
  private final Texts texts;
  private final Numbers numbers;
  private final LatestAnswer<List<Entry>> answer;

  @FXML private TextField name;
  @FXML private Button save;
  @FXML private Label said;
  @FXML private VBox rows;

  public ModelFilesController(
      Workspace workspace,
      CurrentData data,
      Jobs jobs,
      Troubles troubles,
      Texts texts,
      Numbers numbers) {
    this.workspace = workspace;
    this.data = data;
    this.jobs = jobs;
    this.troubles = troubles;
    this.texts = texts;
    this.numbers = numbers;
    this.answer = new LatestAnswer<>(jobs, this::show, this::failed);
  }

  @FXML
  private void initialize() {
    said.managedProperty().bind(said.visibleProperty());
    said.setVisible(false);
    name.textProperty().addListener((_, _, _) -> check());
    data.whenOpened(_ -> refresh());
    check();
  }

  private void check() {
    boolean nothing = data.opened() == null || data.opened().trained().isEmpty();
    name.setDisable(nothing);
    save.setDisable(nothing || name.getText().isBlank());
  }

  private void refresh() {
    check();
    answer.ask(workspace.models()::list);
  }

  private void show(List<Entry> entries) {
    if (entries.isEmpty()) {
      Label none = new Label(texts.get("files.none"));
      none.getStyleClass().add("muted");
      none.setWrapText(true);
      rows.getChildren().setAll(none);
      return;
    }
    rows.getChildren().setAll(entries.stream().map(this::row).toList());
  }

  private ModelFileRow row(Entry entry) {
    return new ModelFileRow(
        entry, standing(entry), () -> use(entry), () -> delete(entry), texts, numbers);
  }

  private Standing standing(Entry entry) {
    Opened opened = data.opened();
    if (entry.summary() == null) {
      return Standing.DAMAGED;
    }
    if (opened == null || !entry.fits(opened.data())) {
      return Standing.OF_OTHER_DATA;
    }
    boolean inUse =
        opened.trained().map(Trained::file).map(ModelFilesController::whole).stream()
            .anyMatch(whole(entry.file())::equals);
    return inUse ? Standing.IN_USE : Standing.USABLE;
  }

  private static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }

  @FXML
  private void save() {
    if (save.isDisabled()) {
      return;
    }
    String wanted = name.getText().strip();
    NmfModel model = data.opened().trained().orElseThrow().model();
    start(
        jobs.create(
            texts.format("files.job.save", wanted),
            progress -> workspace.models().saveAs(model, wanted)),
        () -> {
          name.clear();
          return texts.format("files.saved", wanted);
        });
  }

  private void use(Entry entry) {
    start(
        jobs.create(
            texts.format("files.job.use", entry.name()),
            progress -> workspace.useModel(entry.file())),
        () -> "");
  }

  private void delete(Entry entry) {
    start(
        jobs.<Void>create(
            texts.format("files.job.delete", entry.name()),
            progress -> {
              workspace.models().delete(entry.file());
              return null;
            }),
        () -> texts.format("files.deleted", entry.name()));
  }

  /**
   * @param done what to say when the job is done
   */
  private <T> void start(JobTask<T> job, java.util.function.Supplier<String> done) {
    say("", false);
    job.onDone(
            result -> {
              say(done.get(), false);
              refresh();
            })
        .onFailed(
            trouble -> {
              failed(trouble);
              refresh();
            })
        .start();
  }

  private void failed(Throwable trouble) {
    if (Troubles.foreseen(trouble)) {
      say(trouble.getMessage(), true);
    } else {
      troubles.tell(trouble);
    }
  }

  private void say(String sentence, boolean wrong) {
    said.setText(sentence);
    said.getStyleClass().setAll("label", wrong ? "inline-trouble" : "muted");
    said.setVisible(!sentence.isEmpty());
  }
}
