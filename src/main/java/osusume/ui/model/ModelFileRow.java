package osusume.ui.model;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import osusume.app.ModelLibrary.Entry;
import osusume.nmf.FactorFile;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** A model file: what is in it or why it can't be used, and what can be done with it. */
final class ModelFileRow extends VBox {
  private final Entry entry;
  private final Texts texts;
  private final HBox actions = new HBox(4);
  private final Label question = new Label();
  private final HBox answers = new HBox(8);

  /** How a file stands to what is open. */
  enum Standing {
    IN_USE,
    USABLE,
    OF_OTHER_DATA,
    DAMAGED
  }

  ModelFileRow(
      Entry entry, Standing standing, Runnable use, Runnable delete, Texts texts, Numbers numbers) {
    super(4);
    this.entry = entry;
    this.texts = texts;
    getStyleClass().add("model-file");
    Label name = new Label(entry.name());
    name.getStyleClass().add("title-name");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setTooltip(new Tooltip(entry.file().toString()));
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox head = new HBox(8, name, actions);
    head.setAlignment(Pos.CENTER_LEFT);
    actions.setAlignment(Pos.CENTER_RIGHT);
    actions.setMinWidth(USE_PREF_SIZE);
    getChildren().add(head);
    if (standing == Standing.IN_USE) {
      Label tag = new Label(texts.get("files.inUse"));
      tag.getStyleClass().add("tag");
      actions.getChildren().add(tag);
    }
    if (standing == Standing.USABLE) {
      actions.getChildren().add(useButton(use));
    }
    actions.getChildren().add(deleteButton());
    if (entry.summary() != null) {
      getChildren().add(line(facts(entry.summary(), numbers), "muted"));
    }
    if (standing == Standing.OF_OTHER_DATA) {
      getChildren().add(line(texts.get("files.otherData"), "muted"));
    }
    if (standing == Standing.DAMAGED) {
      getChildren().add(line(entry.problem(), "inline-trouble"));
    }
    prepareQuestion(standing == Standing.IN_USE, delete);
  }

  private String facts(FactorFile.Summary summary, Numbers numbers) {
    return texts.format(
        "files.facts",
        summary.training().settings().components(),
        numbers.decimal(summary.relativeError(), 4),
        numbers.day(summary.training().trainedAt()));
  }

  private static Label line(String sentence, String look) {
    Label label = new Label(sentence);
    label.getStyleClass().add(look);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private Button useButton(Runnable use) {
    Button button = new Button(texts.get("files.use"));
    button.getStyleClass().addAll("small", "use-model");
    button.setAccessibleText(texts.format("files.use.spoken", entry.name()));
    button.setOnAction(_ -> use.run());
    return button;
  }

  private Button deleteButton() {
    Button button = new Button(null, new FontIcon(Feather.TRASH_2));
    button.getStyleClass().addAll("flat", "small", "button-icon", "delete-model");
    button.setAccessibleText(texts.format("files.delete.spoken", entry.name()));
    button.setTooltip(new Tooltip(texts.get("files.delete")));
    button.setOnAction(_ -> ask());
    return button;
  }

  private void prepareQuestion(boolean inUse, Runnable delete) {
    question.setText(
        texts.format(inUse ? "files.delete.askInUse" : "files.delete.ask", entry.name()));
    question.setWrapText(true);
    question.setMinHeight(USE_PREF_SIZE);
    Button keep = new Button(texts.get("files.delete.keep"));
    keep.getStyleClass().addAll("small", "keep-model");
    keep.setCancelButton(true);
    keep.setOnAction(_ -> getChildren().removeAll(question, answers));
    Button really = new Button(texts.get("files.delete.do"));
    really.getStyleClass().addAll("small", "danger", "really-delete-model");
    really.setOnAction(_ -> delete.run());
    answers.getChildren().setAll(keep, really);
  }

  /** Asks inline, with the harmless answer under the person's finger. */
  private void ask() {
    if (!getChildren().contains(question)) {
      getChildren().addAll(question, answers);
    }
    answers.getChildren().getFirst().requestFocus();
  }
}
