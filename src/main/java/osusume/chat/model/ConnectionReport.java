package osusume.chat.model;

import java.util.List;
import java.util.Optional;

/**
 * What a test of a connection found.
 *
 * @param models that the server lists, by name; empty where it lists none
 * @param model that was tried; empty where there was none to try
 * @param listing whether the server lists its models
 * @param chat whether the model answers
 * @param streaming whether its answer comes piece by piece
 * @param tools whether it calls a tool that it is offered
 * @param context how much it takes at once; empty where that need not be known
 */
public record ConnectionReport(
    List<String> models,
    String model,
    Finding listing,
    Finding chat,
    Finding streaming,
    Finding tools,
    Optional<Finding> context) {
  public ConnectionReport {
    models = List.copyOf(models);
  }

  /**
   * One thing that was tried.
   *
   * @param sentence for the person
   */
  public record Finding(boolean works, String sentence) {}
}
