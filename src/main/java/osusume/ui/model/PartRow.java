package osusume.ui.model;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import osusume.app.Kept;
import osusume.app.Opened;
import osusume.app.Part;
import osusume.ui.state.Learning;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** One thing that is learned beside the taste groups: whether it is there, and its button. */
final class PartRow extends VBox {
  private final Part<?> part;
  private final Learning learning;
  private final Texts texts;
  private final Numbers numbers;
  private final String called;
  private final Label standing = new Label();
  private final Button button = new Button();

  PartRow(Part<?> part, Learning learning, Texts texts, Numbers numbers) {
    super(2);
    this.part = part;
    this.learning = learning;
    this.texts = texts;
    this.numbers = numbers;
    this.called = texts.get("part." + part.name());
    getStyleClass().add("part-row");
    setId("part-" + part.name());
    Label name = new Label(called);
    name.getStyleClass().add("title-name");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setTooltip(new Tooltip(texts.get("part." + part.name() + ".hint")));
    name.getTooltip().setWrapText(true);
    name.getTooltip().setMaxWidth(360);
    HBox.setHgrow(name, Priority.ALWAYS);
    button.getStyleClass().addAll("small", "learn-part");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> learning.learn(part));
    standing.setWrapText(true);
    standing.setMinHeight(USE_PREF_SIZE);
    standing.getStyleClass().add("part-standing");
    HBox head = new HBox(8, name, button);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, standing);
  }

  /**
   * @param opened null: nothing is open yet
   */
  void show(Opened opened) {
    Kept<?> kept = opened == null ? null : opened.part(part).orElse(null);
    boolean busy = learning.runningProperty().get() != null;
    boolean mine = learning.currentProperty().get() == part;
    String trouble =
        opened == null
            ? null
            : learning.troubles().getOrDefault(part, opened.trouble(part).orElse(null));
    String sentence;
    if (mine) {
      sentence = texts.get("part.learning");
    } else if (trouble != null) {
      sentence = trouble;
    } else if (kept != null) {
      sentence =
          texts.format(
              "part.learned",
              numbers.day(kept.origin().learnedAt()),
              numbers.duration(kept.origin().seconds()));
    } else {
      sentence = texts.get("part.none");
    }
    standing.setText(sentence);
    boolean wrong = !mine && trouble != null;
    standing.getStyleClass().removeAll("muted", "inline-trouble");
    standing.getStyleClass().add(wrong ? "inline-trouble" : "muted");
    button.setText(texts.get(kept == null ? "part.learn" : "part.again"));
    button.setAccessibleText(
        texts.format(kept == null ? "part.learn.spoken" : "part.again.spoken", called));
    button.setDisable(busy || opened == null);
  }
}
