package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.ChatEvent;
import osusume.chat.Mode;
import osusume.chat.Reply;
import osusume.chat.Step;
import osusume.mylist.Status;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

/** Answers in the Chat tab: what is shown of them, and what can be done about them. */
@ExtendWith(ApplicationExtension.class)
class ChatAnswerTest {
  private static final String OFFLINE = "Offline";
  private static final String MODEL = "OpenAI (gpt-4o)";

  @TempDir static Path temp;
  private final ScriptedAssistant offline =
      new ScriptedAssistant(OFFLINE, ScriptedAssistant.saying(OFFLINE, "Try **Title2**."));
  private final ScriptedAssistant model =
      new ScriptedAssistant(MODEL, ScriptedAssistant.saying(MODEL, "Of course."));
  private ChatWindow chat;

  @BeforeEach
  void start() throws IOException {
    chat =
        new ChatWindow(
            Files.createTempDirectory(temp, "window"),
            offline.choice("offline", true),
            model.choice("openai", false));
  }

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void anAnswerIsShownWithItsNameAndItsMarkdownAsLooks() {
    chat.show();
    chat.type("something short");
    chat.untilAnswered(1);
    assertThat(chat.read()).contains("something short", "Osusume · Offline", "Title2");
    assertThat(chat.read()).doesNotContain("**");
    assertThat(onFx(() -> chat.field().getText())).isEmpty();
    assertThat(offline.asked.getFirst().mode()).isEqualTo(Mode.AGENT);
    assertThat(offline.asked.getFirst().ground().asker().userId()).isEmpty();
  }

  @Test
  void nothingInATextOfAModelDoesAnything() {
    offline.does(
        ScriptedAssistant.saying(
            OFFLINE,
            "<b>bold</b> [click](http://evil.example/x) ![pic](http://evil.example/y.png)\n\n"
                + "<script>alert(1)</script>\n\n| a | b |\n|---|---|\n| 1 | 2 |"));
    chat.show();
    chat.type("hello");
    chat.untilAnswered(1);
    assertThat(chat.read())
        .contains(
            "<b>",
            "click",
            "(http://evil.example/x)",
            "(http://evil.example/y.png)",
            "<script>alert(1)</script>",
            "1");
    assertThat(onFx(() -> chat.window.find("chat-exchanges", Parent.class).lookupAll(".hyperlink")))
        .isEmpty();
    assertThat(
            onFx(() -> chat.window.find("chat-exchanges", Parent.class).lookupAll(".image-view")))
        .isEmpty();
    assertThat(chat.window.shownOutside).isEmpty();
  }

  @Test
  void namedTitlesAreCardsAndWhatIsWrongWithThemIsSaid() {
    String text = "Watch Title4, Title0 or Dream of Nobody.";
    offline.does(
        (_, events, _, _) -> {
          events.accept(new ChatEvent.Text(text));
          return ScriptedAssistant.whole(
              OFFLINE,
              text,
              List.of(
                  new Step(
                      "search_anime",
                      "{\"genres\":[\"Drama\"]}",
                      "searched: Drama (4 found)",
                      List.of(104),
                      false)),
              ScriptedAssistant.titles(
                  text, "Title4", 104, false, "Title0", 100, true, "Dream of Nobody", -1, false));
        });
    chat.show();
    chat.type("drama");
    chat.untilAnswered(1);
    assertThat(chat.read())
        .contains("searched: Drama (4 found)", "(known already)", "(no such title)", "1,220 tokens")
        .doesNotContain("search_anime");
    assertThat(
            onFx(() -> chat.window.find("chat-exchanges", Parent.class).lookupAll(".title-line")))
        .hasSize(2);
    ToggleButton steps = chat.styled("steps-head", ToggleButton.class).orElseThrow();
    act(steps::fire);
    assertThat(chat.read()).contains("search_anime {\"genres\":[\"Drama\"]}");
    Node card = onFx(() -> chat.window.find("chat-exchanges", Parent.class).lookup(".title-line"));
    act(
        () ->
            card.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.P, false, false, false, false)));
    until(() -> chat.window.assembly.list().get().ofAnime(104).isPresent());
    assertThat(onFx(() -> chat.window.assembly.list().get().ofAnime(104).orElseThrow().status()))
        .isEqualTo(Status.PLANNED);
    act(
        () ->
            card.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
    until(() -> chat.window.assembly.navigation().tabProperty().get() == TabPage.ANIME);
  }

  @Test
  void whatThePersonNamedIsACardOnlyWhereNothingElseIs() {
    offline.does(
        (question, _, _, _) -> {
          String text =
              question.text().startsWith("why") ? "Title4 is calm." : "Like Title4: Title2.";
          return ScriptedAssistant.whole(
              OFFLINE,
              text,
              List.of(),
              text.startsWith("Like")
                  ? ScriptedAssistant.titles(text, "Title4", 104, false, "Title2", 102, false)
                  : ScriptedAssistant.titles(text, "Title4", 104, false));
        });
    chat.show();
    chat.type("something like title4");
    chat.untilAnswered(1);
    assertThat(chat.all("title-line")).hasSize(1);
    assertThat(chat.read()).contains("\nTitle2\n").doesNotContain("\nTitle4\n");
    chat.type("why Title4?");
    chat.untilAnswered(2);
    assertThat(chat.all("title-line")).hasSize(2);
    assertThat(chat.read()).contains("\nTitle4\n");
  }

  @Test
  void theFirstPieceIsOnTheScreenWhileTheRestIsOnItsWay() throws Exception {
    offline.does(ScriptedAssistant.goingOn(OFFLINE, "A first"));
    chat.show();
    long asked = System.nanoTime();
    chat.type("one");
    until(() -> chat.read().contains("A first"));
    // Generous, for the machine may be busy: the point is that nothing waits for the end.
    assertThat(System.nanoTime() - asked).isLessThan(TimeUnit.SECONDS.toNanos(5));
    assertThat(onFx(() -> chat.chatting().answeringProperty().get())).isNotNull();
    act(() -> chat.chatting().stop());
    chat.untilAnswered(1);
  }

  @Test
  void aFailureIsSaidInlineAndTheOfflineAssistantCanBeAsked() {
    model.does(
        (_, _, _, _) -> {
          throw new AssistantException(Trouble.NO_KEY, "There is no key for OpenAI.");
        });
    chat.show();
    chat.choose("openai");
    chat.type("something funny");
    chat.untilAnswered(1);
    assertThat(chat.read()).contains("There is no key for OpenAI.");
    chat.fire("chat-settings");
    assertThat(onFx(() -> chat.window.assembly.navigation().panelProperty().get()))
        .isEqualTo(Panel.SETTINGS);
    act(() -> chat.window.assembly.navigation().panelProperty().set(null));
    chat.fire("chat-offline");
    until(() -> offline.asked.size() == 1);
    chat.untilAnswered(1);
    assertThat(offline.asked.getFirst().text()).isEqualTo("something funny");
    assertThat(chat.read()).contains("Osusume · Offline").doesNotContain("no key");
  }

  @Test
  void aFaultOfTheAssistantLosesNeitherQuestionNorWhatCame() {
    offline.does(
        (_, events, _, _) -> {
          events.accept(new ChatEvent.Text("Half a sen"));
          throw new IllegalStateException("made up");
        });
    chat.show();
    chat.type("one");
    chat.untilAnswered(1);
    assertThat(chat.read()).contains("Half a sen", "The answer broke off here");
    assertThat(chat.said().getFirst().reply().orElseThrow().text()).isEqualTo("Half a sen");
    act(
        () ->
            List.copyOf(javafx.stage.Window.getWindows()).stream()
                .filter(open -> open != chat.stage)
                .forEach(javafx.stage.Window::hide));
  }

  @Test
  void whatWasSentCanBeLookedAt() {
    offline.does(
        (_, events, _, _) -> {
          events.accept(new ChatEvent.Sending("api.openai.com", "{\"messages\":[]}"));
          return ScriptedAssistant.reply(OFFLINE, "Well.", Reply.Ending.COMPLETE);
        });
    chat.show();
    chat.type("one");
    chat.untilAnswered(1);
    chat.fire("chat-sent");
    until(() -> ListenerWindow.popover().isPresent());
    TextArea sent =
        onFx(
            () ->
                (TextArea)
                    ListenerWindow.lookup(
                        ListenerWindow.popover().orElseThrow(), "chat-sent-text"));
    assertThat(TestWindow.<String>onFx(sent::getText)).isEqualTo("{\"messages\":[]}");
    act(() -> ListenerWindow.popover().orElseThrow().hide());
  }

  @Test
  void anAnswerIsCopiedAsItWasSaid() {
    chat.show();
    chat.type("one");
    chat.untilAnswered(1);
    Button copy =
        onFx(
            () ->
                (Button)
                    chat.window
                        .find("chat-exchanges", Parent.class)
                        .lookup(".answer .copy-answer"));
    act(copy::fire);
    assertThat(TestWindow.<String>onFx(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("Try **Title2**.");
  }
}
