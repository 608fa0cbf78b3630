package osusume.ui.state;

import java.util.function.Consumer;
import java.util.function.Predicate;
import osusume.chat.AssistantException;
import osusume.chat.Exchange;
import osusume.chat.Reply;
import osusume.chat.tool.ListDoor;
import osusume.progress.Progress;
import osusume.ui.job.JobTask;
import osusume.ui.job.Jobs;
import osusume.ui.text.Texts;

/** Has assistants answer, as jobs. */
final class AnswerJobs {
  private final Jobs jobs;
  private final TalkWriter writer;
  private final ListQuestions questions;
  private final Troubles troubles;
  private final Texts texts;
  private final AssistantInUse inUse = new AssistantInUse();

  private final AnswerFacts facts = new AnswerFacts();

  AnswerJobs(
      Jobs jobs, TalkWriter writer, ListQuestions questions, Troubles troubles, Texts texts) {
    this.jobs = jobs;
    this.writer = writer;
    this.questions = questions;
    this.troubles = troubles;
    this.texts = texts;
  }

  /**
   * A job that answers, not started yet.
   *
   * @param wanted whether an answer is still waited for; asked from any thread
   * @param whenEnded is handed the exchange with its answer, or with what came in its place; on the
   *     JavaFX thread
   */
  JobTask<Exchange> job(Asked asked, Predicate<Answering> wanted, Consumer<Exchange> whenEnded) {
    JobTask<Exchange> job =
        jobs.createBrief(texts.get("chat.job"), progress -> answer(asked, wanted, progress));
    asked.running().runBy(job);
    return job.onDone(ended -> end(asked, ended, whenEnded))
        .onCancelled(
            () -> broken(asked, Reply.Ending.STOPPED, texts.get("chat.stopped.none"), whenEnded))
        .onFailed(
            fault -> {
              broken(asked, Reply.Ending.CUT, texts.get("chat.fault"), whenEnded);
              troubles.tell(fault);
            });
  }

  /** On the thread of the job; what came is on its way to the disk when this returns. */
  private Exchange answer(Asked asked, Predicate<Answering> wanted, Progress progress) {
    Answering running = asked.running();
    Exchange ended;
    try {
      ListDoor door = questions.doorFor(asked.question().ground(), () -> wanted.test(running));
      Reply reply =
          inUse.ask(asked.by(), by -> by.answer(asked.question(), running::told, door, progress));
      ended = asked.answered(reply);
    } catch (AssistantException e) {
      troubles.note(e);
      ended = asked.failed(e);
      running.failed(e.trouble());
    }
    writer.save(asked.with(ended), () -> !running.abandoned());
    return ended;
  }

  /**
   * @param nothing the sentence that stands where nothing came
   */
  private void broken(
      Asked asked, Reply.Ending ending, String nothing, Consumer<Exchange> whenEnded) {
    Exchange ended = asked.broken(ending, nothing);
    writer.save(asked.with(ended), () -> !asked.running().abandoned());
    end(asked, ended, whenEnded);
  }

  private void end(Asked asked, Exchange ended, Consumer<Exchange> whenEnded) {
    if (!asked.running().abandoned()) {
      Answering running = asked.running();
      facts.put(asked.talk().id(), ended.at(), running.sent(), running.trouble());
      whenEnded.accept(ended);
    }
  }

  /** What is known of the answers of this run. */
  AnswerFacts facts() {
    return facts;
  }

  void close() throws InterruptedException {
    inUse.close();
  }
}
