package osusume.ui;

import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import osusume.chat.Exchange;
import osusume.data.Anime;
import osusume.recommend.SmallWorld;
import osusume.ui.state.Assistants;
import osusume.ui.state.Chatting;
import osusume.ui.view.TabPage;

/** The Chat tab over a small data set, and what a person does and reads there. */
final class ChatWindow {
  final TestWindow window;
  final Stage stage;
  private boolean closed;

  ChatWindow(Path folder, Assistants.Choice... assistants) throws IOException {
    stage = onFx(Stage::new);
    window = new TestWindow(folder);
    window.forMe = true;
    window.assistants = List.of(assistants);
    window.keep(SmallWorld.data());
  }

  void show() {
    act(() -> window.show(stage, TabPage.CHAT));
    window.open();
    act(() -> stage.getScene().getRoot().applyCss());
    until(() -> stage.getScene().lookup("#chat-exchanges") != null);
  }

  /** Closes the window, unless that was done. */
  void close() {
    if (!closed) {
      closed = true;
      window.close();
    }
  }

  Chatting chatting() {
    return window.assembly.chatting();
  }

  TextArea field() {
    return window.find("chat-field", TextArea.class);
  }

  /** Types a text into the field and presses Enter. */
  void type(String text) {
    act(
        () -> {
          field().requestFocus();
          field().setText(text);
        });
    press(KeyCode.ENTER, false);
  }

  /** Presses a key in the field. */
  void press(KeyCode code, boolean shift) {
    press(field(), code, shift);
  }

  static void press(Node in, KeyCode code, boolean shift) {
    act(
        () ->
            in.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
  }

  /** Chooses an assistant by its key. */
  void choose(String key) {
    act(
        () ->
            chatting()
                .choiceProperty()
                .set(
                    chatting().assistants().choices().getValue().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow()));
  }

  void untilAnswered(int exchanges) {
    until(
        () ->
            chatting().answeringProperty().get() == null
                && chatting().talkProperty().get().exchanges().size() == exchanges);
  }

  List<Exchange> said() {
    return onFx(() -> chatting().talkProperty().get().exchanges());
  }

  /** A title of the data set. */
  Anime anime(int row) {
    return window.workspace.opened().data().catalogue().anime(row);
  }

  /** All that can be read in the conversation. */
  String read() {
    return onFx(
        () -> {
          StringBuilder all = new StringBuilder();
          read(exchanges(), all);
          return all.toString();
        });
  }

  private static void read(Node node, StringBuilder all) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Text text) {
      all.append(text.getText()).append('\n');
    } else if (node instanceof Labeled labeled) {
      all.append(labeled.getText()).append('\n');
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> read(child, all));
    }
  }

  Parent exchanges() {
    return window.find("chat-exchanges", Parent.class);
  }

  /** The last visible node of a style in the conversation. */
  <T extends Node> Optional<T> styled(String style, Class<T> type) {
    return all(style).stream().map(type::cast).reduce((_, last) -> last);
  }

  /** All visible nodes of a style in the conversation. */
  List<Node> all(String style) {
    return onFx(
        () ->
            exchanges().lookupAll("." + style).stream()
                .filter(TestWindow::shown)
                .map(Node.class::cast)
                .toList());
  }

  /** Presses the last button of a style. */
  void fire(String style) {
    Button button = styled(style, Button.class).orElseThrow();
    act(button::fire);
  }

  /** Waits for a button and presses it. */
  void fireOnce(String id) {
    until(() -> stage.getScene().lookup("#" + id) != null);
    act(() -> window.find(id, Button.class).fire());
  }

  List<String> messages() {
    return onFx(
        () -> window.assembly.messages().shown().stream().map(one -> one.sentence()).toList());
  }

  void undoOffered() {
    act(() -> window.assembly.messages().shown().getLast().action().orElseThrow().run().run());
  }
}
