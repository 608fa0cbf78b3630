package osusume.chat.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import osusume.chat.ChatEvent;
import osusume.chat.Exchange;
import osusume.chat.Ground;
import osusume.chat.Grounds;
import osusume.chat.Mode;
import osusume.chat.NamedTitle;
import osusume.chat.Question;
import osusume.chat.Reply;
import osusume.chat.tool.ListDoor;
import osusume.data.Anime;
import osusume.progress.Progress;

/** What the offline assistant answers. */
class OfflineAssistantTest {
  private static final Ground GROUND = Grounds.demo();

  private final OfflineAssistant assistant = new OfflineAssistant();
  private final List<Exchange> before = new ArrayList<>();
  private final List<ChatEvent> events = new ArrayList<>();

  private Reply ask(String message) {
    Reply reply =
        assistant.answer(
            new Question(message, Mode.AGENT, before, GROUND),
            events::add,
            ListDoor.CLOSED,
            Progress.NONE);
    before.add(
        new Exchange(
            Instant.EPOCH, OptionalInt.empty(), message, Optional.of(reply), Optional.empty()));
    return reply;
  }

  private static List<Anime> titles(Reply reply) {
    return reply.titles().stream()
        .map(
            title ->
                GROUND.catalogue().anime(GROUND.catalogue().rowOfId(title.animeId().getAsInt())))
        .toList();
  }

  @Test
  void titlesFitAndAreNew() {
    Reply reply = ask("three funny movies I have not seen");
    assertThat(titles(reply))
        .hasSize(3)
        .allMatch(anime -> anime.genres().contains("Comedy") && anime.type().equals("Movie"));
    assertThat(reply.titles()).noneMatch(NamedTitle::known);
    assertThat(reply.steps()).extracting("tool").containsExactly("recommend");
  }

  @Test
  void titlesLieWhereTheySayTheyLie() {
    Reply reply = ask("something like Monster but shorter");
    assertThat(reply.titles()).isNotEmpty();
    for (NamedTitle title : reply.titles()) {
      assertThat(reply.text().substring(title.from(), title.to())).isEqualTo(title.said());
    }
  }

  @Test
  void anotherOneIsAnother() {
    List<Anime> first = titles(ask("recommend me a comedy"));
    List<Anime> second = titles(ask("another one"));
    assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
    assertThat(second.getFirst().genres()).contains("Comedy");
    assertThat(titles(ask("but no romance")))
        .isNotEmpty()
        .allMatch(
            anime -> anime.genres().contains("Comedy") && !anime.genres().contains("Romance"));
  }

  @Test
  void nothingThatFitsTellsWhatToLoosen() {
    Reply reply = ask("a mystery with fewer than 2 members");
    assertThat(reply.titles()).isEmpty();
    assertThat(reply.text()).contains("without \"at most 1 member\"");
  }

  @Test
  void theSameQuestionHasTheSameAnswerInBothModes() {
    Question simple = new Question("scary series", Mode.SIMPLE, List.of(), GROUND);
    Reply reply = assistant.answer(simple, events::add, ListDoor.CLOSED, Progress.NONE);
    assertThat(ask("scary series")).isEqualTo(reply);
  }

  @Test
  void whatIsMadeReadyChangesNoAnswer() {
    Reply before = ask("something like Monster");
    this.before.clear();
    OfflineAssistant.prepare(GROUND);
    assertThat(ask("something like Monster")).isEqualTo(before);
    assertThatCode(() -> OfflineAssistant.prepare(Grounds.of())).doesNotThrowAnyException();
  }

  @Test
  void whatWasNeverNamedIsAskedFor() {
    for (String message : List.of("is it good?", "Rate it a 9.", "compare them")) {
      before.clear();
      assertThat(ask(message).text()).as(message).contains("?");
      assertThat(events).noneMatch(ChatEvent.StepBegan.class::isInstance);
    }
  }

  @Test
  void aTitleThatIsNotThereIsSaidToBeUnknown() {
    Reply reply = ask("How many episodes does 'The Quantum Samurai of Neo Osaka' have?");
    assertThat(reply.text()).contains("no title \"The Quantum Samurai of Neo Osaka\"");
    assertThat(reply.steps()).isEmpty();
  }

  @Test
  void aUserIsNotCalledYou() {
    assertThat(ask("tell me about Monster").text()).doesNotContainPattern("(?i)\\byou\\b");
  }

  @Test
  void noSaladOfWordsBreaksIt() {
    String[] words =
        ("why 13 like Monster no not the or and , but user second 8.5 episodes under over more of"
                + " between movie \" ecchi rate I it Another give K-On! ? average genre 1,000 less /10")
            .split(" ");
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      StringBuilder message = new StringBuilder("x");
      for (int n = random.nextInt(9); n >= 0; n--) {
        message.append(' ').append(words[random.nextInt(words.length)]);
      }
      Reply reply = ask(message.toString());
      assertThat(reply.text()).as(message.toString()).isNotBlank();
      assertThat(reply.titles()).allMatch(title -> title.animeId().isPresent());
      if (i % 5 == 0) {
        before.clear();
      }
    }
  }
}
