package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import osusume.chat.Reply;
import osusume.chat.tool.ListDoor;
import osusume.chat.tool.Proposal;
import osusume.recommend.SmallWorld;

/** Answers that would change a list: only the person can say yes. */
@ExtendWith(ApplicationExtension.class)
class ChatListTest {
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

  private AtomicReference<ListDoor.Outcome> proposing() {
    AtomicReference<ListDoor.Outcome> outcome = new AtomicReference<>();
    offline.does(
        (_, _, list, progress) -> {
          outcome.set(list.propose(new Proposal.Rate(104, 9), progress));
          return ScriptedAssistant.reply(OFFLINE, "Well.", Reply.Ending.COMPLETE);
        });
    return outcome;
  }

  @Test
  void theListIsChangedOnlyIfThePersonAgrees() {
    var outcome = proposing();
    chat.show();
    until(() -> chat.window.assembly.list().readyProperty().get());
    chat.type("rate Title4 9");
    until(() -> chat.stage.getScene().lookup("#chat-question-yes") != null);
    assertThat(chat.read()).contains("Rate Title4 9?");
    assertThat(onFx(() -> chat.window.assembly.list().get().ofAnime(104))).isEmpty();
    act(() -> chat.window.find("chat-question-yes", Button.class).fire());
    chat.untilAnswered(1);
    assertThat(outcome).hasValue(ListDoor.Outcome.DONE);
    assertThat(onFx(() -> chat.window.assembly.list().get().ofAnime(104).orElseThrow().score()))
        .isEqualTo(9);
    chat.undoOffered();
    until(() -> chat.window.assembly.list().get().ofAnime(104).isEmpty());
    chat.type("rate Title4 9");
    until(() -> chat.stage.getScene().lookup("#chat-question-no") != null);
    act(() -> chat.window.find("chat-question-no", Button.class).fire());
    chat.untilAnswered(2);
    assertThat(outcome).hasValue(ListDoor.Outcome.DECLINED);
    assertThat(onFx(() -> chat.window.assembly.list().get().ofAnime(104))).isEmpty();
  }

  @Test
  void stoppingDeclinesWhatIsProposed() {
    var outcome = proposing();
    chat.show();
    chat.type("rate Title4 9");
    until(() -> chat.stage.getScene().lookup("#chat-question-yes") != null);
    act(() -> chat.window.find("chat-stop", Button.class).fire());
    chat.untilAnswered(1);
    assertThat(outcome).hasValue(ListDoor.Outcome.DECLINED);
    assertThat(onFx(() -> chat.window.assembly.list().get().ofAnime(104))).isEmpty();
  }

  @Test
  void aUserOfTheDataSetIsAskedForAndNobodysListIsChanged() {
    chat.window.forMe = false;
    var outcome = proposing();
    chat.show();
    until(() -> chat.window.assembly.user().id() != null);
    act(() -> chat.window.assembly.user().choose(SmallWorld.OF_SECOND_CROWD));
    chat.type("what next");
    chat.untilAnswered(1);
    assertThat(offline.asked.getFirst().ground().asker().userId())
        .isEqualTo(OptionalInt.of(SmallWorld.OF_SECOND_CROWD));
    assertThat(outcome).hasValue(ListDoor.Outcome.UNAVAILABLE);
    assertThat(chat.read()).contains("for user " + SmallWorld.OF_SECOND_CROWD);
    assertThat(onFx(() -> chat.window.find("chat-about", Labeled.class).getText()))
        .contains("user " + SmallWorld.OF_SECOND_CROWD);
  }

  @Test
  void theQuestionIsAnsweredByTheKeyboardAndEscMeansNo() {
    var outcome = proposing();
    chat.show();
    chat.type("rate Title4 9");
    until(
        () ->
            chat.stage.getScene().getFocusOwner() != null
                && "chat-question-no".equals(chat.stage.getScene().getFocusOwner().getId()));
    assertThat(onFx(() -> chat.window.find("chat-question-no", Button.class).getAccessibleText()))
        .contains("?");
    ChatWindow.press(chat.window.find("chat-question-no", Button.class), KeyCode.ESCAPE, false);
    chat.untilAnswered(1);
    assertThat(outcome).hasValue(ListDoor.Outcome.DECLINED);
    assertThat(chat.said().getFirst().reply().orElseThrow().ending())
        .isEqualTo(Reply.Ending.COMPLETE);
  }
}
