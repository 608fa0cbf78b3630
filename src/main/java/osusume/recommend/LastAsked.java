package osusume.recommend;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import osusume.data.Taste;

/**
 * What was worked out for the last two tastes that were asked for, so that whoever asks for scores,
 * of one person or of two at once, and for their reasons next, waits once. Safe for any number of
 * threads.
 */
final class LastAsked<V> {
  private final AtomicReference<List<Known<V>>> last = new AtomicReference<>(List.of());

  private record Known<V>(Taste taste, V value) {}

  /** What is known of a taste; worked out where it is not one of the last. */
  V of(Taste taste, Function<Taste, V> work) {
    for (Known<V> known : last.get()) {
      if (known.taste() == taste) {
        return known.value();
      }
    }
    Known<V> fresh = new Known<>(taste, work.apply(taste));
    last.updateAndGet(
        before -> before.isEmpty() ? List.of(fresh) : List.of(fresh, before.getFirst()));
    return fresh.value();
  }
}
