package osusume.ui.evaluate;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import osusume.app.Opened;
import osusume.data.Dataset;
import osusume.evaluate.Evaluation;
import osusume.evaluate.Plan;
import osusume.evaluate.Protocol;
import osusume.nmf.NmfSettings;
import osusume.recommend.Habit;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;
import osusume.recommend.rating.RatingStrategies;
import osusume.recommend.rating.RatingStrategy;
import osusume.ui.control.WholeNumberSpinner;
import osusume.ui.job.JobTask;
import osusume.ui.job.JobTask.Phase;
import osusume.ui.job.Jobs;
import osusume.ui.job.LatestAnswer;
import osusume.ui.state.CurrentData;
import osusume.ui.state.Evaluations;
import osusume.ui.state.Troubles;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** The form of an evaluation: what to measure, how far it is, and how it ended. */
public final class PlanController {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final CurrentData data;
  private final Evaluations evaluations;
  private final Troubles troubles;
  private final Texts texts;
  private final Numbers numbers;
  private final LatestAnswer<Map<Protocol, String>> lacking;
  private ChoiceBoxes<Protocol> protocols;
  private ChoiceBoxes<Strategy> rankers;
  private ChoiceBoxes<RatingStrategy> raters;
  private String checkedFor = "";

  @FXML private VBox protocolBox;
  @FXML private VBox rankerBox;
  @FXML private VBox raterBox;
  @FXML private Node rankerPart;
  @FXML private Node raterPart;
  @FXML private Label rankersFor;
  @FXML private Label ratersFor;
  @FXML private TextField seed;
  @FXML private Label seedWrong;
  @FXML private WholeNumberSpinner folds;
  @FXML private Label problem;
  @FXML private VBox running;
  @FXML private ProgressBar bar;
  @FXML private Label how;
  @FXML private Button run;
  @FXML private Button cancel;
  @FXML private Label ended;

  public PlanController(
      CurrentData data,
      Evaluations evaluations,
      Jobs jobs,
      Troubles troubles,
      Texts texts,
      Numbers numbers) {
    this.data = data;
    this.evaluations = evaluations;
    this.troubles = troubles;
    this.texts = texts;
    this.numbers = numbers;
    this.lacking = new LatestAnswer<>(jobs, this::showLacking, troubles::tell);
  }

  @FXML
  private void initialize() {
    MetricText metricText = new MetricText(texts, numbers);
    protocols =
        new ChoiceBoxes<>(
            List.of(Protocol.values()),
            protocol ->
                texts.format("evaluate.choice", protocol.key(), metricText.protocol(protocol)),
            metricText::what,
            protocol -> "protocol-" + protocol.key(),
            this::check);
    rankers =
        new ChoiceBoxes<>(
            Strategies.ALL,
            Strategy::name,
            strategy -> meaning(strategy.name()),
            strategy -> "ranker-" + strategy.name(),
            this::check);
    raters =
        new ChoiceBoxes<>(
            RatingStrategies.ALL,
            RatingStrategy::name,
            strategy -> meaning(strategy.name()),
            strategy -> "rater-" + strategy.name(),
            this::check);
    protocolBox.getChildren().add(protocols);
    rankerBox.getChildren().add(rankers);
    raterBox.getChildren().add(raters);
    rankersFor.setText(texts.format("evaluate.for", keys(Protocol::ranks)));
    ratersFor.setText(texts.format("evaluate.for", keys(Protocol::rates)));
    folds.setRange(1, Plan.MAX_FOLDS, 1);
    seed.setText("1");
    seed.textProperty().addListener((_, _, _) -> check());
    for (Node part : new Node[] {seedWrong, problem, running, run, cancel, ended}) {
      part.managedProperty().bind(part.visibleProperty());
    }
    ended.setVisible(false);
    protocols.choose(Protocol.P1, true);
    rankers.chooseAll(true);
    for (Habit habit : Habit.values()) {
      // Of interest to few, and "profile" has them all.
      rankers.choose(Strategies.named(habit.key()), false);
    }
    raters.chooseAll(true);
    evaluations.runningProperty().addListener((_, _, job) -> show(job));
    data.whenOpened(this::look);
    show(evaluations.runningProperty().get());
    check();
  }

  private static String keys(Predicate<Protocol> which) {
    return Stream.of(Protocol.values())
        .filter(which)
        .map(Protocol::key)
        .collect(Collectors.joining(", "));
  }

  /** A strategy can be evaluated before anybody has described it. */
  private String meaning(String strategy) {
    String key = "evaluate.strategy." + strategy;
    return texts.bundle().containsKey(key) ? texts.get(key) : "";
  }

  /** Whether the data set has enough people takes a look at all its ratings. */
  private void look(Opened opened) {
    Dataset of = opened.data();
    check();
    if (!of.fingerprint().equals(checkedFor)) {
      checkedFor = of.fingerprint();
      lacking.ask(
          () -> {
            Map<Protocol, String> lacks = new EnumMap<>(Protocol.class);
            for (Protocol protocol : Protocol.values()) {
              lacks.put(protocol, Evaluation.lacking(of, protocol).orElse(""));
            }
            return lacks;
          });
    }
  }

  private void showLacking(Map<Protocol, String> lacks) {
    lacks.forEach(protocols::allow);
    check();
  }

  private boolean seedIsNumber() {
    return seed.getText().strip().matches("-?\\d{1,18}");
  }

  /**
   * @throws IllegalArgumentException if nothing can be made of what is chosen; worded for a person
   */
  private Plan plan() {
    return new Plan(
        rankers.chosen(),
        raters.chosen(),
        new LinkedHashSet<>(protocols.chosen()),
        Long.parseLong(seed.getText().strip()),
        folds.getValue(),
        NmfSettings.DEFAULT);
  }

  private void check() {
    seedWrong.setVisible(!seedIsNumber());
    seed.pseudoClassStateChanged(WRONG, !seedIsNumber());
    rankerPart.setDisable(protocols.chosen().stream().noneMatch(Protocol::ranks));
    raterPart.setDisable(protocols.chosen().stream().noneMatch(Protocol::rates));
    String wrong = "";
    if (seedIsNumber()) {
      try {
        plan();
      } catch (IllegalArgumentException e) {
        wrong = e.getMessage();
      }
    }
    problem.setText(wrong);
    problem.setVisible(!wrong.isEmpty());
    run.setDisable(!seedIsNumber() || !wrong.isEmpty() || data.opened() == null);
  }

  @FXML
  private void run() {
    if (!run.isVisible() || run.isDisabled()) {
      return;
    }
    evaluations
        .start(plan())
        .onDone(
            result ->
                tell(texts.format("evaluate.done", numbers.duration(result.seconds())), false))
        .onCancelled(this::cancelled)
        .onFailed(this::failed);
  }

  private void cancelled() {
    boolean none = evaluations.resultProperty().get() == null;
    tell(texts.get(none ? "evaluate.cancelled.none" : "evaluate.cancelled"), false);
  }

  /** What the data do not allow is said where it was asked for; a fault goes where faults go. */
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
    if (evaluations.runningProperty().get() != null) {
      evaluations.runningProperty().get().cancel();
    }
  }

  private void show(JobTask<Evaluations.Result> job) {
    boolean hadFocus = run.isFocused() || cancel.isFocused();
    bar.progressProperty().unbind();
    how.textProperty().unbind();
    cancel.disableProperty().unbind();
    if (job != null) {
      bar.progressProperty().bind(job.progressProperty());
      how.textProperty()
          .bind(
              Bindings.createStringBinding(
                  () -> describe(job), job.messageProperty(), job.phaseProperty()));
      cancel.disableProperty().bind(job.phaseProperty().isEqualTo(Phase.CANCELLING));
      ended.setVisible(false);
    }
    run.setVisible(job == null);
    cancel.setVisible(job != null);
    running.setVisible(job != null);
    if (hadFocus) {
      (job == null ? run : cancel).requestFocus();
    }
  }

  private String describe(JobTask<Evaluations.Result> job) {
    if (job.phaseProperty().get() == Phase.CANCELLING) {
      return texts.get("evaluate.cancelling");
    }
    return job.getMessage().isEmpty() ? texts.get("evaluate.preparing") : job.getMessage();
  }

  @FXML
  private void allProtocols() {
    protocols.chooseAll(true);
  }

  @FXML
  private void noProtocol() {
    protocols.chooseAll(false);
  }

  @FXML
  private void allRankers() {
    rankers.chooseAll(true);
  }

  @FXML
  private void noRanker() {
    rankers.chooseAll(false);
  }

  @FXML
  private void allRaters() {
    raters.chooseAll(true);
  }

  @FXML
  private void noRater() {
    raters.chooseAll(false);
  }

  /** Puts the cursor onto the first protocol. */
  void focusFirst() {
    protocols.focusFirst();
  }
}
