package osusume.cli;

import java.util.Optional;
import osusume.app.AssistantWish;
import osusume.app.Assistants;
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

  /** What was set up, and is passed over since it can't be used, as a sentence. */
  default Optional<String> passedOver(AssistantWish wish, ChatSettings settings) {
    return Optional.empty();
  }

  /** To those there are. */
  static AssistantDoor to(Assistants assistants) {
    return new AssistantDoor() {
      @Override
      public Assistant open(AssistantWish wish, ChatSettings settings, Progress progress)
          throws AssistantException {
        return assistants.open(wish, settings, progress);
      }

      @Override
      public Optional<String> passedOver(AssistantWish wish, ChatSettings settings) {
        return assistants.passedOver(wish, settings);
      }
    };
  }
}
