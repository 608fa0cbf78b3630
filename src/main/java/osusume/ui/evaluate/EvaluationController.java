package osusume.ui.evaluate;

import javafx.fxml.FXML;
import osusume.app.Opened;
import osusume.ui.control.StatePane;
import osusume.ui.state.CurrentData;
import osusume.ui.state.Evaluations;
import osusume.ui.text.Texts;
import osusume.ui.view.Page;

/** The Evaluation tab: the plan at the left, what came of it at the right. */
public final class EvaluationController implements Page {
  private final CurrentData data;
  private final Evaluations evaluations;
  private final Texts texts;

  @FXML private StatePane state;
  @FXML private PlanController planController;
  @FXML private ResultController resultController;

  public EvaluationController(CurrentData data, Evaluations evaluations, Texts texts) {
    this.data = data;
    this.evaluations = evaluations;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    state.busyProperty().bind(evaluations.runningProperty().isNotNull());
    data.openedProperty().addListener((_, _, _) -> show());
    data.troubleProperty().addListener((_, _, _) -> show());
    evaluations.runningProperty().addListener((_, _, _) -> show());
    evaluations.resultProperty().addListener((_, _, _) -> show());
    show();
  }

  private void show() {
    Evaluations.Result result = evaluations.resultProperty().get();
    Opened opened = data.opened();
    if (result != null) {
      resultController.show(result, opened);
      state.showContent();
    } else if (evaluations.runningProperty().get() != null) {
      state.showInstead(texts.get("evaluate.running"), texts.get("evaluate.running.hint"));
    } else if (opened != null) {
      state.showInstead(texts.get("evaluate.none"), texts.get("evaluate.none.hint"));
    } else if (data.troubleProperty().get().isEmpty()) {
      state.showInstead(texts.get("data.opening"), "");
    } else {
      state.showInstead(texts.get("data.none"), data.troubleProperty().get());
    }
  }

  @Override
  public void focusFilter() {
    planController.focusFirst();
  }
}
