package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import osusume.chat.Reply;
import osusume.chat.agent.AgentAssistant;
import osusume.chat.agent.Limits;
import osusume.chat.model.ApiKey;
import osusume.chat.model.ModelAddress;
import osusume.chat.model.OpenAiModel;
import osusume.chat.model.ProtocolServer;
import osusume.chat.model.Scripted;
import osusume.chat.model.TimeLimits;
import osusume.chat.offline.OfflineAssistant;
import osusume.chat.talk.ConversationStore;
import osusume.ui.state.Assistants;

/** Conversations in the real window, through the real client, with a strict server. */
@ExtendWith(ApplicationExtension.class)
class ChatOverTheWireTest {
  private static final String MODEL = "OpenAI (gpt-4o)";

  @TempDir static Path temp;
  private final ProtocolServer server = new ProtocolServer();
  private volatile String address = server.address();
  private ChatWindow chat;

  @BeforeEach
  void start() throws IOException {
    chat =
        new ChatWindow(
            Files.createTempDirectory(temp, "window"),
            new Assistants.Choice("openai", MODEL, false, this::model),
            new Assistants.Choice("offline", "Offline", true, OfflineAssistant::new));
    chat.show();
  }

  private AgentAssistant model() {
    OpenAiModel model =
        new OpenAiModel(
            ModelAddress.parse(address),
            "gpt-4o",
            Optional.of(ApiKey.of(ProtocolServer.KEY)),
            TimeLimits.ofSeconds(5, 20, 20, 60));
    return new AgentAssistant(MODEL, model, Limits.DEFAULT);
  }

  @AfterEach
  void close() {
    chat.close();
    server.close();
    assertThat(server.refused()).isEmpty();
  }

  /** The messages of a request that the server was sent, by who says them. */
  private List<String> sent(int request, String role) {
    JsonNode messages = server.requests().get(request).path("messages");
    return messages
        .valueStream()
        .filter(message -> message.path("role").asText().equals(role))
        .map(message -> message.path("content").asText())
        .toList();
  }

  @Test
  void aWholeConversationWithToolsCardsTokensAndWhatWasSent() {
    server.answers(
        Scripted.calls(
            Scripted.call("call_a", "search_anime", "{\"genres\": [\"Drama\"], \"limit\": 3}"),
            Scripted.call("call_b", "anime_details", "{\"anime\": 104}")),
        Scripted.calls(Scripted.call("call_c", "search_anime", "{\"genre\": \"Dra")),
        Scripted.says("Watch **Tit", "le4**, ", "which is _calm_.").usage(700, 9),
        Scripted.says("It has 16 episodes.").usage(800, 7));
    chat.type("a calm drama");
    chat.untilAnswered(1);
    assertThat(chat.read())
        .contains("Osusume · OpenAI (gpt-4o)", "Watch", "Title4", "calm", "Looked up 3 times")
        .doesNotContain("**", "search_anime", "no such title", "JSON");
    assertThat(chat.all("title-line")).hasSize(1);
    ToggleButton steps = chat.styled("steps-head", ToggleButton.class).orElseThrow();
    act(steps::fire);
    assertThat(chat.read()).contains("search_anime", "anime_details", "\"Drama\"");
    assertThat(chat.all("step-failed")).hasSize(1);

    chat.type("how long is it?");
    chat.untilAnswered(2);
    assertThat(chat.read()).contains("It has 16 episodes.");
    // What was said before is said again, and what tools found for it is not.
    assertThat(sent(3, "user")).containsExactly("a calm drama", "how long is it?");
    assertThat(sent(3, "assistant")).containsExactly("Watch **Title4**, which is _calm_.");
    // 11 tokens in for each question in which the server was told nothing else.
    assertThat(chat.read()).contains("807 tokens", 11 + 11 + 700 + 9 + " tokens");
    assertThat(onFx(() -> chat.window.find("chat-tokens", Labeled.class).getText()))
        .isEqualTo("This conversation: 1,538 tokens");
    chat.fire("chat-sent");
    until(() -> ListenerWindow.popover().isPresent());
    String shown =
        onFx(
            () ->
                ((TextArea)
                        ListenerWindow.lookup(
                            ListenerWindow.popover().orElseThrow(), "chat-sent-text"))
                    .getText());
    assertThat(shown).contains("how long is it?").doesNotContain("SENTINEL");
    act(() -> ListenerWindow.popover().orElseThrow().hide());
  }

  @Test
  void titlesThatWereWatchedOrAreNoneAreMarkedAndNoCardsOfTheLatter() {
    until(() -> chat.window.assembly.list().readyProperty().get());
    act(() -> chat.window.assembly.list().rate(chat.anime(0), 9));
    until(() -> chat.window.assembly.list().get().ofAnime(100).isPresent());
    server.answers(Scripted.says("Watch **Title0**, **Title4** or **Dream of Nobody**."));
    chat.type("recommend something new to me");
    chat.untilAnswered(1);
    assertThat(server.requests()).hasSizeGreaterThan(1);
    assertThat(chat.read()).contains("(known already)", "(no such title)");
    assertThat(chat.all("title-missing")).hasSize(1);
    assertThat(chat.all("title-line")).hasSize(2);
  }

  @Test
  void aRefusalIsShownAsOne() {
    server.answers(Scripted.refuses("I can't help with that."));
    chat.type("something forbidden");
    chat.untilAnswered(1);
    assertThat(chat.read())
        .contains("I can't help with that.", "The assistant would not answer that.");
    assertThat(chat.said().getFirst().reply().orElseThrow().ending())
        .isEqualTo(Reply.Ending.REFUSED);
  }

  @Test
  void aStoppedAnswerIsKeptAndAskedForAgain() {
    server.answers(Scripted.saysWords(400).slowly(Duration.ofMillis(20)));
    chat.type("tell me everything");
    until(() -> chat.read().contains("word3"));
    chat.press(KeyCode.ESCAPE, false);
    chat.untilAnswered(1);
    assertThat(chat.read())
        .contains("word3", "You stopped this answer here.")
        .doesNotContain("word399");
    server.answers(Scripted.says("All of it."));
    chat.fire("chat-retry");
    until(() -> chat.read().contains("All of it."));
    chat.untilAnswered(1);
    assertThat(chat.read()).doesNotContain("word3", "You stopped");
  }

  @Test
  void aMessageIsSaidOtherwiseAndTheServerHearsNothingOfTheOldOne() {
    server.answers(Scripted.says("Well."));
    chat.type("something loud");
    chat.untilAnswered(1);
    chat.press(KeyCode.UP, false);
    chat.type("something quiet");
    until(() -> server.requests().size() == 2);
    chat.untilAnswered(1);
    assertThat(sent(1, "user")).containsExactly("something quiet");
    assertThat(server.requests().get(1).toString()).doesNotContain("loud");
  }

  @Test
  void aStreamThatIsCutLeavesWhatCameAndSaysSo() {
    server.answers(
        Scripted.says("Watch ", "**Title4** ", "because ", "it ").ending(Scripted.Ending.CUT, 3));
    chat.type("a drama");
    chat.untilAnswered(1);
    assertThat(chat.read()).contains("Watch", "Title4", "The answer broke off here");
    assertThat(chat.all("chat-retry")).hasSize(1);
  }

  @Test
  void everyFailureIsASentenceAndTheOfflineAssistantIsAskedTheSame() {
    Map<Scripted, String> failures =
        Map.of(
            Scripted.wrongKey(ProtocolServer.KEY), "does not accept the key (HTTP 401)",
            Scripted.noCredit(), "has no credit left",
            Scripted.rateLimit(30), "takes no more requests",
            Scripted.unknownModel("gpt-4o"), "has no model named \"gpt-4o\"",
            Scripted.tooLong(), "longer than the model \"gpt-4o\" can take",
            Scripted.policy(), "refuse",
            Scripted.failure(), "failed (HTTP 500)",
            Scripted.html(200), "web page");
    failures.forEach(
        (failure, sentence) -> {
          act(() -> chat.chatting().begin());
          server.answers(failure);
          chat.type("the best drama I have not seen");
          chat.untilAnswered(1);
          assertThat(chat.read()).contains(sentence).doesNotContain("SENTINEL");
          assertThat(chat.all("chat-offline")).as(sentence).hasSize(1);
        });
    chat.fire("chat-offline");
    until(() -> chat.read().contains("Osusume · Offline"));
    chat.untilAnswered(1);
    assertThat(chat.said().getFirst().said()).isEqualTo("the best drama I have not seen");
    assertThat(chat.all("title-line")).isNotEmpty();
    assertThat(chat.all("answer-trouble")).isEmpty();
  }

  @Test
  void nobodyAtTheAddressIsSaidAndTheOfflineAssistantIsOffered() {
    address = "http://127.0.0.1:1/v1";
    chat.type("a drama");
    chat.untilAnswered(1);
    assertThat(chat.read()).contains("127.0.0.1:1");
    assertThat(chat.all("chat-offline")).hasSize(1);
  }

  @Test
  void aChangeOfTheListWaitsForThePersonAndTheModelHearsWhatTheySaid() {
    until(() -> chat.window.assembly.list().readyProperty().get());
    Scripted[] rates = {
      Scripted.calls(
          Scripted.call("call_a", "rate_anime", "{\"anime\": \"Title4\", \"rating\": 9}")),
      Scripted.says("Well.")
    };
    server.answers(rates);
    chat.type("rate Title4 9");
    chat.fireOnce("chat-question-no");
    chat.untilAnswered(1);
    assertThat(sent(1, "tool").getLast()).contains("declined");
    assertThat(onFx(() -> chat.window.assembly.list().get().ofAnime(104))).isEmpty();
    server.answers(rates);
    chat.type("do it");
    until(() -> chat.styled("question-card", javafx.scene.Node.class).isPresent());
    assertThat(chat.read()).contains("Rate Title4 9?");
    chat.fireOnce("chat-question-yes");
    chat.untilAnswered(2);
    assertThat(sent(3, "tool").getLast()).contains("done");
    assertThat(onFx(() -> chat.window.assembly.list().get().ofAnime(104).orElseThrow().score()))
        .isEqualTo(9);
  }

  @Test
  void aNewConversationLeavesTheOneThatStreamsWithWhatCame() {
    server.answers(Scripted.saysWords(400).slowly(Duration.ofMillis(20)));
    chat.type("tell me everything");
    until(() -> chat.read().contains("word3"));
    var old = onFx(() -> chat.chatting().talkProperty().get().head());
    act(() -> chat.window.find("chat-new", Button.class).fire());
    chat.untilAnswered(0);
    assertThat(chat.read()).doesNotContain("word3");
    server.answers(Scripted.says("Another."));
    chat.type("and now?");
    chat.untilAnswered(1);
    assertThat(chat.read()).contains("Another.").doesNotContain("word3");
    assertThat(server.requests().getLast().toString()).doesNotContain("tell me everything");
    act(() -> chat.chatting().open(old));
    until(() -> chat.read().contains("word3"));
    assertThat(chat.read()).contains("You stopped this answer here.").doesNotContain("Another.");
  }

  @Test
  void theWindowIsClosedInTheMiddleOfAStreamAndWhatCameIsKept() throws IOException {
    server.answers(Scripted.saysWords(400).slowly(Duration.ofMillis(20)));
    chat.type("tell me everything");
    until(() -> chat.read().contains("word3"));
    chat.close();
    try (ConversationStore store = new ConversationStore(chat.window.places.talks(), () -> true)) {
      var kept = store.read(store.list().heads().getFirst().id()).exchanges().getFirst();
      assertThat(kept.reply().orElseThrow().text()).startsWith("word0 word1 word2 word3");
      assertThat(kept.reply().orElseThrow().ending()).isEqualTo(Reply.Ending.STOPPED);
    }
  }
}
