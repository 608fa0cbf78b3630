package osusume.cli;

import osusume.app.AssistantWish;
import osusume.app.ChatSettings;
import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.progress.Progress;

/** Opens the assistant that a command line names. */
@FunctionalInterface
interface AssistantDoor {
  /**
   * @param settings what is set up, where the command line says nothing
   * @throws AssistantException if it can't be asked, and why
   */
  Assistant open(AssistantWish wish, ChatSettings settings, Progress progress)
      throws AssistantException;
}
