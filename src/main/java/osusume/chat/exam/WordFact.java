package osusume.chat.exam;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import osusume.data.Anime;

/** A genre or type that stands out in the data set. */
sealed interface WordFact {
  /** What stands out; several where the question leaves open which, or where they are equal. */
  Set<String> words(Scene scene);

  By by();

  /** Into what titles are divided; a title with several genres is in a group of each. */
  enum By {
    GENRE,
    TYPE;

    List<String> of(Anime anime) {
      List<String> groups = this == GENRE ? anime.genres() : List.of(anime.type());
      return groups.stream().filter(group -> !group.equals(Anime.UNKNOWN)).toList();
    }

    /** All there are. */
    List<String> all(Scene scene) {
      return this == GENRE ? scene.catalogue().genres() : scene.catalogue().types();
    }
  }

  /**
   * The group with the largest, or smallest, statistic.
   *
   * @param least how many titles a group must have to count, in each way of understanding that
   */
  record BestGroup(
      By by,
      Statistic statistic,
      Column column,
      boolean lowest,
      List<Integer> least,
      WantedTitles wanted)
      implements WordFact {
    public BestGroup {
      least = List.copyOf(least);
    }

    @Override
    public Set<String> words(Scene scene) {
      Map<String, List<Double>> groups = groups(scene, wanted.rows(scene.catalogue()), by, column);
      Set<String> best = new LinkedHashSet<>();
      for (int size : least) {
        Map<String, Double> values = new HashMap<>();
        groups.forEach(
            (group, numbers) -> {
              if (numbers.size() >= size) {
                double value =
                    statistic.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
                values.put(group, lowest ? -value : value);
              }
            });
        best.addAll(largest(values));
      }
      return best;
    }
  }

  /** What somebody has most of on their list. */
  record Favourite(By by, Who who) implements WordFact {
    @Override
    public Set<String> words(Scene scene) {
      Map<String, Double> counts = new HashMap<>();
      scene.taste(who).rows().stream()
          .forEach(
              row ->
                  by.of(scene.catalogue().anime(row))
                      .forEach(group -> counts.merge(group, 1.0, Double::sum)));
      return largest(counts);
    }
  }

  /** Why the data set does not tell; empty: it does. */
  default Optional<String> unusable(Scene scene) {
    return words(scene).isEmpty()
        ? Optional.of("The data set has no group of titles of which that is asked.")
        : Optional.empty();
  }

  private static Map<String, List<Double>> groups(Scene scene, BitSet rows, By by, Column column) {
    Map<String, List<Double>> groups = new HashMap<>();
    rows.stream()
        .mapToObj(scene.catalogue()::anime)
        .filter(anime -> !Double.isNaN(column.of(anime)))
        .forEach(
            anime ->
                by.of(anime)
                    .forEach(
                        group ->
                            groups
                                .computeIfAbsent(group, _ -> new ArrayList<>())
                                .add(column.of(anime))));
    return groups;
  }

  private static Set<String> largest(Map<String, Double> values) {
    double most = values.values().stream().mapToDouble(v -> v).max().orElse(Double.NaN);
    Set<String> words = new LinkedHashSet<>();
    values.forEach(
        (group, value) -> {
          if (value >= most - 1e-9) {
            words.add(group);
          }
        });
    return words;
  }
}
