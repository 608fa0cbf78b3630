package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import osusume.chat.ChatEvent;
import osusume.chat.Exchange;
import osusume.chat.Reply;
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

  @Test
  void whatWasSaidWhileNothingWasKeptIsNotKeptLater() throws IOException {
    chat.show();
    chat.type("kept before");
    chat.untilAnswered(1);
    keep(false);
    chat.type("SECRETWORD");
    chat.untilAnswered(2);
    keep(true);
    chat.type("kept again");
    chat.untilAnswered(3);
    assertThat(chat.said()).hasSize(3);
    chat.close();
    try (ConversationStore store = new ConversationStore(chat.window.places.talks(), () -> true)) {
      var head = store.list().heads().getFirst();
      assertThat(store.read(head.id()).exchanges())
          .extracting(Exchange::said)
          .containsExactly("kept before", "kept again");
    }
  }

  private void keep(boolean wanted) {
    act(
        () -> {
          var setup = chat.window.assembly.chatSetup();
          setup.change(now -> now.withKeep(wanted));
        });
  }

  @Test
  void whatIsBroughtBackLeavesTheAnswerOnItsWayInSight() {
    chat.show();
    chat.type("first");
    chat.untilAnswered(1);
    act(() -> chat.chatting().delete(chat.chatting().past().all().getFirst()));
    until(() -> chat.chatting().talkProperty().get().exchanges().isEmpty());
    offline.does(ScriptedAssistant.goingOn(OFFLINE, "On its way"));
    chat.type("second");
    until(() -> chat.read().contains("On its way"));
    chat.undoOffered();
    until(() -> chat.chatting().past().all().size() == 2);
    assertThat(chat.said()).extracting(Exchange::said).containsExactly("second");
    chat.press(KeyCode.ESCAPE, false);
    chat.untilAnswered(1);
    assertThat(chat.said().getFirst().reply()).isPresent();
  }

  @Test
  void whatWasSentIsForgottenWithItsConversation() {
    offline.does(
        (_, events, _, _) -> {
          events.accept(new ChatEvent.Sending("somebody", "what was sent"));
          events.accept(new ChatEvent.Text("Answer."));
          return ScriptedAssistant.reply(OFFLINE, "Answer.", Reply.Ending.COMPLETE);
        });
    chat.show();
    chat.type("first");
    chat.untilAnswered(1);
    Exchange said = chat.said().getFirst();
    assertThat(onFx(() -> chat.chatting().sentFor(said))).hasSize(1);
    act(() -> chat.chatting().delete(chat.chatting().past().all().getFirst()));
    until(() -> chat.chatting().talkProperty().get().exchanges().isEmpty());
    chat.undoOffered();
    until(() -> chat.chatting().talkProperty().get().exchanges().size() == 1);
    assertThat(onFx(() -> chat.chatting().sentFor(said))).isEmpty();
  }

  @Test
  void aDeletedConversationLeavesTheNextOneChosenAndOnlyALeftClickOpens() {
    chat.show();
    for (String said : List.of("one", "two", "three")) {
      chat.type(said);
      chat.untilAnswered(1);
      act(() -> chat.chatting().begin());
    }
    ListView<?> past = chat.window.find("chat-talks", ListView.class);
    until(() -> past.getItems().size() == 4);
    act(() -> past.getSelectionModel().select(2));
    ChatWindow.press(past, KeyCode.DELETE, false);
    until(() -> past.getItems().size() == 3);
    assertThat(onFx(() -> past.getSelectionModel().getSelectedIndex())).isEqualTo(2);
    Node cell = onFx(() -> past.lookup(".list-cell:selected"));
    click(cell, MouseButton.SECONDARY);
    assertThat(chat.said()).isEmpty();
    click(cell, MouseButton.PRIMARY);
    until(() -> !chat.said().isEmpty());
    assertThat(chat.said().getFirst().said()).isEqualTo("one");
  }

  private static void click(Node node, MouseButton button) {
    act(
        () ->
            node.fireEvent(
                new MouseEvent(
                    MouseEvent.MOUSE_CLICKED,
                    1,
                    1,
                    1,
                    1,
                    button,
                    1,
                    false,
                    false,
                    false,
                    false,
                    button == MouseButton.PRIMARY,
                    false,
                    button == MouseButton.SECONDARY,
                    false,
                    false,
                    true,
                    null)));
  }
}
