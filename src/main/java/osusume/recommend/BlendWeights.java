package osusume.recommend;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much a person wants each part of the blend to count, as a multiple of what was learned.
 *
 * @param factors 0: not at all, 1: as learned, at most {@link #MOST}; a part that is not named
 *     counts as learned
 */
public record BlendWeights(Map<BlendPart, Double> factors) {
  /** More would only drown the rest. */
  public static final double MOST = 5;

  /** Every part counts as learned. */
  public static final BlendWeights LEARNED = new BlendWeights(Map.of());

  /**
   * @throws IllegalArgumentException if a factor is not between 0 and {@link #MOST}, or all are 0
   */
  public BlendWeights {
    Map<BlendPart, Double> all = new EnumMap<>(BlendPart.class);
    double most = 0;
    for (BlendPart part : BlendPart.values()) {
      double factor = factors.getOrDefault(part, 1.0);
      if (!(factor >= 0 && factor <= MOST)) {
        throw new IllegalArgumentException(
            "The weight of \"%s\" is %s, but must be between 0 and %.0f."
                .formatted(part.key(), factor, MOST));
      }
      all.put(part, factor);
      most = Math.max(most, factor);
    }
    if (most == 0) {
      throw new IllegalArgumentException(
          "All weights of the blend are 0, so nothing is left to rank by. Give at least one of them"
              + " a weight.");
    }
    factors = Collections.unmodifiableMap(all);
  }

  public double of(BlendPart part) {
    return factors.get(part);
  }
}
