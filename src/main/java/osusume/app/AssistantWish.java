package osusume.app;

import java.util.Optional;

/**
 * Which assistant somebody asks for.
 *
 * @param kind empty: the one that is set up
 * @param model which of its models; empty: the one that is set up. The offline one has none
 * @param baseUrl where it is asked; empty: where that is set up
 */
public record AssistantWish(
    Optional<AssistantKind> kind, Optional<String> model, Optional<String> baseUrl) {
  /** Whatever is set up. */
  public static final AssistantWish ANY =
      new AssistantWish(Optional.empty(), Optional.empty(), Optional.empty());

  public static AssistantWish of(AssistantKind kind) {
    return new AssistantWish(Optional.of(kind), Optional.empty(), Optional.empty());
  }
}
