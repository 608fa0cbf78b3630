package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.Taste;

/**
 * What every recommender that learns a taste keeps to, on {@link Checkerboard}, where the answer is
 * known.
 */
abstract class RecommenderContract {
  private static final Dataset DATA = Checkerboard.data();

  private final Recommender fitted = fit(DATA);

  /** The recommender, fitted to a data set. */
  abstract Recommender fit(Dataset data);

  @Test
  void whatAUserHasNotWatchedOfTheirOwnHalfComesFirst() {
    for (int user = 0; user < Checkerboard.USERS; user++) {
      assertHalfComesFirst(Taste.ofUser(DATA.ratings(), user), user % 2);
    }
  }

  @Test
  void anOutsiderIsServedTheSame() {
    for (int half = 0; half < 2; half++) {
      assertHalfComesFirst(Checkerboard.taste(half, 3), half);
      assertHalfComesFirst(Checkerboard.taste(half, 12), half);
    }
  }

  @Test
  void everyTitleHasAFiniteScoreAndAskingTwiceGivesTheSame() {
    for (Taste taste :
        new Taste[] {
          Checkerboard.taste(0, 5),
          Checkerboard.taste(1, 1),
          Taste.of(new int[0], new byte[0]),
          Taste.of(new int[] {Checkerboard.TITLES}, new byte[] {10}),
          Taste.of(new int[] {0, 1}, new byte[] {-1, -1})
        }) {
      float[] scores = fitted.score(taste);
      assertThat(scores).hasSize(DATA.catalogue().size());
      for (float score : scores) {
        assertThat(score).isFinite();
      }
      assertThat(fitted.score(taste)).containsExactly(scores);
    }
  }

  @Test
  void nothingIsKnownOfAnEmptyTasteNorOfTitlesNobodyWatched() {
    assertThat(fitted.knows(Checkerboard.taste(0, 1))).isTrue();
    assertThat(fitted.knows(Taste.of(new int[0], new byte[0]))).isFalse();
    assertThat(fitted.knows(Taste.of(new int[] {Checkerboard.TITLES}, new byte[] {10}))).isFalse();
  }

  @Test
  void reasonsAreTitlesOfTheListWithSharesThatDoNotPassOne() {
    Taste taste = Checkerboard.taste(0, 6);
    for (int row = 0; row < DATA.catalogue().size(); row++) {
      double sum = 0;
      double before = 1;
      int watched = 0;
      for (Reason reason : fitted.reasons(taste, row, 3)) {
        if (reason instanceof Reason.Watched title) {
          assertThat(title.animeRow()).isLessThan(6);
          assertThat(title.share()).isPositive().isLessThanOrEqualTo(before);
          before = title.share();
          sum += title.share();
          watched++;
        }
      }
      assertThat(watched).isLessThanOrEqualTo(3);
      assertThat(sum).isLessThan(1 + 1e-9);
    }
    assertThat(fitted.reasons(taste, 7, 3)).isNotEmpty();
  }

  @Test
  void theStrongestReasonComesFirst() {
    assertStrongestFirst(fitted, Checkerboard.taste(0, 6));
    assertStrongestFirst(fitted, Taste.ofUser(DATA.ratings(), 1));
  }

  /**
   * Holds the reasons for every title of {@link Checkerboard} against what {@link Reason} promises:
   * shares above 0 that fall over all kinds, and of each kind no more than asked for.
   */
  static void assertStrongestFirst(Recommender fitted, Taste taste) {
    for (int row = 0; row < DATA.catalogue().size(); row++) {
      List<Reason> reasons = fitted.reasons(taste, row, 2);
      assertThat(reasons).allMatch(reason -> reason.share() > 0 && reason.share() <= 1 + 1e-9);
      reasons.stream()
          .collect(Collectors.groupingBy(Object::getClass, Collectors.counting()))
          .values()
          .forEach(count -> assertThat(count).isLessThanOrEqualTo(2));
      // How many of the people asked watched a title is no part of its score, and comes last.
      List<Reason> ofScore =
          fitted.name().equals("people") && !reasons.isEmpty()
              ? reasons.subList(0, reasons.size() - 1)
              : reasons;
      assertThat(ofScore.stream().map(Reason::share).toList())
          .isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  private void assertHalfComesFirst(Taste taste, int half) {
    BitSet candidates = new BitSet();
    candidates.set(0, Checkerboard.TITLES);
    candidates.andNot(taste.leaveOut());
    BitSet own = new BitSet();
    Arrays.stream(Checkerboard.half(half)).forEach(own::set);
    own.and(candidates);
    int[] best =
        TopK.of(
            fitted.score(taste), new int[DATA.catalogue().size()], candidates, own.cardinality());
    for (int row : best) {
      assertThat(own.get(row)).isTrue();
    }
  }
}
