package osusume.chat.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static osusume.chat.agent.ScriptedModel.fails;
import static osusume.chat.agent.ScriptedModel.says;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import osusume.chat.Asker;
import osusume.chat.AssistantException;
import osusume.chat.Exchange;
import osusume.chat.Mode;
import osusume.chat.model.Message;
import osusume.chat.talk.Talks;
import osusume.data.Taste;
import osusume.mylist.MyList;

/** The model is reminded of as much as there is room for, and of whole exchanges alone. */
class MemoryTest {
  private static final Asker ME = Asker.me(Taste.of(new int[0], new byte[0]), MyList.EMPTY);

  @Test
  void tokensAreEstimatedByTheKindOfWriting() {
    assertThat(TokenEstimate.of("")).isZero();
    assertThat(TokenEstimate.of("abcdefgh")).isEqualTo(2);
    assertThat(TokenEstimate.of("蟲師")).isEqualTo(2);
    assertThat(TokenEstimate.of("むし 벌레")).isEqualTo(5);
    assertThat(TokenEstimate.of("жуки")).isEqualTo(2);
    assertThat(TokenEstimate.of("🙂")).isEqualTo(1);
  }

  @Test
  void theOldestExchangesGoFirstAndWhole() {
    List<Exchange> before = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      before.add(Talks.exchange(i, "question " + i, "answer ".repeat(100) + i));
    }
    // Each is 8 for its two messages, 3 for the question and about 176 for the answer.
    Memory memory = Memory.of(before, ME, 600);
    assertThat(memory.messages()).hasSize(6);
    assertThat(memory.messages().getFirst()).isEqualTo(new Message.Said("question 7"));
    assertThat(memory.messages().getLast())
        .isInstanceOfSatisfying(
            Message.Answered.class, last -> assertThat(last.text()).endsWith("9"));
    assertThat(TokenEstimate.ofMessages(memory.messages())).isBetween(400, 600);
    assertThat(Memory.of(before, ME, -5).messages()).isEmpty();
  }

  @Test
  void whatCameToNothingIsPassedOverAndSomebodyElseIsNamed() {
    List<Exchange> before =
        List.of(Talks.full(), Talks.failed(1, "lost"), Talks.exchange(2, "mine", "yours"));
    Memory memory = Memory.of(before, ME, 10_000);
    assertThat(memory.messages())
        .extracting(message -> message instanceof Message.Said said ? said.text() : "")
        .containsExactly("(for user 5) something calm", "", "mine", "");
    assertThat(memory.animeIds()).containsExactly(Asking.MUSHISHI);
  }

  @Test
  void theTitlesThatWereNamedAreTheOnlyTraceOfWhatToolsFound() throws AssistantException {
    var model = new ScriptedModel(says("Yes."));
    var asking = new Asking(model);
    asking.before = List.of(Talks.full());
    asking.ask("is the first one long?");
    var request = model.requests.getFirst();
    assertThat(Asking.data(request).get("titles_named_before").toString())
        .isEqualTo("{\"457\":\"Mushishi\"}");
    assertThat(request.messages())
        .noneMatch(Message.Found.class::isInstance)
        .allMatch(m -> !(m instanceof Message.Answered answered) || answered.calls().isEmpty());
  }

  @Test
  void aRequestStaysWithinItsBudgetHoweverLongTheConversationIs() throws AssistantException {
    var model = new ScriptedModel(ScriptedModel.calls("search_anime", "{}"), says("Yes."));
    var asking = new Asking(model);
    List<Exchange> before = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      before.add(Talks.exchange(i, "question", "word ".repeat(200)));
    }
    asking.before = before;
    asking.limits = new Limits(8, 3, 100_000, Duration.ofSeconds(60), 12_000, 500);
    asking.ask("and now?");
    assertThat(model.requests).hasSize(2);
    for (var request : model.requests) {
      int estimate =
          TokenEstimate.ofMessages(request.messages()) + TokenEstimate.ofOffers(request.tools());
      assertThat(estimate).isBetween(10_000, 12_000 - 500);
    }
    // What was found takes its room from what was said before.
    long first = count(model.requests.getFirst().messages());
    assertThat(count(model.requests.getLast().messages())).isLessThan(first);
  }

  private static long count(List<Message> messages) {
    return messages.stream().filter(Message.Said.class::isInstance).count();
  }

  @Test
  void theSimpleWayRemembersNothing() throws AssistantException {
    var model = new ScriptedModel(says("**Mushishi**."));
    var asking = new Asking(model);
    asking.mode = Mode.SIMPLE;
    asking.before = List.of(Talks.full());
    asking.ask("and now?");
    assertThat(model.requests.getFirst().messages()).hasSize(2);
    assertThat(model.requests.getFirst().messages().getLast())
        .isEqualTo(new Message.Said("and now?"));
  }

  @Test
  void anAnswerForSomebodyElseIsMarkedForThePersonToo() {
    Exchange mine =
        new Exchange(
            Talks.NOON,
            OptionalInt.empty(),
            "hello",
            Talks.exchange(0, "", "hi").reply(),
            Optional.empty());
    Asker user = Asker.user(7, Taste.of(new int[0], new byte[0]));
    assertThat(Memory.of(List.of(mine), user, 1000).messages().getFirst())
        .isEqualTo(new Message.Said("(for me) hello"));
  }

  @Test
  void aModelWithLittleRoomIsNeverSentMoreThanItTakes() throws AssistantException {
    for (int context : List.of(2_048, 4_096, 8_192)) {
      var model =
          new ScriptedModel(
              ScriptedModel.calls("search_anime", "{\"limit\":20}"),
              ScriptedModel.calls("search_anime", "{\"limit\":20}"),
              says("Yes."));
      var asking = new Asking(model);
      asking.limits = Limits.DEFAULT.within(context);
      List<Exchange> before = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        before.add(Talks.exchange(i, "question " + i, "answer ".repeat(100) + i));
      }
      asking.before = before;
      asking.ask("is the first one long?");
      assertThat(model.requests).hasSize(3);
      for (var request : model.requests) {
        assertThat(
                TokenEstimate.ofMessages(request.messages())
                    + TokenEstimate.ofOffers(request.tools())
                    + request.mostTokens())
            .as("of %d", context)
            .isLessThanOrEqualTo(context);
        assertThat(request.tools()).isNotEmpty();
      }
    }
  }

  @Test
  void whatHasNoRoomAtAllIsSaidInASentence() {
    var asking = new Asking(new ScriptedModel(says("Yes.")));
    asking.limits = Limits.DEFAULT.within(2_048);
    assertThatThrownBy(() -> asking.ask("なぜ".repeat(3_500)))
        .isInstanceOfSatisfying(
            AssistantException.class,
            e -> assertThat(e.trouble()).isEqualTo(AssistantException.Trouble.TOO_LONG))
        .hasMessageContaining("fewer words");
  }

  @Test
  void aServerThatSaysItWasTooLongIsAskedOnceMoreWithHalf() throws AssistantException {
    var model = new ScriptedModel(fails(AssistantException.Trouble.TOO_LONG), says("Yes."));
    var asking = new Asking(model);
    List<Exchange> before = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      before.add(Talks.exchange(i, "question " + i, "answer ".repeat(100) + i));
    }
    asking.before = before;
    assertThat(asking.ask("is the first one long?").text()).isEqualTo("Yes.");
    assertThat(TokenEstimate.ofMessages(model.requests.get(1).messages()))
        .isLessThan(TokenEstimate.ofMessages(model.requests.get(0).messages()) * 2 / 3);
    var twice =
        new Asking(
            new ScriptedModel(
                fails(AssistantException.Trouble.TOO_LONG),
                fails(AssistantException.Trouble.TOO_LONG)));
    assertThatThrownBy(() -> twice.ask("is the first one long?"))
        .isInstanceOf(AssistantException.class);
  }
}
