package osusume.chat.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.ChatEvent;
import osusume.chat.Exchange;
import osusume.chat.Mode;
import osusume.chat.Question;
import osusume.chat.Reply;
import osusume.chat.tool.ListDoor;
import osusume.chat.tool.Proposal;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/** How requests are put to an assistant. */
class ExaminationTest {
  @TempDir static Path folder;
  private static Scene scene;

  @BeforeAll
  static void openScene() throws IOException {
    scene = SmallScene.in(folder);
  }

  private static ExamItem item(String json) {
    return ExamSet.item(json.replace('\'', '"'), "here", false);
  }

  private static ExamReport run(Assistant assistant, Progress progress, ExamItem... items)
      throws AssistantException {
    return new Examination(scene, assistant, Mode.AGENT).run(Half.OPEN, List.of(items), progress);
  }

  @Test
  void aConversationIsPutTurnByTurnByWhoeverAsks() throws AssistantException {
    List<Question> questions = new ArrayList<>();
    ExamItem item =
        item(
            "{'id':'a','kind':'follow_up','asker':'user','say':['for user {user}?','more?'],"
                + "'checks':[{'check':'fresh'}]}");
    ExamReport report =
        run(
            new Spoken(
                question -> {
                  questions.add(question);
                  return question.before().isEmpty() ? "1. Akira" : "1. Hyouka";
                }),
            Progress.NONE,
            item);
    assertThat(report.all()).isEqualTo(new ExamReport.Tally(1, 1, 0));
    assertThat(questions).extracting(Question::text).containsExactly("for user 2?", "more?");
    assertThat(questions).allMatch(q -> q.ground().asker().userId().getAsInt() == 2);
    Exchange before = questions.getLast().before().getFirst();
    assertThat(before.said()).isEqualTo("for user 2?");
    assertThat(before.reply().orElseThrow().text()).isEqualTo("1. Akira");
    assertThat(report.results().getFirst().times()).hasSize(2);
    assertThat(report.time(1)).isPresent();
    assertThat(report.tokens()).isEmpty();
  }

  @Test
  void aChangeOfTheListIsAnsweredAsTheRequestSays() throws AssistantException {
    List<ListDoor.Outcome> outcomes = new ArrayList<>();
    var changing =
        new Assistant() {
          @Override
          public String name() {
            return "Changing";
          }

          @Override
          public Reply answer(
              Question question, Consumer<ChatEvent> events, ListDoor list, Progress progress) {
            outcomes.add(list.propose(new Proposal.Rate(457, 9), progress));
            return Spoken.reply("Well.");
          }

          @Override
          public void close() {}
        };
    String check = "'checks':[{'check':'proposes','anime':457,'rating':9}]}";
    ExamReport report =
        run(
            changing,
            Progress.NONE,
            item("{'id':'a','kind':'list_change','consent':'agree','say':['x']," + check),
            item("{'id':'b','kind':'list_change','consent':'decline','say':['y']," + check),
            item("{'id':'c','kind':'trap','say':['z'],'checks':[{'check':'proposes_nothing'}]}"));
    assertThat(outcomes)
        .containsExactly(
            ListDoor.Outcome.DONE, ListDoor.Outcome.DECLINED, ListDoor.Outcome.UNAVAILABLE);
    assertThat(report.results()).extracting(ExamResult::passed).containsExactly(true, true, false);
    assertThat(report.byKind())
        .containsEntry(Kind.LIST_CHANGE, new ExamReport.Tally(2, 2, 0))
        .containsEntry(Kind.TRAP, new ExamReport.Tally(0, 1, 0))
        .hasSize(2);
  }

  @Test
  void whatTheDataSetCantAnswerIsSkippedAndCounted() throws AssistantException {
    ExamReport report =
        run(
            new Spoken(_ -> "No."),
            Progress.NONE,
            item("{'id':'a','kind':'why','say':['x'],'checks':[{'check':'names','all':[1]}]}"),
            item("{'id':'b','kind':'why','say':['x'],'checks':[{'check':'declines'}]}"));
    assertThat(report.all()).isEqualTo(new ExamReport.Tally(1, 1, 1));
    assertThat(report.results().getFirst().skipped().orElseThrow()).contains("id 1");
  }

  private static Assistant troubled(Trouble trouble) {
    return new Assistant() {
      @Override
      public String name() {
        return "Troubled";
      }

      @Override
      public Reply answer(
          Question question, Consumer<ChatEvent> events, ListDoor list, Progress progress)
          throws AssistantException {
        throw new AssistantException(trouble, "It did not work.");
      }

      @Override
      public void close() {}
    };
  }

  private static final ExamItem DECLINES =
      item("{'id':'b','kind':'why','say':['x'],'checks':[{'check':'declines'}]}");

  @Test
  void aTroubleThatPassesFailsTheRequestAndAnyOtherEndsTheExam() throws AssistantException {
    ExamReport report = run(troubled(Trouble.TIME_OUT), Progress.NONE, DECLINES, DECLINES);
    assertThat(report.all()).isEqualTo(new ExamReport.Tally(0, 2, 0));
    assertThat(report.results().getFirst().failures()).containsExactly("It did not work.");
    assertThatThrownBy(() -> run(troubled(Trouble.NO_KEY), Progress.NONE, DECLINES))
        .isInstanceOf(AssistantException.class)
        .hasMessage("It did not work.");
  }

  @Test
  void anAssistantThatBreaksFailsTheRequest() throws AssistantException {
    ExamReport report =
        run(
            new Spoken(
                _ -> {
                  throw new IllegalStateException("oh");
                }),
            Progress.NONE,
            DECLINES);
    assertThat(report.results().getFirst().failures().getFirst()).contains("oh");
  }

  @Test
  void itCanBeCancelledAndTellsHowFarItIs() {
    List<String> told = new ArrayList<>();
    var progress =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            told.add("%.1f %s".formatted(fraction, message));
          }

          @Override
          public boolean cancelled() {
            return told.size() == 2;
          }
        };
    assertThatThrownBy(() -> run(new Spoken(_ -> "No."), progress, DECLINES, DECLINES, DECLINES))
        .isInstanceOf(CancelledException.class);
    assertThat(told)
        .containsExactly("0.0 asking Spoken: request 1 of 3", "0.3 asking Spoken: request 2 of 3");
  }
}
