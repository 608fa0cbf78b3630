package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.ChatEvent;
import osusume.chat.Exchange;
import osusume.chat.Mode;
import osusume.chat.Reply;
import osusume.chat.Step;
import osusume.chat.talk.ConversationStore;
import osusume.chat.tool.ListDoor;
import osusume.chat.tool.Proposal;
import osusume.mylist.Status;
import osusume.recommend.SmallWorld;
import osusume.ui.state.Chatting;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

/** The Chat tab, as the person sees it. */
@ExtendWith(ApplicationExtension.class)
class ChatTabTest {
  private static final String OFFLINE = "Offline";
  private static final String MODEL = "OpenAI (gpt-4o)";

  @TempDir static Path temp;
  private TestWindow window;
  private Stage stage;
  private boolean closed;
  private final ScriptedAssistant offline =
      new ScriptedAssistant(OFFLINE, ScriptedAssistant.saying(OFFLINE, "Try **Title2**."));
  private final ScriptedAssistant model =
      new ScriptedAssistant(MODEL, ScriptedAssistant.saying(MODEL, "Of course."));

  @BeforeEach
  void start() throws IOException {
    act(() -> stage = new Stage());
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
    window.forMe = true;
    window.assistants = List.of(offline.choice("offline", true), model.choice("openai", false));
    window.keep(SmallWorld.data());
  }

  @AfterEach
  void close() {
    if (!closed) {
      window.close();
    }
  }

  private void show() {
    act(() -> window.show(stage, TabPage.CHAT));
    window.open();
    act(() -> stage.getScene().getRoot().applyCss());
  }

  private Chatting chatting() {
    return window.assembly.chatting();
  }

  private TextArea field() {
    return window.find("chat-field", TextArea.class);
  }

  private void type(String text) {
    act(
        () -> {
          field().requestFocus();
          field().setText(text);
        });
    press(KeyCode.ENTER, false);
  }

  private void press(KeyCode code, boolean shift) {
    act(
        () ->
            field()
                .fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
  }

  private void choose(String key) {
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

  private void untilAnswered(int exchanges) {
    until(
        () ->
            chatting().answeringProperty().get() == null
                && chatting().talkProperty().get().exchanges().size() == exchanges);
  }

  private List<Exchange> said() {
    return onFx(() -> chatting().talkProperty().get().exchanges());
  }

  /** All that can be read in the conversation. */
  private String read() {
    return onFx(
        () -> {
          StringBuilder all = new StringBuilder();
          read(window.find("chat-exchanges", Parent.class), all);
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

  private <T extends Node> Optional<T> styled(String style, Class<T> type) {
    return onFx(
        () ->
            window.find("chat-exchanges", Parent.class).lookupAll("." + style).stream()
                .filter(TestWindow::shown)
                .map(type::cast)
                .reduce((_, last) -> last));
  }

  private void fire(String style) {
    Button button = styled(style, Button.class).orElseThrow();
    act(button::fire);
  }

  private List<String> messages() {
    return onFx(
        () -> window.assembly.messages().shown().stream().map(one -> one.sentence()).toList());
  }

  private void undoOffered() {
    act(() -> window.assembly.messages().shown().getLast().action().orElseThrow().run().run());
  }

  @Test
  void anAnswerIsShownWithItsNameAndItsMarkdownAsLooks() {
    show();
    type("something short");
    untilAnswered(1);
    assertThat(read()).contains("something short", "Osusume · Offline", "Title2");
    assertThat(read()).doesNotContain("**");
    assertThat(onFx(() -> field().getText())).isEmpty();
    assertThat(offline.asked.getFirst().mode()).isEqualTo(Mode.AGENT);
    assertThat(offline.asked.getFirst().ground().asker().userId()).isEmpty();
  }

  @Test
  void enterSendsAndShiftEnterBeginsALine() {
    show();
    act(() -> field().setText("one"));
    act(() -> field().end());
    press(KeyCode.ENTER, true);
    assertThat(onFx(() -> field().getText())).isEqualTo("one\n");
    assertThat(said()).isEmpty();
    press(KeyCode.ENTER, false);
    untilAnswered(1);
    assertThat(said().getFirst().said()).isEqualTo("one");
  }

  @Test
  void nothingInATextOfAModelDoesAnything() {
    offline.does(
        ScriptedAssistant.saying(
            OFFLINE,
            "<b>bold</b> [click](http://evil.example/x) ![pic](http://evil.example/y.png)\n\n"
                + "<script>alert(1)</script>\n\n| a | b |\n|---|---|\n| 1 | 2 |"));
    show();
    type("hello");
    untilAnswered(1);
    assertThat(read())
        .contains(
            "<b>",
            "click",
            "(http://evil.example/x)",
            "(http://evil.example/y.png)",
            "<script>alert(1)</script>",
            "| 1 | 2 |");
    assertThat(onFx(() -> window.find("chat-exchanges", Parent.class).lookupAll(".hyperlink")))
        .isEmpty();
    assertThat(onFx(() -> window.find("chat-exchanges", Parent.class).lookupAll(".image-view")))
        .isEmpty();
    assertThat(window.shownOutside).isEmpty();
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
    show();
    type("drama");
    untilAnswered(1);
    assertThat(read())
        .contains("searched: Drama (4 found)", "(known already)", "(no such title)", "1,220 tokens")
        .doesNotContain("search_anime");
    assertThat(onFx(() -> window.find("chat-exchanges", Parent.class).lookupAll(".title-line")))
        .hasSize(2);
    ToggleButton steps = styled("steps-head", ToggleButton.class).orElseThrow();
    act(steps::fire);
    assertThat(read()).contains("search_anime {\"genres\":[\"Drama\"]}");
    Node card = onFx(() -> window.find("chat-exchanges", Parent.class).lookup(".title-line"));
    act(
        () ->
            card.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.P, false, false, false, false)));
    until(() -> window.assembly.list().get().ofAnime(104).isPresent());
    assertThat(onFx(() -> window.assembly.list().get().ofAnime(104).orElseThrow().status()))
        .isEqualTo(Status.PLANNED);
    act(
        () ->
            card.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
    until(() -> window.assembly.navigation().tabProperty().get() == TabPage.ANIME);
  }

  @Test
  void escStopsAndWhatCameIsKept() throws IOException {
    offline.does(ScriptedAssistant.goingOn(OFFLINE, "First of all"));
    show();
    type("tell me everything");
    until(() -> read().contains("First of all"));
    assertThat(onFx(() -> window.find("chat-stop", Button.class).isVisible())).isTrue();
    press(KeyCode.ESCAPE, false);
    untilAnswered(1);
    assertThat(read()).contains("First of all", "You stopped this answer here.");
    assertThat(said().getFirst().reply().orElseThrow().ending()).isEqualTo(Reply.Ending.STOPPED);
  }

  @Test
  void closingTheWindowKeepsWhatCame() throws IOException {
    offline.does(ScriptedAssistant.goingOn(OFFLINE, "First of all"));
    show();
    type("tell me everything");
    until(() -> read().contains("First of all"));
    window.close();
    closed = true;
    try (ConversationStore store = new ConversationStore(window.places.talks(), () -> true)) {
      var heads = store.list().heads();
      assertThat(heads).hasSize(1);
      Exchange kept = store.read(heads.getFirst().id()).exchanges().getFirst();
      assertThat(kept.said()).isEqualTo("tell me everything");
      assertThat(kept.reply().orElseThrow().text()).isEqualTo("First of all");
    }
    assertThat(offline.closed.getCount()).isZero();
  }

  @Test
  void aFailureIsSaidInlineAndTheOfflineAssistantCanBeAsked() {
    model.does(
        (_, _, _, _) -> {
          throw new AssistantException(Trouble.NO_KEY, "There is no key for OpenAI.");
        });
    show();
    choose("openai");
    type("something funny");
    untilAnswered(1);
    assertThat(read()).contains("There is no key for OpenAI.");
    fire("chat-settings");
    assertThat(onFx(() -> window.assembly.navigation().panelProperty().get()))
        .isEqualTo(Panel.SETTINGS);
    act(() -> window.assembly.navigation().panelProperty().set(null));
    fire("chat-offline");
    until(() -> offline.asked.size() == 1);
    untilAnswered(1);
    assertThat(offline.asked.getFirst().text()).isEqualTo("something funny");
    assertThat(read()).contains("Osusume · Offline").doesNotContain("no key");
  }

  @Test
  void retryAsksAgainAndTheAnswerBeforeCanComeBack() {
    show();
    type("one");
    untilAnswered(1);
    offline.does(ScriptedAssistant.saying(OFFLINE, "Another answer."));
    fire("chat-retry");
    until(() -> offline.asked.size() == 2);
    untilAnswered(1);
    assertThat(read()).contains("Another answer.");
    assertThat(messages()).contains("An answer was replaced.");
    undoOffered();
    until(() -> read().contains("Title2"));
    assertThat(read()).doesNotContain("Another answer.");
  }

  @Test
  void anEarlierMessageIsEditedAndWhatFollowedIsTakenOut() {
    show();
    type("one");
    untilAnswered(1);
    type("two");
    untilAnswered(2);
    Button first =
        onFx(
            () ->
                (Button)
                    window.find("chat-exchanges", Parent.class).lookupAll(".chat-edit").stream()
                        .findFirst()
                        .orElseThrow());
    act(first::fire);
    assertThat(onFx(() -> field().getText())).isEqualTo("one");
    assertThat(onFx(() -> window.find("chat-editing", Node.class).isVisible())).isTrue();
    type("three");
    untilAnswered(1);
    assertThat(said().getFirst().said()).isEqualTo("three");
    assertThat(offline.asked.getLast().before()).isEmpty();
    undoOffered();
    until(() -> chatting().talkProperty().get().exchanges().size() == 2);
    assertThat(said()).extracting(Exchange::said).containsExactly("one", "two");
  }

  @Test
  void upInTheEmptyFieldEditsTheLastMessageAndEscLeavesIt() {
    show();
    type("one");
    untilAnswered(1);
    press(KeyCode.UP, false);
    assertThat(onFx(() -> field().getText())).isEqualTo("one");
    press(KeyCode.ESCAPE, false);
    assertThat(onFx(() -> field().getText())).isEmpty();
    assertThat(onFx(() -> window.find("chat-editing", Node.class).isVisible())).isFalse();
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
    show();
    until(() -> window.assembly.list().readyProperty().get());
    type("rate Title4 9");
    until(() -> stage.getScene().lookup("#chat-question-yes") != null);
    assertThat(read()).contains("Rate Title4 9?");
    assertThat(onFx(() -> window.assembly.list().get().ofAnime(104))).isEmpty();
    act(() -> window.find("chat-question-yes", Button.class).fire());
    untilAnswered(1);
    assertThat(outcome).hasValue(ListDoor.Outcome.DONE);
    assertThat(onFx(() -> window.assembly.list().get().ofAnime(104).orElseThrow().score()))
        .isEqualTo(9);
    undoOffered();
    until(() -> window.assembly.list().get().ofAnime(104).isEmpty());
    type("rate Title4 9");
    until(() -> stage.getScene().lookup("#chat-question-no") != null);
    act(() -> window.find("chat-question-no", Button.class).fire());
    untilAnswered(2);
    assertThat(outcome).hasValue(ListDoor.Outcome.DECLINED);
    assertThat(onFx(() -> window.assembly.list().get().ofAnime(104))).isEmpty();
  }

  @Test
  void stoppingDeclinesWhatIsProposed() {
    var outcome = proposing();
    show();
    type("rate Title4 9");
    until(() -> stage.getScene().lookup("#chat-question-yes") != null);
    act(() -> window.find("chat-stop", Button.class).fire());
    untilAnswered(1);
    assertThat(outcome).hasValue(ListDoor.Outcome.DECLINED);
    assertThat(onFx(() -> window.assembly.list().get().ofAnime(104))).isEmpty();
  }

  @Test
  void aUserOfTheDataSetIsAskedForAndNobodysListIsChanged() {
    window.forMe = false;
    var outcome = proposing();
    show();
    until(() -> window.assembly.user().id() != null);
    act(() -> window.assembly.user().choose(SmallWorld.OF_SECOND_CROWD));
    type("what next");
    untilAnswered(1);
    assertThat(offline.asked.getFirst().ground().asker().userId())
        .isEqualTo(OptionalInt.of(SmallWorld.OF_SECOND_CROWD));
    assertThat(outcome).hasValue(ListDoor.Outcome.UNAVAILABLE);
    assertThat(read()).contains("for user " + SmallWorld.OF_SECOND_CROWD);
    assertThat(onFx(() -> window.find("chat-about", Labeled.class).getText()))
        .contains("user " + SmallWorld.OF_SECOND_CROWD);
  }

  @Test
  void pastConversationsAreFoundOpenedDeletedAndBroughtBack() {
    show();
    type("mysteries please");
    untilAnswered(1);
    act(() -> window.find("chat-new", Button.class).fire());
    assertThat(said()).isEmpty();
    type("comedies please");
    untilAnswered(1);
    ListView<?> past = window.find("chat-talks", ListView.class);
    // A day above the two.
    until(() -> past.getItems().size() == 3);
    act(() -> window.find("chat-search", TextField.class).setText("mysteries"));
    until(() -> past.getItems().size() == 2);
    act(() -> past.getSelectionModel().select(1));
    act(
        () ->
            past.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
    until(() -> !said().isEmpty() && said().getFirst().said().equals("mysteries please"));
    act(() -> window.find("chat-search", TextField.class).setText(""));
    until(() -> past.getItems().size() == 3);
    act(() -> past.getSelectionModel().select(2));
    act(
        () ->
            past.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false)));
    until(() -> past.getItems().size() == 2);
    assertThat(said()).isEmpty();
    undoOffered();
    until(() -> past.getItems().size() == 3);
    assertThat(said()).extracting(Exchange::said).containsExactly("mysteries please");
  }

  @Test
  void openersNameTitlesAndAskWhatTheySay() {
    show();
    until(() -> !window.find("chat-openers", Parent.class).getChildrenUnmodifiable().isEmpty());
    Button opener =
        onFx(
            () ->
                (Button)
                    window.find("chat-openers", Parent.class).getChildrenUnmodifiable().getFirst());
    assertThat(TestWindow.<String>onFx(opener::getText)).isEqualTo("Something like Title0");
    act(opener::fire);
    untilAnswered(1);
    assertThat(said().getFirst().said()).isEqualTo("Something like Title0");
    assertThat(onFx(() -> window.find("chat-empty", Node.class).isVisible())).isFalse();
  }

  @Test
  void whatWasSentCanBeLookedAt() {
    offline.does(
        (_, events, _, _) -> {
          events.accept(new ChatEvent.Sending("api.openai.com", "{\"messages\":[]}"));
          return ScriptedAssistant.reply(OFFLINE, "Well.", Reply.Ending.COMPLETE);
        });
    show();
    type("one");
    untilAnswered(1);
    fire("chat-sent");
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
    show();
    type("one");
    untilAnswered(1);
    Button copy =
        onFx(
            () ->
                (Button)
                    window.find("chat-exchanges", Parent.class).lookup(".answer .copy-answer"));
    act(copy::fire);
    assertThat(TestWindow.<String>onFx(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("Try **Title2**.");
  }

  @Test
  void theFirstPieceIsOnTheScreenWhileTheRestIsOnItsWay() throws Exception {
    offline.does(ScriptedAssistant.goingOn(OFFLINE, "A first"));
    show();
    long asked = System.nanoTime();
    type("one");
    until(() -> read().contains("A first"));
    // Generous, for the machine may be busy: the point is that nothing waits for the end.
    assertThat(System.nanoTime() - asked).isLessThan(TimeUnit.SECONDS.toNanos(5));
    assertThat(onFx(() -> chatting().answeringProperty().get())).isNotNull();
    act(() -> chatting().stop());
    untilAnswered(1);
  }

  @Test
  void aNarrowWindowHidesThePastBehindAButton() {
    show();
    act(() -> stage.setWidth(900));
    until(() -> !window.find("chat-past", Node.class).isVisible());
    act(() -> window.find("chat-past-toggle", ToggleButton.class).fire());
    assertThat(onFx(() -> window.find("chat-past", Node.class).isVisible())).isTrue();
  }

  @Test
  void aFaultOfTheAssistantLosesNeitherQuestionNorWhatCame() {
    offline.does(
        (_, events, _, _) -> {
          events.accept(new ChatEvent.Text("Half a sen"));
          throw new IllegalStateException("made up");
        });
    show();
    type("one");
    untilAnswered(1);
    assertThat(read()).contains("Half a sen", "The answer broke off here");
    assertThat(said().getFirst().reply().orElseThrow().text()).isEqualTo("Half a sen");
    act(
        () ->
            List.copyOf(javafx.stage.Window.getWindows()).stream()
                .filter(open -> open != stage)
                .forEach(javafx.stage.Window::hide));
  }

  @Test
  void aQuestionThatIsTooLongIsRefusedWholeAndStaysInTheField() {
    show();
    String text = "x".repeat(8_001);
    type(text);
    assertThat(messages()).anySatisfy(said -> assertThat(said).contains("8,001"));
    assertThat(onFx(() -> field().getText())).isEqualTo(text);
    assertThat(said()).isEmpty();
  }
}
