package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import osusume.chat.ChatEvent;
import osusume.chat.Reply;

/** Where the person is in a long conversation, while more of it comes. */
@ExtendWith(ApplicationExtension.class)
class ChatScrollTest {
  private static final String OFFLINE = "Offline";
  private static final String LINES = "One more line.\n\n".repeat(60);

  @TempDir static Path temp;
  private final ScriptedAssistant offline =
      new ScriptedAssistant(OFFLINE, ScriptedAssistant.saying(OFFLINE, LINES));
  private ChatWindow chat;

  @BeforeEach
  void start() throws IOException {
    chat =
        new ChatWindow(Files.createTempDirectory(temp, "window"), offline.choice("offline", true));
    chat.show();
  }

  @AfterEach
  void close() {
    chat.close();
  }

  private ScrollPane scroll() {
    return chat.window.find("chat-scroll", ScrollPane.class);
  }

  private static double height(ScrollPane scroll) {
    return scroll.getContent().getLayoutBounds().getHeight();
  }

  /** How much of the conversation is above what is seen, in pixels. */
  private static double above(ScrollPane scroll) {
    return scroll.getVvalue() * (height(scroll) - scroll.getViewportBounds().getHeight());
  }

  private void ask(int times) {
    for (int i = 1; i <= times; i++) {
      chat.type("question " + i);
      chat.untilAnswered(i);
    }
  }

  @Test
  void whoIsAtTheEndStaysThereAndWhoScrolledStaysWhereTheyAre() {
    var scrolled = new CountDownLatch(1);
    offline.does(
        (_, events, _, _) -> {
          events.accept(new ChatEvent.Text(LINES));
          try {
            scrolled.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          events.accept(new ChatEvent.Text(LINES));
          return ScriptedAssistant.reply(OFFLINE, LINES + LINES, Reply.Ending.COMPLETE);
        });
    chat.type("tell me everything");
    ScrollPane scroll = scroll();
    until(() -> height(scroll) > 1_000 && scroll.getVvalue() == 1);
    double before = onFx(() -> height(scroll));
    act(() -> scroll.setVvalue(0.5));
    double above = onFx(() -> above(scroll));
    scrolled.countDown();
    chat.untilAnswered(1);
    until(() -> height(scroll) > before + 1_000);
    assertThat(onFx(() -> above(scroll))).isCloseTo(above, within(2.0));
    // Asking brings one back to the end.
    chat.type("and more");
    chat.untilAnswered(2);
    until(() -> scroll.getVvalue() == 1);
  }

  @Test
  void whatIsFarOutOfSightHoldsNothingAndComesBack() {
    ask(6);
    Parent exchanges = chat.exchanges();
    until(
        () ->
            ((Parent) exchanges.getChildrenUnmodifiable().getFirst())
                .getChildrenUnmodifiable()
                .isEmpty());
    assertThat(chat.read()).contains("question 6").doesNotContain("question 1");
    act(() -> scroll().setVvalue(0));
    until(() -> chat.read().contains("question 1"));
    assertThat(onFx(() -> above(scroll()))).isCloseTo(0, within(2.0));
    until(() -> !chat.read().contains("question 6"));
  }

  @Test
  void aPastConversationIsOpenedAtItsEndAndKeepsItsPlaceWhileItIsFilledUpwards() {
    ask(6);
    var head = onFx(() -> chat.chatting().talkProperty().get().head());
    act(() -> chat.chatting().begin());
    act(() -> chat.chatting().open(head));
    ScrollPane scroll = scroll();
    until(() -> chat.said().size() == 6 && chat.read().contains("question 6"));
    until(() -> scroll.getVvalue() == 1);
    for (double place = 0.9; place > 0; place -= 0.1) {
      double to = place;
      act(() -> scroll.setVvalue(to));
      act(() -> {});
    }
    act(() -> scroll.setVvalue(0));
    until(() -> chat.read().contains("question 1"));
  }
}
