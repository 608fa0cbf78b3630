package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;
import osusume.data.Catalogue;

class SpreadTest {
  private static final List<String> GENRES =
      List.of("Drama", "Action", "Comedy", "School", "Sports", "Music");

  private static Catalogue catalogue(SplittableRandom random, int titles) {
    return new Catalogue(
        IntStream.range(0, titles)
            .mapToObj(
                t ->
                    new Anime(
                        t,
                        "T" + t,
                        GENRES.stream().filter(_ -> random.nextInt(3) == 0).toList(),
                        random.nextBoolean() ? "TV" : "Movie",
                        12,
                        7,
                        100))
            .toList());
  }

  private static float[] falling(SplittableRandom random, int n) {
    float[] relevance = new float[n];
    for (int i = 0; i < n; i++) {
      relevance[i] = random.nextInt(20);
    }
    Arrays.sort(relevance);
    for (int i = 0; i < n / 2; i++) {
      float swapped = relevance[i];
      relevance[i] = relevance[n - 1 - i];
      relevance[n - 1 - i] = swapped;
    }
    return relevance;
  }

  /** Jaccard over genres and type, on sets of words. */
  private static double likeness(Catalogue catalogue, int a, int b) {
    Set<String> one = new HashSet<>(catalogue.anime(a).genres());
    one.add(catalogue.anime(a).type());
    Set<String> other = new HashSet<>(catalogue.anime(b).genres());
    other.add(catalogue.anime(b).type());
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    one.addAll(other);
    return (double) both.size() / one.size();
  }

  @RepeatedTest(100)
  void picksWhatTheFormulaOfCarbonellAndGoldsteinPicks(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int n = 1 + random.nextInt(30);
    Catalogue catalogue = catalogue(random, n);
    int[] rows = IntStream.range(0, n).toArray();
    float[] relevance = falling(random, n);
    double d = random.nextInt(5) / 4.0;
    int k = 1 + random.nextInt(n + 3);
    Spread spread = new Spread(catalogue, rows);
    List<Integer> picked = new ArrayList<>();
    double width = relevance[0] - relevance[n - 1];
    for (int place : spread.order(relevance, d, k)) {
      double best = Double.NEGATIVE_INFINITY;
      double own = 0;
      for (int i : rows) {
        if (!picked.contains(i)) {
          double nearest =
              picked.stream().mapToDouble(j -> likeness(catalogue, i, j)).max().orElse(0);
          double relevant = width > 0 ? (relevance[i] - relevance[n - 1]) / width : 0;
          double value = (1 - d) * relevant - d * nearest;
          best = Math.max(best, value);
          own = i == place ? value : own;
        }
      }
      assertThat(picked).doesNotContain(place);
      assertThat(own).isCloseTo(best, within(1e-9));
      picked.add(place);
    }
    assertThat(picked).hasSize(Math.min(k, n));
  }

  @RepeatedTest(20)
  void withoutDiversityTheOrderStays(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int[] rows = IntStream.range(0, 40).toArray();
    Spread spread = new Spread(catalogue(random, 40), rows);
    assertThat(spread.order(falling(random, 40), 0, 40)).containsExactly(rows);
  }

  @Test
  void theMoreDiversityTheLessTheTitlesHaveInCommon() {
    SplittableRandom random = new SplittableRandom(5);
    double[] inCommon = new double[5];
    for (int list = 0; list < 60; list++) {
      Catalogue catalogue = catalogue(random, 60);
      Spread spread = new Spread(catalogue, IntStream.range(0, 60).toArray());
      float[] relevance = falling(random, 60);
      for (int step = 0; step < inCommon.length; step++) {
        int[] order = spread.order(relevance, step / 4.0, 8);
        for (int i = 0; i < order.length; i++) {
          for (int j = 0; j < i; j++) {
            inCommon[step] += spread.likeness(order[i], order[j]);
          }
        }
      }
    }
    for (int step = 1; step < inCommon.length; step++) {
      assertThat(inCommon[step]).isLessThan(inCommon[step - 1]);
    }
  }
}
