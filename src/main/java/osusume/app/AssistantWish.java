package osusume.app;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which assistant somebody asks for.
 *
 * @param kind empty: the one that is set up
 * @param model which of its models; empty: the one that is set up. The offline one has none
 * @param baseUrl where it is asked; empty: where that is set up
 * @param context how many tokens its model can take at once; empty: as is set up, or as its server
 *     says
 */
public record AssistantWish(
    Optional<AssistantKind> kind,
    Optional<String> model,
    Optional<String> baseUrl,
    OptionalInt context) {
  /** Whatever is set up. */
  public static final AssistantWish ANY =
      new AssistantWish(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());

  public static AssistantWish of(AssistantKind kind) {
    return ANY.as(kind);
  }

  /** The same of this assistant. */
  public AssistantWish as(AssistantKind sure) {
    return new AssistantWish(Optional.of(sure), model, baseUrl, context);
  }
}
