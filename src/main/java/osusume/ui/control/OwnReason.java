package osusume.ui.control;

import atlantafx.base.controls.Popover;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import osusume.ui.state.Marking;
import osusume.ui.text.Texts;

/** Asks beside a title why the person is not interested, in their own words. */
final class OwnReason {
  private OwnReason() {}

  /**
   * @param beside where to ask
   * @param marking is told what is written; nothing is changed if the person turns away
   */
  static void ask(Node beside, Marking marking, Texts texts) {
    Label question = new Label(texts.get("mark.reason.question"));
    TextField reason = new TextField();
    reason.setId("own-reason");
    reason.setPrefColumnCount(20);
    reason.setPromptText(texts.get("mark.reason.prompt"));
    question.setLabelFor(reason);
    Button done = new Button(texts.get("mark.reason.done"));
    done.getStyleClass().add("accent");
    done.setMinWidth(Button.USE_PREF_SIZE);
    HBox.setHgrow(reason, Priority.ALWAYS);
    VBox content = new VBox(8, question, new HBox(8, reason, done));
    content.getStyleClass().add("popover-content");
    Popover popover = Popovers.of(content);
    Runnable say =
        () -> {
          popover.hide();
          marking.notInterested(reason.getText().strip());
        };
    done.setOnAction(_ -> say.run());
    reason.setOnAction(_ -> say.run());
    popover.show(beside);
    Platform.runLater(reason::requestFocus);
  }
}
