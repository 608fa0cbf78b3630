package osusume.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.recommend.Reason;
import osusume.recommend.Recommender;

/** What a strategy gets in each kind of case; values worked out by hand. */
class ExaminerTest {
  private static final Taste NOBODY = Taste.of(new int[0], new byte[0]);

  /** Titles 0 to 3; 2 has three watchers, 1 two, 3 one, 0 none. */
  private static Dataset training() {
    return new Dataset(
        "four",
        false,
        new Catalogue(
            List.of(
                anime(1, "Drama"), anime(2, "Drama"), anime(3, "Sports"), anime(4, "Drama", "X"))),
        new RatingMatrix(
            new int[] {1, 2, 3},
            new int[] {0, 1, 3, 6},
            new int[] {2, 1, 2, 1, 2, 3},
            new byte[] {9, 9, 9, 9, 9, 9},
            4),
        "four",
        new ImportReport(0, 0, 0, 0, List.of()));
  }

  private static Anime anime(int id, String... genres) {
    return new Anime(id, "Title " + id, List.of(genres), "TV", 12, 7, 100);
  }

  /** Ranks 3 before 0 before 1 before 2. */
  private static Contestant ranker() {
    Recommender fixed =
        new Recommender() {
          @Override
          public String name() {
            return "fixed";
          }

          @Override
          public boolean knows(Taste taste) {
            return true;
          }

          @Override
          public float[] score(Taste taste) {
            return new float[] {3, 2, 1, 4};
          }

          @Override
          public List<Reason> reasons(Taste taste, int animeRow, int limit) {
            return List.of();
          }
        };
    return new Contestant.Ranker(fixed, fixed);
  }

  private static Marks marks(Contestant contestant, Case one) {
    return new Examiner(training()).marks(contestant, List.of(one)).getFirst();
  }

  @Test
  void aRankingGetsItsFiveMarks() {
    BitSet candidates = new BitSet();
    candidates.set(0, 3);
    // Of 0 1 2 the ranking is 0 1 2; 1 and 2 are relevant.
    Case test =
        new Case.Ranking(Condition.of(Protocol.P1), 5, NOBODY, new int[] {1, 2}, candidates);
    Marks marks = marks(ranker(), test);
    double log3 = 1 / (Math.log(3) / Math.log(2));
    assertThat(marks.top()).containsExactly(0, 1, 2);
    assertThat(marks.sums()[0]).as("NDCG@10").isCloseTo((log3 + 0.5) / (1 + log3), within(1e-9));
    assertThat(marks.sums()[1]).as("Recall@10").isEqualTo(1);
    assertThat(marks.sums()[2]).as("Recall@20").isEqualTo(1);
    // Title 0 is the fourth most watched, 1 the second, 2 the first.
    assertThat(marks.sums()[3]).as("popularity rank").isCloseTo(7 / 3.0, within(1e-12));
    // Same genre, and twice none in common: 0, 1, 1.
    assertThat(marks.sums()[4]).as("diversity").isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void anOrderGetsItsPairsAndItsPrecision() {
    // scores: top 4 (title 3) and 1 (title 2), bottom 3 and 2: pairs in order 2 of 4; of the first
    // two by score one is top.
    Case test =
        new Case.Order(Condition.of(Protocol.P2), 5, NOBODY, new int[] {3, 2}, new int[] {0, 1});
    assertThat(marks(ranker(), test).sums()).containsExactly(0.5, 0.5);
  }

  @Test
  void predictedRatingsAreClippedBeforeTheyAreHeldAgainstTheTruth() {
    Contestant rater = new Contestant.Rater("fixed", (taste, rows) -> new float[] {12, 0, 6.5f});
    Case test =
        new Case.Rated(
            Condition.of(Protocol.P3), 5, NOBODY, new int[] {0, 1, 2}, new int[] {9, 1, 8});
    Marks marks = marks(rater, test);
    // 12 counts as 10 and 0 as 1: errors 1, 0, −1.5
    assertThat(marks.count()).isEqualTo(3);
    assertThat(marks.sums()[0]).as("squares").isEqualTo(1 + 2.25);
    assertThat(marks.sums()[1]).as("sizes").isEqualTo(2.5);
  }
}
