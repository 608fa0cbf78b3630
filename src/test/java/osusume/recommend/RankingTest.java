package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Taste;

class RankingTest {
  private static final BitSet NONE = new BitSet();

  private static final Taste NOBODY = Taste.of(new int[0], new byte[0]);
  private static final List<String> STORIES =
      List.of("Hoshizora", "Clannad", "Gintama", "Trigun", "Noragami", "Akira", "Mushishi");
  private static final List<String> PARTS =
      List.of("", " 2nd Season", " Movie", " Special", " Recap", " OVA");

  /** Titles in a random order, with types that their names do not always tell. */
  private static Catalogue catalogue(SplittableRandom random) {
    List<String> names = new ArrayList<>();
    for (String story : STORIES) {
      for (String part : PARTS) {
        if (part.isEmpty() || random.nextInt(3) > 0) {
          names.add(random.nextInt(names.size() + 1), story + part);
        }
      }
    }
    return catalogue(
        IntStream.range(0, names.size())
            .mapToObj(
                row ->
                    anime(
                        row + 1,
                        names.get(row),
                        names.get(row).endsWith("Special") ? "Special" : "TV",
                        1 + random.nextInt(20)))
            .toList());
  }

  private static Anime anime(int id, String name, String type, int episodes) {
    return new Anime(id, name, List.of("Drama"), type, episodes, 7, 100);
  }

  private static Catalogue catalogue(List<Anime> titles) {
    return new Catalogue(titles);
  }

  private static BitSet rows(int... rows) {
    BitSet bits = new BitSet();
    IntStream.of(rows).forEach(bits::set);
    return bits;
  }

  private static Request request(int k, boolean franchises) {
    return Request.of(NOBODY, "any").k(k).franchises(franchises).build();
  }

  @RepeatedTest(200)
  void aStoryIsOneRowAsWorkedOutByHand(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    Catalogue catalogue = catalogue(random);
    float[] scores = new float[catalogue.size()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = random.nextInt(4) - 1;
    }
    assertRowsAreStories(catalogue, scores, 1 + random.nextInt(9), random);
  }

  /** One of the stories has more of the best titles than an answer has rows, many times over. */
  @RepeatedTest(40)
  void aStoryIsOneRowOfManyToo(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    List<Anime> titles = new ArrayList<>();
    for (int story = 0; story < 60; story++) {
      int parts = story == 0 ? 60 : 1 + random.nextInt(4);
      for (int part = 1; part <= parts; part++) {
        String name = "Saga" + "abcdefghij".charAt(story % 10) + "klmnop".charAt(story / 10);
        titles.add(anime(titles.size() + 1, name + " S" + part, "TV", 12));
      }
    }
    Catalogue catalogue = catalogue(titles);
    Franchises franchises = Franchises.of(catalogue);
    assertThat(franchises.count()).isEqualTo(60);
    float[] scores = new float[titles.size()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = random.nextInt(4) + (row < 60 && random.nextInt(3) > 0 ? 4 : 0);
    }
    assertRowsAreStories(catalogue, scores, 1 + random.nextInt(9), random);
  }

  private static void assertRowsAreStories(
      Catalogue catalogue, float[] scores, int k, SplittableRandom random) {
    int n = catalogue.size();
    BitSet candidates = new BitSet();
    for (int row = 0; row < n; row++) {
      candidates.set(row, random.nextInt(3) > 0);
    }
    int[] watchers = random.ints(n, 0, 5).toArray();
    Franchises franchises = Franchises.of(catalogue);
    List<Ranking.Row> all = new ArrayList<>();
    for (int story = 0; story < franchises.count(); story++) {
      List<Integer> parts =
          IntStream.of(franchises.members(story)).filter(candidates::get).boxed().toList();
      if (!parts.isEmpty()) {
        int best = parts.stream().min(order(scores, watchers)).orElseThrow();
        int entry =
            parts.stream().filter(part -> !aside(catalogue.anime(part))).findFirst().orElse(-1);
        int begun = entry < 0 ? parts.getFirst() : entry;
        all.add(
            new Ranking.Row(best, begun, parts.stream().filter(part -> part != begun).toList()));
      }
    }
    all.sort(Comparator.comparing(Ranking.Row::rankedBy, order(scores, watchers)));

    Ranking ranking =
        Ranking.of(catalogue, request(k, true), scores, watchers, candidates, NONE, false);
    assertThat(ranking.rows()).isEqualTo(all.subList(0, Math.min(k, all.size())));
    assertThat(ranking.merged()).isEqualTo(candidates.cardinality() - all.size());
  }

  private static Comparator<Integer> order(float[] scores, int[] watchers) {
    return Comparator.comparing((Integer row) -> -scores[row])
        .thenComparing(row -> -watchers[row])
        .thenComparing(row -> row);
  }

  private static boolean aside(Anime anime) {
    return anime.type().equals("Special") || anime.name().contains("Recap");
  }

  @Test
  void turnedOffEveryTitleIsARow() {
    Catalogue catalogue =
        catalogue(List.of(anime(1, "Clannad", "TV", 24), anime(2, "Clannad Movie", "Movie", 1)));
    Ranking ranking =
        Ranking.of(
            catalogue, request(5, false), new float[] {1, 2}, new int[2], rows(0, 1), NONE, false);
    assertThat(ranking.rows())
        .containsExactly(new Ranking.Row(1, 1, List.of()), new Ranking.Row(0, 0, List.of()));
    assertThat(ranking.merged()).isZero();
  }

  @Test
  void nobodyIsToldToBeginWithWhatIsNoBeginning() {
    Catalogue catalogue =
        catalogue(
            List.of(
                anime(1, "Noragami OVA", "OVA", 2),
                anime(2, "Noragami Recap", "TV", 1),
                anime(3, "Noragami Special", "special", 1),
                anime(4, "Noragami Picture Drama", "OVA", 9),
                anime(5, "Noragami", "Music", 1),
                anime(6, "Noragami 2nd Season", "TV", 12)));
    assertThat(Franchises.of(catalogue).count()).isEqualTo(1);
    float[] scores = {9, 1, 1, 1, 1, 2};
    Ranking ranking =
        Ranking.of(
            catalogue, request(5, true), scores, new int[6], rows(0, 1, 2, 3, 4, 5), NONE, false);
    assertThat(ranking.rows()).hasSize(1);
    assertThat(ranking.rows().getFirst().rankedBy()).isZero();
    assertThat(ranking.rows().getFirst().entry()).isEqualTo(5);
    assertThat(ranking.rows().getFirst().story()).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    // Where nothing else is left, the first of those is better than nothing.
    Ranking left =
        Ranking.of(catalogue, request(5, true), scores, new int[6], rows(1, 2, 3), NONE, false);
    int first =
        IntStream.of(Franchises.of(catalogue).members(0))
            .filter(rows(1, 2, 3)::get)
            .findFirst()
            .orElseThrow();
    assertThat(left.rows().getFirst().entry()).isEqualTo(first);
  }

  @Test
  void aStoryThatBeginsWithATitlePassedOverHasNoRow() {
    Catalogue catalogue =
        catalogue(
            List.of(
                anime(1, "Clannad", "TV", 24),
                anime(2, "Clannad 2nd Season", "TV", 24),
                anime(3, "Clannad 3rd Season", "TV", 24),
                anime(4, "Trigun", "TV", 26)));
    Ranking.Row trigun = new Ranking.Row(3, 3, List.of());
    assertThat(passingOver(catalogue, rows(1, 2, 3), rows(0)).rows()).containsExactly(trigun);
    assertThat(passingOver(catalogue, rows(1, 2, 3), rows(0)).merged()).isEqualTo(2);
    assertThat(passingOver(catalogue, rows(0, 1, 3), rows(2)).rows())
        .as("a later part does not keep anybody from the first")
        .containsExactly(new Ranking.Row(0, 0, List.of(1)), trigun);
    assertThat(passingOver(catalogue, rows(2, 3), rows(1)).rows())
        .as("the first was watched, and the second is planned")
        .containsExactly(trigun);
    assertThat(passingOver(catalogue, rows(1, 2, 3), NONE).rows())
        .containsExactly(new Ranking.Row(1, 1, List.of(2)), trigun);
  }

  private static Ranking passingOver(Catalogue catalogue, BitSet candidates, BitSet passedOver) {
    float[] scores = {4, 3, 2, 1};
    return Ranking.of(
        catalogue, request(5, true), scores, new int[4], candidates, passedOver, false);
  }

  @Test
  void aStoryRanksWhereItsEntryDoesIfThatIsAskedFor() {
    Catalogue catalogue =
        catalogue(
            List.of(
                anime(1, "Clannad", "TV", 24),
                anime(2, "Clannad Movie", "Movie", 1),
                anime(3, "Trigun", "TV", 26)));
    float[] scores = {1, 9, 5};
    Ranking byBest =
        Ranking.of(catalogue, request(5, true), scores, new int[3], rows(0, 1, 2), NONE, false);
    assertThat(byBest.rows())
        .containsExactly(new Ranking.Row(1, 0, List.of(1)), new Ranking.Row(2, 2, List.of()));
    Ranking byEntry =
        Ranking.of(catalogue, request(5, true), scores, new int[3], rows(0, 1, 2), NONE, true);
    assertThat(byEntry.rows())
        .containsExactly(new Ranking.Row(2, 2, List.of()), new Ranking.Row(0, 0, List.of(1)));
    assertThat(byEntry.merged()).isEqualTo(1);
  }

  @Test
  void spreadRowsAreThoseAtHandAndTheRestFollowsInItsOrder() {
    int n = Spread.POOL + 40;
    Catalogue catalogue =
        catalogue(IntStream.range(0, n).mapToObj(t -> anime(t, "Q" + t + "x", "TV", 12)).toList());
    float[] scores = new float[n];
    for (int row = 0; row < n; row++) {
      scores[row] = -row;
    }
    Request request = Request.of(NOBODY, "any").k(n).franchises(false).diversity(0.5).build();
    BitSet all = new BitSet();
    all.set(0, n);
    List<Integer> order =
        Ranking.of(catalogue, request, scores, new int[n], all, NONE, false).rows().stream()
            .map(Ranking.Row::entry)
            .toList();
    assertThat(order).hasSize(n).doesNotHaveDuplicates();
    assertThat(order.subList(Spread.POOL, n))
        .containsExactlyElementsOf(IntStream.range(Spread.POOL, n).boxed().toList());
  }
}
