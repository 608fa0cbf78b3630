package osusume.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import osusume.ui.state.ChatSetup;
import osusume.ui.state.Chatting;
import osusume.ui.text.Texts;

/** Whether conversations are kept on this machine, and how to be rid of all. */
public final class KeptTalksController {
  private final ChatSetup setup;
  private final Chatting chatting;
  private final Texts texts;

  @FXML private Parent root;
  @FXML private ToggleSwitch keep;
  @FXML private Button ask;
  @FXML private Node question;
  @FXML private Label asks;
  @FXML private Button delete;

  public KeptTalksController(ChatSetup setup, Chatting chatting, Texts texts) {
    this.setup = setup;
    this.chatting = chatting;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    var seen = root.sceneProperty().map(Objects::nonNull);
    setup.settingsProperty().when(seen).subscribe(chat -> keep.setSelected(chat.keep()));
    keep.selectedProperty()
        .addListener((_, _, wanted) -> setup.change(now -> now.withKeep(wanted)));
    question.managedProperty().bind(question.visibleProperty());
    // A number that is gone on the way is not agreed to.
    Bindings.size(chatting.past().all()).when(seen).subscribe(_ -> leave());
    leave();
  }

  @FXML
  private void ask() {
    asks.setText(texts.format("chatset.delete.ask", chatting.past().all().size()));
    question.setVisible(true);
    ask.setDisable(true);
    delete.requestFocus();
  }

  @FXML
  private void leave() {
    question.setVisible(false);
    ask.setDisable(chatting.past().all().isEmpty());
  }

  @FXML
  private void delete() {
    leave();
    chatting.deleteAll();
  }
}
