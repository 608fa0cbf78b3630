package osusume.app;

import osusume.chat.Assistant;
import osusume.chat.AssistantException;
import osusume.chat.offline.OfflineAssistant;
import osusume.progress.Progress;

/** Makes an assistant when it is asked. */
@FunctionalInterface
public interface AssistantSource {
  /** The one that needs nothing. */
  AssistantSource OFFLINE = _ -> new OfflineAssistant();

  /**
   * Makes it; blocks, for a key may have to be fetched.
   *
   * @throws AssistantException if it can't be asked, and why
   */
  Assistant open(Progress progress) throws AssistantException;
}
