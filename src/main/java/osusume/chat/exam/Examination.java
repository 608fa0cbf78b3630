package osusume.chat.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.Exchange;
import osusume.chat.Ground;
import osusume.chat.Mode;
import osusume.chat.Question;
import osusume.chat.Reply;
import osusume.chat.Tokens;
import osusume.chat.tool.Proposal;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

/** Puts the requests of the exam to an assistant, one after the other, and checks the answers. */
public final class Examination {
  private final Scene scene;
  private final Assistant assistant;
  private final Mode mode;

  /**
   * @param assistant whose answers are checked; is not closed
   */
  public Examination(Scene scene, Assistant assistant, Mode mode) {
    this.scene = scene;
    this.assistant = assistant;
    this.mode = mode;
  }

  /**
   * Runs the exam. A request that nothing can pass on this data set is skipped. An answer that does
   * not come fails its request; but a trouble that the next request would meet as well (no key, no
   * such model, nobody at the address) ends the exam.
   *
   * @throws AssistantException that trouble
   * @throws CancelledException if the progress was cancelled
   */
  public ExamReport run(Half half, Progress progress) throws AssistantException {
    return run(half, ExamSet.read(half), progress);
  }

  ExamReport run(Half half, List<ExamItem> items, Progress progress) throws AssistantException {
    List<ExamResult> results = new ArrayList<>(items.size());
    for (ExamItem item : items) {
      progress.check();
      progress.report(
          (double) results.size() / items.size(),
          "asking %s: request %d of %d"
              .formatted(assistant.name(), results.size() + 1, items.size()));
      results.add(put(item, progress));
    }
    return new ExamReport(assistant.name(), scene.data().name(), half, mode, results);
  }

  private ExamResult put(ExamItem item, Progress progress) throws AssistantException {
    Optional<String> unusable =
        item.checks().stream().flatMap(check -> check.unusable(scene).stream()).findFirst();
    if (unusable.isPresent()) {
      return ExamResult.skipped(item, unusable.get());
    }
    List<String> said = item.say().stream().map(scene::filled).toList();
    Ground ground = scene.ground(item.asker());
    var talk = new Talk(item, said, progress);
    try {
      for (String message : said) {
        talk.say(message, ground);
      }
    } catch (AssistantException e) {
      if (!passing(e.trouble())) {
        throw e;
      }
      return talk.failed(e.getMessage());
    } catch (CancelledException e) {
      throw e;
    } catch (RuntimeException e) {
      // Another request may well go through, and a fault of the assistant's is what is looked for.
      return talk.failed("It broke: " + e);
    }
    return talk.checked();
  }

  private static boolean passing(Trouble trouble) {
    return switch (trouble) {
      case TIME_OUT, RATE_LIMIT, REFUSED, TOO_LONG, SERVER -> true;
      case NO_NETWORK, NO_KEY, WRONG_KEY, NO_CREDIT, UNKNOWN_MODEL, NOT_THE_PROTOCOL -> false;
    };
  }

  /** One conversation. */
  private final class Talk {
    private final ExamItem item;
    private final List<String> said;
    private final Progress progress;
    private final List<Exchange> before = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Duration> times = new ArrayList<>();

    Talk(ExamItem item, List<String> said, Progress progress) {
      this.item = item;
      this.said = said;
      this.progress = progress;
    }

    void say(String message, Ground ground) throws AssistantException {
      long begin = System.nanoTime();
      Reply reply =
          assistant.answer(
              new Question(message, mode, before, ground),
              _ -> {},
              (proposal, _) -> {
                proposals.add(proposal);
                return item.consent().outcome();
              },
              progress);
      times.add(Duration.ofNanos(System.nanoTime() - begin));
      progress.check();
      replies.add(reply);
      before.add(
          new Exchange(
              Instant.now(),
              ground.asker().userId(),
              message,
              Optional.of(reply),
              Optional.empty()));
    }

    ExamResult checked() {
      Answered answered = new Answered(scene, item.asker(), said, replies, proposals);
      return result(
          answered.reply().text(),
          item.checks().stream().flatMap(check -> check.failure(answered).stream()).toList());
    }

    ExamResult failed(String why) {
      return result("", List.of(why));
    }

    private ExamResult result(String answer, List<String> failures) {
      Optional<Tokens> tokens =
          replies.stream().flatMap(reply -> reply.tokens().stream()).reduce(Tokens::plus);
      return new ExamResult(item, said, answer, failures, Optional.empty(), times, tokens);
    }
  }
}
