package osusume.ui.model;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import osusume.app.Opened;
import osusume.app.Opened.Trained;
import osusume.data.Dataset;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings.Start;
import osusume.recommend.TasteGroups;
import osusume.ui.control.StatePane;
import osusume.ui.state.CurrentData;
import osusume.ui.state.Navigation;
import osusume.ui.state.Training;
import osusume.ui.state.Training.Iteration;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;
import osusume.ui.view.Page;

/** The Model tab: what is in use, in words and charts, around the form, the groups, the files. */
public final class ModelController implements Page {
  private final CurrentData data;
  private final Training training;
  private final Navigation navigation;
  private final Texts texts;
  private final Numbers numbers;
  private LossChart loss;
  private GroupSizesChart sizes;

  @FXML private StatePane state;
  @FXML private Label summary;
  @FXML private Label explained;
  @FXML private Label how;
  @FXML private VBox lossBox;
  @FXML private VBox sizesBox;
  @FXML private Label lossHeading;
  @FXML private Label sizesHeading;
  @FXML private Label within;
  @FXML private GroupsController groupsController;

  public ModelController(
      CurrentData data, Training training, Navigation navigation, Texts texts, Numbers numbers) {
    this.data = data;
    this.training = training;
    this.navigation = navigation;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    loss = new LossChart(texts, numbers);
    loss.setId("loss-chart");
    sizes = new GroupSizesChart(texts, numbers, navigation::showGroup);
    sizes.setId("sizes-chart");
    VBox.setVgrow(loss, Priority.ALWAYS);
    VBox.setVgrow(sizes, Priority.ALWAYS);
    lossBox.getChildren().add(1, loss);
    sizesBox.getChildren().add(1, sizes);
    lossHeading.setTooltip(new Tooltip(texts.get("model.loss.hint")));
    sizesHeading.setTooltip(new Tooltip(texts.get("model.sizes.hint")));
    explained.setTooltip(new Tooltip(texts.get("model.explained.hint")));
    for (Label hinted : new Label[] {lossHeading, sizesHeading, explained}) {
      hinted.getTooltip().setWrapText(true);
      hinted.getTooltip().setMaxWidth(360);
    }
    explained.managedProperty().bind(explained.visibleProperty());
    data.openedProperty().addListener((_, _, _) -> show());
    data.troubleProperty().addListener((_, _, _) -> show());
    training.iterations().addListener(this::follow);
    training.runningProperty().addListener((_, _, running) -> showRun(running != null));
    show();
    training.iterations().forEach(this::add);
  }

  /**
   * A training begins with an empty chart, also where no iterations of an earlier one were cleared
   * away; after its end the chart is that of the model in use.
   */
  private void showRun(boolean begins) {
    if (begins) {
      loss.show(new double[0]);
    }
    show();
  }

  private void show() {
    Opened opened = data.opened();
    if (opened == null) {
      boolean opening = data.troubleProperty().get().isEmpty();
      state.showInstead(
          texts.get(opening ? "data.opening" : "data.none"), data.troubleProperty().get());
      return;
    }
    opened
        .trained()
        .ifPresentOrElse(trained -> show(opened.data(), trained), () -> showNone(opened.data()));
    state.showContent();
  }

  private void show(Dataset from, Trained trained) {
    NmfModel model = trained.model();
    String source =
        texts.format(
            from.simulated() ? "model.summary.demo" : "model.summary.real",
            numbers.count(from.ratings().rowCount()),
            numbers.count(from.catalogue().size()),
            from.name());
    summary.setText(texts.format("model.summary", model.components(), source));
    explained.setText(
        texts.format(
            "model.explained",
            numbers.share(trained.explained()),
            numbers.decimal(model.relativeError(), 4)));
    explained.setVisible(true);
    String settled =
        texts.format(
            model.converged() ? "model.settled" : "model.unsettled",
            model.iterations(),
            numbers.decimal(model.seconds(), 1));
    boolean fromData = model.settings().start() == Start.NNDSVD;
    how.setText(
        texts.format(
            "model.how",
            settled,
            numbers.day(model.trainedAt()),
            texts.get(fromData ? "model.start.nndsvd" : "model.start.random"),
            String.valueOf(model.settings().seed()),
            trained.file().getFileName()));
    showSizes(trained.groups());
    if (training.runningProperty().get() == null) {
      loss.show(model.loss());
    }
  }

  private void showSizes(TasteGroups groups) {
    String sentence =
        texts.format(
            "model.sizes.within",
            numbers.share(groups.withinTwoSpreads()),
            numbers.count(Math.round(groups.usualLow())),
            numbers.count(Math.round(groups.usualHigh())),
            numbers.count(Math.round(groups.meanSize())));
    if (groups.ungrouped() > 0) {
      sentence += " " + texts.format("model.sizes.ungrouped", groups.ungrouped());
    }
    sizesBox.setVisible(true);
    within.setText(sentence);
    sizes.show(groups, sentence);
  }

  private void showNone(Dataset from) {
    boolean busy = training.runningProperty().get() != null;
    summary.setText(texts.get(busy ? "model.none.training" : "model.none"));
    explained.setVisible(false);
    how.setText(texts.format(busy ? "model.none.busy" : "model.none.hint", from.name()));
    sizesBox.setVisible(false);
    if (!busy) {
      loss.show(new double[0]);
    }
  }

  private void follow(ListChangeListener.Change<? extends Iteration> change) {
    while (change.next()) {
      if (change.wasRemoved()) {
        loss.show(new double[0]);
      }
      change.getAddedSubList().forEach(this::add);
    }
  }

  private void add(Iteration iteration) {
    // After its end a training is shown by the model it made.
    if (training.runningProperty().get() != null) {
      loss.add(iteration.number(), iteration.relativeError());
    }
  }

  @Override
  public void focusFilter() {
    groupsController.focusSearch();
  }
}
