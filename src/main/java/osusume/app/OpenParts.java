package osusume.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The parts of one data set that are open, and why others can't be. Immutable. */
final class OpenParts {
  static final OpenParts NONE = new OpenParts(Map.of(), Map.of());

  private final Map<Part<?>, Kept<?>> kept;
  private final Map<Part<?>, String> troubles;

  private OpenParts(Map<Part<?>, Kept<?>> kept, Map<Part<?>, String> troubles) {
    this.kept = kept;
    this.troubles = troubles;
  }

  @SuppressWarnings("unchecked") // a Kept<T> stands under its own Part<T>, see with()
  <T> Optional<Kept<T>> get(Part<T> part) {
    return Optional.ofNullable((Kept<T>) kept.get(part));
  }

  /** Why a part that is kept can't be used, or why the data do not allow it, as a sentence. */
  Optional<String> trouble(Part<?> part) {
    return Optional.ofNullable(troubles.get(part));
  }

  OpenParts with(Kept<?> fresh) {
    Map<Part<?>, Kept<?>> more = new HashMap<>(kept);
    more.put(fresh.part(), fresh);
    Map<Part<?>, String> fewer = new HashMap<>(troubles);
    fewer.remove(fresh.part());
    return new OpenParts(more, fewer);
  }

  /** The same with what others have and this lacks. */
  OpenParts and(OpenParts more) {
    Map<Part<?>, Kept<?>> both = new HashMap<>(more.kept);
    both.putAll(kept);
    Map<Part<?>, String> reasons = new HashMap<>(more.troubles);
    reasons.putAll(troubles);
    reasons.keySet().removeAll(both.keySet());
    return new OpenParts(both, reasons);
  }

  OpenParts withTrouble(Part<?> part, String sentence) {
    Map<Part<?>, String> more = new HashMap<>(troubles);
    more.put(part, sentence);
    return new OpenParts(kept, more);
  }
}
