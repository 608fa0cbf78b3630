package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import osusume.chat.Exchange;
import osusume.chat.talk.ConversationStore;

/** Conversations that were: kept, found, opened, deleted. */
@ExtendWith(ApplicationExtension.class)
class PastTalksTest {
  private static final String OFFLINE = "Offline";

  @TempDir static Path temp;
  private final ScriptedAssistant offline =
      new ScriptedAssistant(OFFLINE, ScriptedAssistant.saying(OFFLINE, "Try **Title2**."));
  private ChatWindow chat;

  @BeforeEach
  void start() throws IOException {
    chat =
        new ChatWindow(Files.createTempDirectory(temp, "window"), offline.choice("offline", true));
  }

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void closingTheWindowKeepsWhatCame() throws IOException {
    offline.does(ScriptedAssistant.goingOn(OFFLINE, "First of all"));
    chat.show();
    chat.type("tell me everything");
    until(() -> chat.read().contains("First of all"));
    chat.close();
    try (ConversationStore store = new ConversationStore(chat.window.places.talks(), () -> true)) {
      var heads = store.list().heads();
      assertThat(heads).hasSize(1);
      Exchange kept = store.read(heads.getFirst().id()).exchanges().getFirst();
      assertThat(kept.said()).isEqualTo("tell me everything");
      assertThat(kept.reply().orElseThrow().text()).isEqualTo("First of all");
    }
    assertThat(offline.closed.getCount()).isZero();
  }

  @Test
  void pastConversationsAreFoundOpenedDeletedAndBroughtBack() {
    chat.show();
    chat.type("mysteries please");
    chat.untilAnswered(1);
    act(() -> chat.window.find("chat-new", Button.class).fire());
    assertThat(chat.said()).isEmpty();
    chat.type("comedies please");
    chat.untilAnswered(1);
    ListView<?> past = chat.window.find("chat-talks", ListView.class);
    // A day above the two.
    until(() -> past.getItems().size() == 3);
    act(() -> chat.window.find("chat-search", TextField.class).setText("mysteries"));
    until(() -> past.getItems().size() == 2);
    act(() -> past.getSelectionModel().select(1));
    act(
        () ->
            past.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
    until(() -> !chat.said().isEmpty() && chat.said().getFirst().said().equals("mysteries please"));
    act(() -> chat.window.find("chat-search", TextField.class).setText(""));
    until(() -> past.getItems().size() == 3);
    act(() -> past.getSelectionModel().select(2));
    act(
        () ->
            past.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false)));
    until(() -> past.getItems().size() == 2);
    assertThat(chat.said()).isEmpty();
    chat.undoOffered();
    until(() -> past.getItems().size() == 3);
    assertThat(chat.said()).extracting(Exchange::said).containsExactly("mysteries please");
  }

  @Test
  void aNarrowWindowHidesThePastBehindAButton() {
    chat.show();
    act(() -> chat.stage.setWidth(900));
    until(() -> !chat.window.find("chat-past", Node.class).isVisible());
    act(() -> chat.window.find("chat-past-toggle", ToggleButton.class).fire());
    assertThat(onFx(() -> chat.window.find("chat-past", Node.class).isVisible())).isTrue();
  }
}
