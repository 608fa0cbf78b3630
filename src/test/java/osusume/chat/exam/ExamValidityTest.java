package osusume.chat.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.chat.AssistantException;
import osusume.chat.Mode;
import osusume.progress.Progress;

/** Whether the exam tells good answers from bad ones, on the demo data. */
class ExamValidityTest {
  private static final double NEARLY_NONE = 0.12;
  private static final Scene SCENE = DemoScene.SCENE;

  @Test
  void whatIsRightPassesEveryRequest() throws AssistantException {
    List<String> failed = new ArrayList<>();
    int put = 0;
    for (ExamItem item : ExamSet.read(Half.ALL)) {
      ExamResult result =
          new Examination(SCENE, new Oracle(SCENE, item), Mode.AGENT)
              .run(Half.ALL, List.of(item), Progress.NONE)
              .results()
              .getFirst();
      put += result.skipped().isEmpty() ? 1 : 0;
      if (!result.passed()) {
        failed.add(
            "%s: %s %s %s"
                .formatted(item.id(), result.failures(), result.skipped(), result.answer()));
      }
    }
    assertThat(failed).isEmpty();
    assertThat(put).isEqualTo(ExamSet.read(Half.ALL).size());
  }

  private static ExamReport exam(Spoken assistant) throws AssistantException {
    return new Examination(SCENE, assistant, Mode.AGENT).run(Half.ALL, Progress.NONE);
  }

  private static void nearlyNone(Spoken assistant) throws AssistantException {
    ExamReport report = exam(assistant);
    assertThat(report.all().share())
        .as(
            () ->
                report.results().stream()
                    .filter(ExamResult::passed)
                    .map(result -> result.item().id())
                    .collect(Collectors.joining(", ")))
        .isLessThan(NEARLY_NONE);
  }

  @Test
  void whoSaysNothingFails() throws AssistantException {
    nearlyNone(new Spoken(_ -> ""));
  }

  @Test
  void whoAlwaysNamesTheSameTitleFails() throws AssistantException {
    nearlyNone(new Spoken(_ -> "1. **Cowboy Bebop**"));
  }

  @Test
  void whoAlwaysNamesWhatIsPopularFails() throws AssistantException {
    int[] rows = SCENE.catalogue().rowsByMembers();
    String best =
        IntStream.range(0, 10)
            .mapToObj(i -> "%d. **%s**".formatted(i + 1, SCENE.catalogue().anime(rows[i]).name()))
            .collect(Collectors.joining("\n"));
    nearlyNone(new Spoken(_ -> best));
  }

  @Test
  void whoAlwaysNamesOnePopularTitleNotWatchedFails() throws AssistantException {
    nearlyNone(new Spoken(_ -> "You should watch **Code Geass: Hangyaku no Lelouch**."));
  }

  @Test
  void whoRepeatsTheQuestionFails() throws AssistantException {
    nearlyNone(new Spoken(question -> question.text()));
    nearlyNone(new Spoken(question -> "You said: " + question.text().toUpperCase()));
  }

  @Test
  void whoAlwaysDeclinesFails() throws AssistantException {
    nearlyNone(new Spoken(_ -> "Sorry, I can't help you with that."));
  }

  @Test
  void whoAlwaysAsksBackFails() throws AssistantException {
    nearlyNone(new Spoken(_ -> "What do you mean?"));
  }
}
