package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import osusume.chat.Exchange;
import osusume.chat.Reply;

/** Asking in the Chat tab: by keys, again, otherwise, and for whom. */
@ExtendWith(ApplicationExtension.class)
class ChatAskingTest {
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
  void enterSendsAndShiftEnterBeginsALine() {
    chat.show();
    act(() -> chat.field().setText("one"));
    act(() -> chat.field().end());
    chat.press(KeyCode.ENTER, true);
    assertThat(onFx(() -> chat.field().getText())).isEqualTo("one\n");
    assertThat(chat.said()).isEmpty();
    chat.press(KeyCode.ENTER, false);
    chat.untilAnswered(1);
    assertThat(chat.said().getFirst().said()).isEqualTo("one");
  }

  @Test
  void ctrlNBeginsANewConversation() {
    chat.show();
    chat.type("one");
    chat.untilAnswered(1);
    act(
        () ->
            chat.field()
                .fireEvent(
                    new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.N, false, true, false, false)));
    assertThat(chat.said()).isEmpty();
    chat.type("two");
    chat.untilAnswered(1);
    assertThat(offline.asked.getLast().before()).isEmpty();
  }

  @Test
  void escStopsAndWhatCameIsKept() throws IOException {
    offline.does(ScriptedAssistant.goingOn(OFFLINE, "First of all"));
    chat.show();
    chat.type("tell me everything");
    until(() -> chat.read().contains("First of all"));
    assertThat(onFx(() -> chat.window.find("chat-stop", Button.class).isVisible())).isTrue();
    chat.press(KeyCode.ESCAPE, false);
    chat.untilAnswered(1);
    assertThat(chat.read()).contains("First of all", "You stopped this answer here.");
    assertThat(chat.said().getFirst().reply().orElseThrow().ending())
        .isEqualTo(Reply.Ending.STOPPED);
  }

  @Test
  void retryAsksAgainAndTheAnswerBeforeCanComeBack() {
    chat.show();
    chat.type("one");
    chat.untilAnswered(1);
    offline.does(ScriptedAssistant.saying(OFFLINE, "Another answer."));
    chat.fire("chat-retry");
    until(() -> offline.asked.size() == 2);
    chat.untilAnswered(1);
    assertThat(chat.read()).contains("Another answer.");
    assertThat(chat.messages()).contains("An answer was replaced.");
    chat.undoOffered();
    until(() -> chat.read().contains("Title2"));
    assertThat(chat.read()).doesNotContain("Another answer.");
  }

  @Test
  void anEarlierMessageIsEditedAndWhatFollowedIsTakenOut() {
    chat.show();
    chat.type("one");
    chat.untilAnswered(1);
    chat.type("two");
    chat.untilAnswered(2);
    Button first =
        onFx(
            () ->
                (Button)
                    chat
                        .window
                        .find("chat-exchanges", Parent.class)
                        .lookupAll(".chat-edit")
                        .stream()
                        .findFirst()
                        .orElseThrow());
    act(first::fire);
    assertThat(onFx(() -> chat.field().getText())).isEqualTo("one");
    assertThat(onFx(() -> chat.window.find("chat-editing", Node.class).isVisible())).isTrue();
    chat.type("three");
    chat.untilAnswered(1);
    assertThat(chat.said().getFirst().said()).isEqualTo("three");
    assertThat(offline.asked.getLast().before()).isEmpty();
    chat.undoOffered();
    until(() -> chat.chatting().talkProperty().get().exchanges().size() == 2);
    assertThat(chat.said()).extracting(Exchange::said).containsExactly("one", "two");
  }

  @Test
  void upInTheEmptyFieldEditsTheLastMessageAndEscLeavesIt() {
    chat.show();
    chat.type("one");
    chat.untilAnswered(1);
    chat.press(KeyCode.UP, false);
    assertThat(onFx(() -> chat.field().getText())).isEqualTo("one");
    chat.press(KeyCode.ESCAPE, false);
    assertThat(onFx(() -> chat.field().getText())).isEmpty();
    assertThat(onFx(() -> chat.window.find("chat-editing", Node.class).isVisible())).isFalse();
  }

  @Test
  void openersNameTitlesAndAskWhatTheySay() {
    chat.show();
    until(
        () -> !chat.window.find("chat-openers", Parent.class).getChildrenUnmodifiable().isEmpty());
    Button opener =
        onFx(
            () ->
                (Button)
                    chat.window
                        .find("chat-openers", Parent.class)
                        .getChildrenUnmodifiable()
                        .getFirst());
    assertThat(TestWindow.<String>onFx(opener::getText)).isEqualTo("Something like Title0");
    act(opener::fire);
    chat.untilAnswered(1);
    assertThat(chat.said().getFirst().said()).isEqualTo("Something like Title0");
    assertThat(onFx(() -> chat.window.find("chat-empty", Node.class).isVisible())).isFalse();
  }

  @Test
  void aQuestionThatIsTooLongIsRefusedWholeAndStaysInTheField() {
    chat.show();
    String text = "x".repeat(8_001);
    chat.type(text);
    assertThat(chat.messages()).anySatisfy(said -> assertThat(said).contains("8,001"));
    assertThat(onFx(() -> chat.field().getText())).isEqualTo(text);
    assertThat(chat.said()).isEmpty();
  }

  @Test
  void aDraftComesBackWhenAnEditIsLeftOrSent() {
    chat.show();
    chat.type("one");
    chat.untilAnswered(1);
    act(() -> chat.field().setText("a long draft"));
    act(() -> ((Button) chat.stage.getScene().lookup(".chat-edit")).fire());
    assertThat(onFx(() -> chat.field().getText())).isEqualTo("one");
    chat.press(KeyCode.ESCAPE, false);
    assertThat(onFx(() -> chat.field().getText())).isEqualTo("a long draft");
    act(() -> ((Button) chat.stage.getScene().lookup(".chat-edit")).fire());
    chat.type("two");
    chat.untilAnswered(1);
    until(() -> chat.said().getFirst().said().equals("two"));
    assertThat(onFx(() -> chat.field().getText())).isEqualTo("a long draft");
  }

  @Test
  void whoeverAsksTooEarlyIsToldToWait() {
    offline.does(ScriptedAssistant.goingOn(OFFLINE, "First of all"));
    chat.show();
    chat.type("one");
    until(() -> chat.read().contains("First of all"));
    assertThat(onFx(() -> chat.chatting().ask("two"))).isFalse();
    assertThat(chat.messages())
        .contains("The answer before is still being ended. Ask again in a moment.");
    chat.press(KeyCode.ESCAPE, false);
    chat.untilAnswered(1);
  }
}
