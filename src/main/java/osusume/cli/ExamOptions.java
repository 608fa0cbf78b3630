package osusume.cli;

import java.util.Optional;
import osusume.app.AssistantKind;
import osusume.app.AssistantWish;
import osusume.chat.Mode;
import osusume.chat.exam.Half;
import picocli.CommandLine.Option;

/** The words of {@code evaluate} that ask how good an assistant is. */
final class ExamOptions {
  @Option(
      names = "--assistant",
      paramLabel = "NAME",
      description =
          "measure an assistant of the chat instead, by written requests whose answers can be"
              + " checked: offline, openai, local")
  private AssistantKind assistant;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "which model the assistant asks; the offline one has none")
  private String model;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "where openai or local is asked, like http://localhost:11434/v1")
  private String baseUrl;

  @Option(
      names = "--context",
      paramLabel = "TOKENS",
      description = "how much its model can take at once (default: what its server says)",
      converter = ContextLength.class)
  private Integer context;

  @Option(
      names = "--requests",
      paramLabel = "WHICH",
      description =
          "open: those the offline assistant was built by; held: those it was not; all (default:"
              + " all)")
  private Half requests;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "agent: it looks up what it needs; simple: it chooses among ten titles (default: agent)")
  private Mode mode;

  @Option(
      names = "--show-held",
      description =
          "print the words of held requests that failed too; who has read them can't build by the"
              + " exam any more")
  private boolean showHeld;

  /** Whether an assistant shall be measured. */
  boolean asked() {
    return assistant != null;
  }

  AssistantKind assistant() {
    return assistant;
  }

  Optional<String> model() {
    return Optional.ofNullable(model);
  }

  Optional<String> baseUrl() {
    return Optional.ofNullable(baseUrl);
  }

  /** Which assistant is measured. */
  AssistantWish wish() {
    return new AssistantWish(
        Optional.of(assistant), model(), baseUrl(), ContextLength.optional(context));
  }

  Half requests() {
    return requests == null ? Half.ALL : requests;
  }

  Mode mode() {
    return mode == null ? Mode.AGENT : mode;
  }

  boolean showHeld() {
    return showHeld;
  }
}
