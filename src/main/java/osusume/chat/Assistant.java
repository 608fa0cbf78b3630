package osusume.chat;

import java.util.function.Consumer;
import osusume.chat.tool.ListDoor;
import osusume.progress.Progress;

/** One who answers. May be asked from any thread but the JavaFX one, for it blocks. */
public interface Assistant extends AutoCloseable {
  /** Which one, by name and model, for instance {@code OpenAI (gpt-4o)} or {@code Offline}. */
  String name();

  /**
   * Answers a question.
   *
   * @param events is told what happens meanwhile, on the calling thread or one of the assistant's
   *     own, never two at once
   * @param list how the person's list may be changed; is asked on the same thread
   * @param progress asked often whether to stop; a stopped answer is returned as far as it came,
   *     with {@link Reply.Ending#STOPPED}
   * @return the answer; where a stream broke off, what came of it
   * @throws AssistantException if there is no answer, and why
   */
  Reply answer(Question question, Consumer<ChatEvent> events, ListDoor list, Progress progress)
      throws AssistantException;

  /** Lets go of connections; an answer under way is stopped. */
  @Override
  void close();
}
