package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import osusume.ui.view.TabPage;

/** The Chat tab by the keyboard alone, as a screen reader tells of it, and before there is data. */
@ExtendWith(ApplicationExtension.class)
class ChatKeyboardTest {
  private static final String OFFLINE = "Offline";
  private static final String TEXT = "Try **Title2**.\n\n" + "It is quiet.\n\n".repeat(10);

  @TempDir static Path temp;
  private final ScriptedAssistant offline =
      new ScriptedAssistant(
          OFFLINE,
          (_, _, _, _) ->
              ScriptedAssistant.whole(
                  OFFLINE, TEXT, List.of(), ScriptedAssistant.titles(TEXT, "Title2", 102, false)));
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

  private static String name(Node node) {
    String own = node.getAccessibleText();
    return own == null && node instanceof Labeled labeled ? labeled.getText() : own;
  }

  private boolean isInSight(Node node) {
    ScrollPane scroll = chat.window.find("chat-scroll", ScrollPane.class);
    Bounds pane = scroll.localToScene(scroll.getBoundsInLocal());
    Bounds own = node.localToScene(node.getLayoutBounds());
    return own.getMaxY() > pane.getMinY() && own.getMinY() < pane.getMaxY();
  }

  @Test
  void allOfAConversationIsReachedByTabHasANameAndComesIntoSight() throws InterruptedException {
    chat.show();
    for (int i = 1; i <= 3; i++) {
      chat.type("question " + i);
      chat.untilAnswered(i);
    }
    until(() -> chat.all("title-line").size() >= 1);
    act(() -> chat.field().requestFocus());
    List<String> reached = new ArrayList<>();
    Stage stage = chat.stage;
    for (int i = 0; i < 40; i++) {
      // A person is not quicker than what comes into sight is laid out.
      Thread.sleep(150);
      act(
          () ->
              stage.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS));
      Node at = onFx(() -> stage.getScene().getFocusOwner());
      boolean inTalk =
          onFx(
              () -> {
                Node up = at;
                while (up != null && !"chat-exchanges".equals(up.getId())) {
                  up = up.getParent();
                }
                return up != null;
              });
      if (inTalk) {
        assertThat(onFx(() -> name(at))).as(at.toString()).isNotBlank();
        until(() -> isInSight(at));
        reached.addAll(at.getStyleClass());
        reached.add(onFx(() -> name(at)));
      }
    }
    assertThat(reached)
        .contains("said", "markdown", "title-line", "copy-answer", "chat-retry", "chat-edit")
        .contains("question 3", "question 2", "question 1")
        .anyMatch(name -> name.startsWith("Osusume \u00b7 Offline\nTry **Title2**."));
  }

  @Test
  void aDataSetThatIsBeingOpenedIsSaidToBe() {
    act(() -> chat.window.show(chat.stage, TabPage.CHAT));
    until(
        () ->
            chat.stage.getScene().lookup("#chat-page") != null
                && chat.stage.getScene().lookup("#chat-page").lookup("#state-what")
                    instanceof Label what
                && what.getText().equals("Opening\u2026"));
    chat.window.open();
    until(
        () -> !TestWindow.shown(chat.stage.getScene().lookup("#chat-page").lookup("#state-what")));
  }
}
