package osusume.ui.chat;

import java.time.ZoneId;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import osusume.chat.talk.ConversationHead;
import osusume.ui.state.Chatting;
import osusume.ui.text.Texts;

/** The conversations before: to be found again, gone on with, and deleted. */
public final class PastTalksController {
  private final Chatting chatting;
  private final Texts texts;
  private Runnable chosen = () -> {};

  @FXML private TextField search;
  @FXML private ListView<PastRow> past;
  @FXML private Label none;

  public PastTalksController(Chatting chatting, Texts texts) {
    this.chatting = chatting;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    past.setCellFactory(
        _ ->
            new PastCell(
                talk -> talk.id().equals(chatting.talkProperty().get().id()),
                this::open,
                chatting::delete,
                texts));
    past.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    search.textProperty().addListener((_, _, _) -> show());
    chatting.past().all().addListener((ListChangeListener<ConversationHead>) _ -> show());
    chatting.talkProperty().addListener((_, _, _) -> past.refresh());
    show();
  }

  /** Is run when a conversation was chosen. */
  void whenChosen(Runnable action) {
    chosen = action;
  }

  private void show() {
    if (search.getText().isBlank()) {
      chatting.past().leaveSearch();
      show(chatting.past().all());
    } else {
      chatting.past().search(search.getText(), this::show);
    }
  }

  private void show(List<ConversationHead> talks) {
    PastRow selected = past.getSelectionModel().getSelectedItem();
    int place = past.getSelectionModel().getSelectedIndex();
    past.getItems().setAll(PastRow.of(talks, ZoneId.systemDefault()));
    selectAgain(selected, place);
    boolean empty = past.getItems().isEmpty();
    past.setVisible(!empty);
    none.setVisible(empty);
    none.setText(texts.get(search.getText().isBlank() ? "chat.past.none" : "chat.past.noneFound"));
  }

  /** The same conversation, or where it is gone the one that took its place. */
  private void selectAgain(PastRow selected, int place) {
    if (!(selected instanceof PastRow.Of before)) {
      return;
    }
    for (int i = 0; i < past.getItems().size(); i++) {
      if (past.getItems().get(i) instanceof PastRow.Of of
          && of.talk().id().equals(before.talk().id())) {
        past.getSelectionModel().select(i);
        return;
      }
    }
    for (int i = Math.min(place, past.getItems().size() - 1); i >= 0; i--) {
      if (past.getItems().get(i) instanceof PastRow.Of) {
        past.getSelectionModel().select(i);
        return;
      }
    }
  }

  private void open(ConversationHead talk) {
    chatting.open(talk);
    chosen.run();
  }

  private void pressed(KeyEvent key) {
    if (past.getSelectionModel().getSelectedItem() instanceof PastRow.Of of) {
      if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
        open(of.talk());
        key.consume();
      } else if (key.getCode() == KeyCode.DELETE) {
        chatting.delete(of.talk());
        key.consume();
      }
    }
  }

  @FXML
  private void begin() {
    chatting.begin();
    chosen.run();
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }
}
