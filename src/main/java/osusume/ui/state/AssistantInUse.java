package osusume.ui.state;

import osusume.chat.Assistant;
import osusume.chat.AssistantException;

/**
 * The assistant that was asked last, kept for the next question, for to make one takes its time.
 * Not for the JavaFX thread.
 */
final class AssistantInUse {
  private Assistants.Choice choice;
  private Assistant assistant;

  /** The assistant of a choice; the one before it is closed. */
  synchronized Assistant of(Assistants.Choice wanted) throws AssistantException {
    if (assistant == null || !wanted.equals(choice)) {
      close();
      assistant = wanted.maker().make();
      choice = wanted;
    }
    return assistant;
  }

  synchronized void close() {
    if (assistant != null) {
      assistant.close();
      assistant = null;
    }
  }
}
