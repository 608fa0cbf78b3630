package osusume.evaluate;

import java.util.Comparator;
import java.util.List;

/**
 * What was found under one condition.
 *
 * @param people how many were tested
 * @param figures strategy after strategy
 * @param differences for each metric of quality every pair of strategies once, the earlier one
 *     against the later
 */
public record Section(
    Condition condition, int people, List<Figure> figures, List<Difference> differences) {
  public Section {
    figures = List.copyOf(figures);
    differences = List.copyOf(differences);
  }

  /** The strategies that took part, in the order asked for. */
  public List<String> strategies() {
    return figures.stream().map(Figure::strategy).distinct().toList();
  }

  /** The metrics that were taken, in their order. */
  public List<Metric> metrics() {
    return figures.stream().map(Figure::metric).distinct().toList();
  }

  /**
   * The figures of one metric, the best first; where a metric tells no quality the largest first.
   * Equal figures stay in the order of their strategies.
   */
  public List<Figure> ranked(Metric metric) {
    boolean largest = metric.moreIsBetter() || !metric.tellsQuality();
    Comparator<Figure> rising = Comparator.comparingDouble(Figure::value);
    return figures.stream()
        .filter(figure -> figure.metric() == metric)
        .sorted(largest ? rising.reversed() : rising)
        .toList();
  }

  /**
   * Whether a strategy may well be as good as the best: it is the best, or its difference from it
   * is not clear of zero.
   */
  public boolean nearBest(String strategy, Metric metric) {
    String best = ranked(metric).getFirst().strategy();
    return strategy.equals(best) || !difference(strategy, best, metric).clear();
  }

  /**
   * One figure.
   *
   * @throws IllegalArgumentException if it was not taken
   */
  public Figure figure(String strategy, Metric metric) {
    return figures.stream()
        .filter(figure -> figure.strategy().equals(strategy) && figure.metric() == metric)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no %s of %s.".formatted(condition.label(), metric.label(), strategy)));
  }

  /**
   * How one strategy stands against another.
   *
   * @throws IllegalArgumentException if they were not compared
   */
  public Difference difference(String strategy, String than, Metric metric) {
    for (Difference one : differences) {
      if (one.metric() == metric && one.strategy().equals(strategy) && one.than().equals(than)) {
        return one;
      }
      if (one.metric() == metric && one.strategy().equals(than) && one.than().equals(strategy)) {
        return new Difference(
            strategy, than, metric, -one.value(), one.standardError(), -one.high(), -one.low());
      }
    }
    throw new IllegalArgumentException(
        "%s does not compare %s with %s in %s."
            .formatted(condition.label(), strategy, than, metric.label()));
  }
}
