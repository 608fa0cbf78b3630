package osusume.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import osusume.data.Dataset;
import osusume.progress.Progress;
import osusume.recommend.Recommender;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;

/**
 * The strategies that can be asked of an open data set. Which parts a strategy needs is what it
 * asked for when it was fitted, so a new strategy needs no word here. Immutable.
 */
final class FittedStrategies {
  static final FittedStrategies NONE = new FittedStrategies(Map.of());

  private final Map<String, Fitted> fitted;

  /**
   * @param from the parts it was fitted from
   */
  private record Fitted(Recommender recommender, Map<Part<?>, Kept<?>> from) {
    boolean isFittedTo(OpenParts parts) {
      return from.values().stream()
          .allMatch(kept -> parts.get(kept.part()).filter(now -> now == kept).isPresent());
    }
  }

  private FittedStrategies(Map<String, Fitted> fitted) {
    this.fitted = fitted;
  }

  /** The fitted strategies, in the order of {@link Strategies#ALL}. */
  List<Recommender> recommenders() {
    return Strategies.ALL.stream()
        .map(strategy -> fitted.get(strategy.name()))
        .filter(Objects::nonNull)
        .map(Fitted::recommender)
        .toList();
  }

  /** Whether a strategy can be asked, with what is open. */
  boolean has(String strategy, OpenParts parts) {
    return fitted.containsKey(strategy) && fitted.get(strategy).isFittedTo(parts);
  }

  /**
   * Every strategy that can be fitted from what is open, on all cores; those that are fitted to it
   * already stay as they are.
   *
   * @param onTrouble is told why a strategy can't be fitted although all it asks for is there
   */
  FittedStrategies refitted(Dataset data, OpenParts parts, Consumer<IOException> onTrouble) {
    Map<String, Fitted> now = new HashMap<>();
    List<Strategy> others = new ArrayList<>();
    for (Strategy strategy : Strategies.ALL) {
      if (has(strategy.name(), parts)) {
        now.put(strategy.name(), fitted.get(strategy.name()));
      } else {
        others.add(strategy);
      }
    }
    for (Attempt attempt :
        others.parallelStream().map(strategy -> attempt(strategy, data, parts)).toList()) {
      if (attempt.fitted() != null) {
        now.put(attempt.strategy().name(), attempt.fitted());
      } else if (attempt.trouble() != null) {
        onTrouble.accept(attempt.trouble());
      }
    }
    return new FittedStrategies(now);
  }

  /**
   * @param fitted null: not with what is there
   * @param trouble why not; null: a part is not there yet
   */
  private record Attempt(Strategy strategy, Fitted fitted, IOException trouble) {}

  private static Attempt attempt(Strategy strategy, Dataset data, OpenParts parts) {
    var fitting = new KeptFitting(data, Progress.NONE, KeptFitting.Source.of(parts));
    try {
      return new Attempt(strategy, fit(strategy, fitting), null);
    } catch (NotKeptException e) {
      return new Attempt(strategy, null, null);
    } catch (IllegalArgumentException e) {
      return new Attempt(strategy, null, new IOException(e.getMessage(), e));
    }
  }

  private static Fitted fit(Strategy strategy, KeptFitting fitting) {
    Recommender recommender = strategy.fit(fitting);
    return new Fitted(recommender, Map.copyOf(fitting.asked()));
  }

  /** The same with one strategy fitted by all means of {@code fitting}. */
  FittedStrategies with(Strategy strategy, KeptFitting fitting) {
    Map<String, Fitted> now = new HashMap<>(fitted);
    now.put(strategy.name(), fit(strategy, fitting));
    return new FittedStrategies(now);
  }

  /** The same with others, which count where both have a strategy. */
  FittedStrategies and(FittedStrategies others) {
    Map<String, Fitted> both = new HashMap<>(fitted);
    both.putAll(others.fitted);
    return new FittedStrategies(both);
  }
}
