package osusume.ui.chat;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import osusume.chat.tool.Proposal;
import osusume.ui.control.MarkWords;
import osusume.ui.control.TitleTile;
import osusume.ui.state.ListQuestion;
import osusume.ui.text.Texts;

/** Asks whether the assistant may change the person's list. */
final class QuestionCard extends HBox {
  private final Button no;

  /**
   * @param answer is handed whether the person agrees
   */
  QuestionCard(ListQuestion question, Texts texts, Consumer<Boolean> answer) {
    super(8);
    setId("chat-question");
    getStyleClass().add("question-card");
    setAlignment(Pos.CENTER_LEFT);
    TitleTile tile = new TitleTile(TitleTile.Size.SMALL);
    tile.show(question.anime());
    String name = question.anime().name();
    MarkWords words = new MarkWords(texts);
    Label sentence =
        new Label(
            switch (question.proposal()) {
              case Proposal.Rate rate -> texts.format("chat.ask.rate", name, rate.rating());
              case Proposal.Mark mark ->
                  texts.format("chat.ask.mark", name, words.status(mark.status()));
            });
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button yes =
        new Button(
            switch (question.proposal()) {
              case Proposal.Rate rate -> texts.format("chat.ask.rate.yes", rate.rating());
              case Proposal.Mark mark ->
                  texts.get("chat.ask.mark." + mark.status().name().toLowerCase(Locale.ROOT));
            });
    yes.setId("chat-question-yes");
    yes.getStyleClass().add("accent");
    yes.setOnAction(_ -> answer.accept(true));
    Button no = new Button(texts.get("chat.ask.no"));
    no.setId("chat-question-no");
    no.setOnAction(_ -> answer.accept(false));
    yes.setMinWidth(USE_PREF_SIZE);
    no.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(tile, sentence, yes, no);
    setAccessibleRole(AccessibleRole.PARENT);
    no.setAccessibleText(texts.format("chat.ask.spoken", sentence.getText(), no.getText()));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            answer.accept(false);
            key.consume();
          }
        });
    this.no = no;
  }

  /** Goes to the answer that changes nothing; a screen reader says what is asked then. */
  void focusUnlessWriting() {
    if (getScene() != null
        && !(getScene().getFocusOwner() instanceof TextInputControl field
            && !field.getText().isEmpty())) {
      no.requestFocus();
    }
  }
}
