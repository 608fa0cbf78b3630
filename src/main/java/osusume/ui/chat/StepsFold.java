package osusume.ui.chat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.chat.Step;
import osusume.ui.text.Texts;

/** What the assistant looked up, in one line that can be unfolded. */
final class StepsFold extends VBox {
  private final Texts texts;
  private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
  private final ToggleButton head = new ToggleButton(null, arrow);
  private final VBox steps = new VBox(8);
  private List<Step> shown = List.of();

  StepsFold(Texts texts) {
    this.texts = texts;
    getStyleClass().add("steps");
    head.getStyleClass().addAll("flat", "small", "steps-head");
    head.setMnemonicParsing(false);
    head.setMinWidth(0);
    head.selectedProperty()
        .addListener(
            (_, _, open) -> {
              arrow.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
              steps.setVisible(open);
              steps.setManaged(open);
            });
    steps.getStyleClass().add("steps-content");
    steps.setVisible(false);
    steps.setManaged(false);
    getChildren().setAll(head, steps);
    show(List.of(), "");
  }

  /**
   * @param doing what is looked up now; empty: nothing
   */
  void show(List<Step> done, String doing) {
    if (!done.equals(shown)) {
      shown = done;
      steps.getChildren().setAll(done.stream().map(this::step).toList());
    }
    boolean any = !done.isEmpty() || !doing.isEmpty();
    setVisible(any);
    setManaged(any);
    head.setText(doing.isEmpty() ? done(done) : texts.format("chat.steps.doing", doing));
  }

  /** What failed was the model's own mistake, more often than not, which it then mended. */
  private String done(List<Step> steps) {
    if (steps.isEmpty()) {
      return "";
    }
    String last =
        steps.reversed().stream()
            .filter(step -> !step.failed())
            .findFirst()
            .orElse(steps.getLast())
            .summary();
    return steps.size() == 1 ? last : texts.format("chat.steps", steps.size(), last);
  }

  private VBox step(Step step) {
    Label summary = new Label(step.summary());
    if (step.failed()) {
      summary.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
      summary.getStyleClass().add("step-failed");
    }
    Label arguments = new Label(step.tool() + " " + step.arguments());
    arguments.getStyleClass().addAll("caption", "step-arguments");
    VBox box = new VBox(summary, arguments);
    for (Label label : new Label[] {summary, arguments}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    return box;
  }
}
