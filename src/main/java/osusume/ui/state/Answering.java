package osusume.ui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import osusume.chat.AssistantException.Trouble;
import osusume.chat.ChatEvent;
import osusume.chat.Reply;
import osusume.chat.Step;
import osusume.ui.job.JobTask;

/**
 * An answer that is on its way. The assistant tells of it on its own thread, as often as it likes;
 * the JavaFX thread looks at it once a frame.
 */
public final class Answering {
  private final String talkId;
  private final String assistant;
  private final StringBuilder text = new StringBuilder();
  private final List<Step> steps = new ArrayList<>();
  private final List<ChatEvent.Sending> sent = new ArrayList<>();
  private Optional<Trouble> trouble = Optional.empty();
  private String doing = "";
  private boolean changed;
  private volatile boolean abandoned;
  private JobTask<?> job;

  /**
   * @param talkId of the conversation it belongs to
   * @param assistant its name, as the person chose it
   */
  Answering(String talkId, String assistant) {
    this.talkId = talkId;
    this.assistant = assistant;
  }

  /** The conversation it belongs to. */
  public String talkId() {
    return talkId;
  }

  /** Who answers. */
  public String assistant() {
    return assistant;
  }

  /** What came so far, in Markdown. */
  public synchronized String text() {
    return text.toString();
  }

  /** What was looked up so far. */
  public synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  /** What is being looked up, in a line; empty: nothing. */
  public synchronized String doing() {
    return doing;
  }

  /** What was sent to a language model so far. */
  public synchronized List<ChatEvent.Sending> sent() {
    return List.copyOf(sent);
  }

  synchronized void failed(Trouble why) {
    trouble = Optional.of(why);
  }

  /** What kept the answer from coming; empty: nothing. */
  synchronized Optional<Trouble> trouble() {
    return trouble;
  }

  void runBy(JobTask<?> task) {
    job = task;
  }

  void stop() {
    job.cancel();
  }

  /** Whether it was asked to stop and has not yet. */
  public boolean stopping() {
    return job != null && job.phaseProperty().get() == JobTask.Phase.CANCELLING;
  }

  /** Stops it, and nothing of it is kept. */
  void abandon() {
    abandoned = true;
    stop();
  }

  boolean abandoned() {
    return abandoned;
  }

  /** Is told by the assistant. */
  synchronized void told(ChatEvent event) {
    changed = true;
    switch (event) {
      case ChatEvent.Text more -> text.append(more.delta());
      case ChatEvent.TextDropped _ -> text.setLength(0);
      case ChatEvent.StepBegan began -> doing = began.summary();
      case ChatEvent.StepEnded ended -> {
        doing = "";
        steps.add(ended.step());
      }
      case ChatEvent.Sending sending -> sent.add(sending);
    }
  }

  /** Whether something came since this was asked last. */
  synchronized boolean takeChange() {
    boolean was = changed;
    changed = false;
    return was;
  }

  /** What came, as an answer that ended before its time; empty: nothing came. */
  synchronized Optional<Reply> soFar(Reply.Ending ending) {
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reply(
                assistant, text.toString(), ending, steps, List.of(), List.of(), Optional.empty()));
  }
}
