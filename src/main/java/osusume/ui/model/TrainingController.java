package osusume.ui.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import osusume.app.Opened;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.nmf.NmfSettings.Start;
import osusume.ui.job.JobTask;
import osusume.ui.job.JobTask.Phase;
import osusume.ui.model.TrainingInput.Field;
import osusume.ui.state.CurrentData;
import osusume.ui.state.Training;
import osusume.ui.state.Training.Iteration;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** The training form: what to train, how far it is, and how it ended. */
public final class TrainingController {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final CurrentData data;
  private final Training training;
  private final Troubles troubles;
  private final Texts texts;
  private final Numbers numbers;
  private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
  private final Map<Field, Label> sentences = new EnumMap<>(Field.class);

  @FXML private TextField components;
  @FXML private TextField iterations;
  @FXML private TextField tolerance;
  @FXML private TextField seed;
  @FXML private Label componentsWrong;
  @FXML private Label iterationsWrong;
  @FXML private Label toleranceWrong;
  @FXML private Label seedWrong;
  @FXML private ToggleGroup start;
  @FXML private ToggleButton nndsvd;
  @FXML private ToggleButton random;
  @FXML private Button train;
  @FXML private Button cancel;
  @FXML private VBox running;
  @FXML private ProgressBar bar;
  @FXML private Label how;
  @FXML private Label left;
  @FXML private Label ended;

  public TrainingController(
      CurrentData data, Training training, Troubles troubles, Texts texts, Numbers numbers) {
    this.data = data;
    this.training = training;
    this.troubles = troubles;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    fields.put(Field.COMPONENTS, components);
    fields.put(Field.ITERATIONS, iterations);
    fields.put(Field.TOLERANCE, tolerance);
    fields.put(Field.SEED, seed);
    sentences.put(Field.COMPONENTS, componentsWrong);
    sentences.put(Field.ITERATIONS, iterationsWrong);
    sentences.put(Field.TOLERANCE, toleranceWrong);
    sentences.put(Field.SEED, seedWrong);
    NmfSettings usual = NmfSettings.DEFAULT;
    components.setText(String.valueOf(usual.components()));
    iterations.setText(String.valueOf(usual.maxIterations()));
    tolerance.setText(numbers.decimal(usual.tolerance(), 4));
    seed.setText(String.valueOf(usual.seed()));
    componentsWrong.setText(
        texts.format(
            "train.components.wrong", NmfSettings.MIN_COMPONENTS, NmfSettings.MAX_COMPONENTS));
    for (Field field : Field.values()) {
      fields.get(field).textProperty().addListener((_, _, _) -> check());
      fields.get(field).setOnAction(_ -> train());
      Label sentence = sentences.get(field);
      sentence.managedProperty().bind(sentence.visibleProperty());
    }
    nndsvd.setUserData(Start.NNDSVD);
    random.setUserData(Start.RANDOM);
    start
        .selectedToggleProperty()
        .addListener(
            (_, old, chosen) -> {
              if (chosen == null) {
                // One of the two always holds; pressing it again changes nothing.
                start.selectToggle(old);
              }
            });
    for (var node : new javafx.scene.Node[] {train, cancel, running, left, ended}) {
      node.managedProperty().bind(node.visibleProperty());
    }
    ended.setVisible(false);
    data.whenOpened(_ -> check());
    training.runningProperty().addListener((_, _, job) -> show(job));
    training.iterations().addListener((ListChangeListener<Iteration>) _ -> showHow());
    show(training.runningProperty().get());
    check();
  }

  private TrainingInput input() {
    Start wanted = (Start) start.getSelectedToggle().getUserData();
    return new TrainingInput(
        components.getText(), iterations.getText(), tolerance.getText(), wanted, seed.getText());
  }

  private void check() {
    Set<Field> wrong = input().wrong();
    for (Field field : Field.values()) {
      fields.get(field).pseudoClassStateChanged(WRONG, wrong.contains(field));
      sentences.get(field).setVisible(wrong.contains(field));
    }
    train.setDisable(!wrong.isEmpty() || data.opened() == null);
  }

  @FXML
  private void train() {
    if (!train.isVisible() || train.isDisabled()) {
      return;
    }
    ended.setVisible(false);
    training
        .start(input().settings())
        .onDone(this::done)
        .onCancelled(this::cancelled)
        .onFailed(this::failed);
  }

  private void done(Opened opened) {
    NmfModel model = opened.trained().orElseThrow().model();
    tell(
        texts.format("train.done", model.components(), numbers.decimal(model.seconds(), 1)), false);
  }

  private void cancelled() {
    boolean none = data.opened() == null || data.opened().trained().isEmpty();
    tell(texts.get(none ? "train.cancelled.none" : "train.cancelled"), false);
  }

  /** What the data do not allow is said where the numbers stand; a fault goes where faults go. */
  private void failed(Throwable trouble) {
    if (Troubles.foreseen(trouble)) {
      tell(trouble.getMessage(), true);
    } else {
      troubles.tell(trouble);
    }
  }

  private void tell(String sentence, boolean wrong) {
    ended.setText(sentence);
    ended.getStyleClass().setAll("label", wrong ? "inline-trouble" : "muted");
    ended.setVisible(true);
  }

  @FXML
  private void cancel() {
    if (training.runningProperty().get() != null) {
      training.runningProperty().get().cancel();
    }
  }

  private void show(JobTask<Opened> job) {
    boolean hadFocus = train.isFocused() || cancel.isFocused();
    bar.progressProperty().unbind();
    if (job != null) {
      bar.progressProperty().bind(job.progressProperty());
      job.phaseProperty().addListener((_, _, _) -> showHow());
      ended.setVisible(false);
    }
    train.setVisible(job == null);
    cancel.setVisible(job != null);
    running.setVisible(job != null);
    if (hadFocus) {
      (job == null ? train : cancel).requestFocus();
    }
    showHow();
  }

  private void showHow() {
    JobTask<Opened> job = training.runningProperty().get();
    if (job == null) {
      return;
    }
    boolean stopping = job.phaseProperty().get() == Phase.CANCELLING;
    cancel.setDisable(stopping);
    left.setVisible(false);
    if (stopping) {
      how.setText(texts.get("train.cancelling"));
    } else if (training.iterations().isEmpty()) {
      how.setText(texts.get("train.preparing"));
    } else {
      Iteration last = training.iterations().getLast();
      how.setText(
          texts.format(
              "train.iteration",
              last.number(),
              training.settings().maxIterations(),
              numbers.decimal(last.relativeError(), 4)));
      showLeft(training.secondsLeftAtMost());
    }
  }

  private void showLeft(double seconds) {
    left.setVisible(!Double.isNaN(seconds));
    if (left.isVisible()) {
      left.setText(texts.format("train.left", numbers.duration(seconds)));
    }
  }

  /** Puts the cursor into the first field. */
  void focusFirst() {
    components.requestFocus();
  }
}
