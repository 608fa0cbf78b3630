package osusume.evaluate;

import java.util.List;

/**
 * What an evaluation found. The same data, strategies, protocols, seed and folds give an equal
 * report, whatever the number of threads.
 *
 * @param dataset its name
 * @param simulated whether its ratings are made up
 * @param fingerprint of the data set
 */
public record Report(
    String dataset,
    boolean simulated,
    String fingerprint,
    long seed,
    int folds,
    List<Section> sections) {
  public Report {
    sections = List.copyOf(sections);
  }

  /**
   * What was found under a protocol that has one condition.
   *
   * @throws IllegalArgumentException if it was not asked for
   */
  public Section section(Protocol protocol) {
    return section(Condition.of(protocol));
  }

  /**
   * What was found under a condition.
   *
   * @throws IllegalArgumentException if it was not asked for
   */
  public Section section(Condition condition) {
    return sections.stream()
        .filter(section -> section.condition().equals(condition))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("There is no " + condition.label() + " here."));
  }
}
