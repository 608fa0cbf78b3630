package osusume.evaluate;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import osusume.nmf.NmfSettings;
import osusume.recommend.Strategy;
import osusume.recommend.rating.RatingStrategy;

/**
 * What is to be evaluated.
 *
 * @param rankers strategies that rank titles
 * @param raters strategies that predict ratings
 * @param protocols which tests; each has some strategy that it applies to
 * @param seed of the splits
 * @param folds 1, or for cross-validation how many disjoint folds
 * @param nmf how taste groups are trained
 */
public record Plan(
    List<Strategy> rankers,
    List<RatingStrategy> raters,
    Set<Protocol> protocols,
    long seed,
    int folds,
    NmfSettings nmf) {
  /** The most folds that may be asked for. */
  public static final int MAX_FOLDS = 100;

  /**
   * @throws IllegalArgumentException if there is nothing to do, or too much; worded for a person
   */
  public Plan {
    rankers = List.copyOf(rankers);
    raters = List.copyOf(raters);
    protocols = Collections.unmodifiableSet(new LinkedHashSet<>(protocols));
    if (folds < 1 || folds > MAX_FOLDS) {
      throw new IllegalArgumentException(
          "The number of folds must be from 1 to %d, but it is %d.".formatted(MAX_FOLDS, folds));
    }
    if (protocols.isEmpty()) {
      throw new IllegalArgumentException("Choose at least one protocol.");
    }
    for (Protocol protocol : protocols) {
      if ((!protocol.ranks() || rankers.isEmpty()) && (!protocol.rates() || raters.isEmpty())) {
        throw new IllegalArgumentException(
            protocol.ranks()
                ? "%s tests strategies that rank titles; none was chosen.".formatted(protocol.key())
                : "%s tests strategies that predict ratings; none was chosen."
                    .formatted(protocol.key()));
      }
    }
  }
}
