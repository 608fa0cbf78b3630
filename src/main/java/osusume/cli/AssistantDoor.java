package osusume.cli;

import java.io.IOException;
import java.util.Optional;
import osusume.app.AssistantKind;
import osusume.chat.Assistant;

/** Opens the assistant that a command line names. */
@FunctionalInterface
interface AssistantDoor {
  /**
   * @param model which of its models; empty: the usual one
   * @param baseUrl where it is asked; empty: where it usually is
   * @throws IllegalArgumentException if it can't be asked so; worded for a person
   * @throws IOException if what it needs can't be read
   */
  Assistant open(AssistantKind kind, Optional<String> model, Optional<String> baseUrl)
      throws IOException;
}
