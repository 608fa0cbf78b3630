package osusume.chat.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import osusume.chat.AssistantException;
import osusume.chat.Reply;
import osusume.chat.Reply.Ending;
import osusume.chat.Step;
import osusume.chat.model.ApiKey;
import osusume.chat.model.ModelAddress;
import osusume.chat.model.OpenAiModel;
import osusume.chat.model.ProtocolServer;
import osusume.chat.model.Scripted;
import osusume.chat.model.TimeLimits;
import osusume.progress.Progress;

/** The whole way, against a server that is strict about the protocol. */
@Timeout(120)
class AgentOverTheWireTest {
  private static final String WISH = "recommend something calm";

  private final ProtocolServer server = new ProtocolServer();
  private Asking asking;

  @AfterEach
  void close() {
    server.close();
  }

  private Reply ask(Progress progress, Scripted... answers) throws AssistantException {
    server.answers(answers);
    try (var model =
        new OpenAiModel(
            ModelAddress.parse(server.address()),
            "gpt-4o",
            Optional.of(ApiKey.of(ProtocolServer.KEY)),
            TimeLimits.ofSeconds(5, 20, 20, 60))) {
      asking = new Asking(model);
      asking.progress = progress;
      Reply reply = asking.ask(WISH);
      assertThat(server.refused()).isEmpty();
      assertThat(asking.events.toString()).doesNotContain(ProtocolServer.KEY);
      return reply;
    }
  }

  @Test
  void callsInPiecesSeveralAtOnceAndBrokenOnesLeadToAnAnswer() throws AssistantException {
    Reply reply =
        ask(
            Progress.NONE,
            Scripted.calls(
                Scripted.call("call_a", "search_anime", "{\"title\": \"mushi\"}"),
                Scripted.call("call_b", "recommend", "{\"k\": 2}")),
            Scripted.calls(Scripted.call("call_c", "search_anime", "{\"title\": \"bara")),
            Scripted.calls(Scripted.call("call_d", "no.such tool", "{}")),
            Scripted.says("Watch ", "**Silent Lighthouse", " Chronicle**."),
            Scripted.says("Watch **Mushi", "shi**."));
    assertThat(reply.text()).isEqualTo("Watch **Mushishi**.");
    assertThat(reply.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(reply.notes()).isEmpty();
    assertThat(reply.steps()).extracting(Step::failed).containsExactly(false, false, true, true);
    assertThat(server.requests()).hasSize(5);
  }

  @Test
  void aStreamThatIsCutLeavesWhatCame() throws AssistantException {
    Reply reply =
        ask(
            Progress.NONE,
            Scripted.says("Watch ", "**Mushishi** ", "because ", "it ")
                .ending(Scripted.Ending.CUT, 3));
    assertThat(reply.text()).startsWith("Watch ");
    assertThat(reply.ending()).isEqualTo(Ending.CUT);
    assertThat(reply.notes())
        .containsExactly("The connection broke off; this is what came. Ask again for all of it.");
  }

  @Test
  void anAnswerIsStoppedWhileItStreams() throws AssistantException {
    var stop = new AtomicBoolean();
    Progress progress =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            stop.compareAndSet(false, !asking.shown().isEmpty());
            return stop.get();
          }
        };
    Reply reply = ask(progress, Scripted.saysWords(400).slowly(Duration.ofMillis(50)));
    assertThat(reply.ending()).isEqualTo(Ending.STOPPED);
    assertThat(reply.text().split(" ")).hasSizeBetween(1, 200);
  }
}
