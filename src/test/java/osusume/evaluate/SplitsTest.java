package osusume.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.recommend.Franchises;

/** What each protocol holds back, and that nothing of it is left in training. */
class SplitsTest {
  private final Dataset data = TwoTastes.data();
  private final RatingMatrix all = data.ratings();

  private LikesSplit likes(int fold) {
    return new LikesSplit(
        data, Franchises.of(data.catalogue()), EnumSet.of(Protocol.P1, Protocol.P1F), 1, fold);
  }

  @Test
  void aFifthOfEachPersonsLikesIsHeldOutAndEverythingElseIsTraining() {
    LikesSplit split = likes(0);
    RatingMatrix training = split.training().ratings();
    assertThat(split.people()).isEqualTo(TwoTastes.TESTABLE);
    assertThat(training.rowIds()).isEqualTo(all.rowIds());
    int heldOut = 0;
    for (int person = 0; person < split.people(); person++) {
      Case.Ranking test = split.cases(person).getFirst();
      assertThat(test.condition()).isEqualTo(Condition.of(Protocol.P1));
      int row = all.rowOfId(test.userId());
      double mean =
          IntStream.of(RatedRows.entries(all, row))
              .map(e -> all.values()[e])
              .average()
              .orElseThrow();
      int likes =
          (int)
              IntStream.of(RatedRows.entries(all, row))
                  .filter(e -> all.values()[e] >= mean)
                  .count();
      assertThat(test.relevant()).hasSize(Math.round(likes / 5f));
      for (int title : test.relevant()) {
        assertThat((double) all.at(row, title)).isGreaterThanOrEqualTo(mean);
        assertThat(training.at(row, title)).isZero();
        assertThat(test.candidates().get(title)).isTrue();
      }
      assertThat(test.candidates().cardinality()).isEqualTo(TwoTastes.TITLES - test.taste().size());
      assertThat(test.taste().userRow()).isEqualTo(row);
      heldOut += test.relevant().length;
    }
    assertThat(training.entryCount()).isEqualTo(all.entryCount() - heldOut);
    assertThat(split.training().fingerprint())
        .isNotEqualTo(data.fingerprint())
        .isNotEqualTo(likes(1).training().fingerprint());
  }

  @Test
  void inP1fNoTitleOfAFranchiseAlreadyMetIsAskedForOrRanked() {
    Franchises franchises = Franchises.of(data.catalogue());
    LikesSplit split = likes(0);
    int dropped = 0;
    for (int person = 0; person < split.people(); person++) {
      List<Case.Ranking> cases = split.cases(person);
      Case.Ranking whole = cases.getFirst();
      Case.Ranking fresh = cases.getLast();
      assertThat(fresh.taste()).isSameAs(whole.taste());
      Set<Integer> met = new HashSet<>();
      for (int entry = 0; entry < whole.taste().size(); entry++) {
        met.add(franchises.of(whole.taste().row(entry)));
      }
      int[] expected =
          IntStream.of(whole.relevant()).filter(row -> !met.contains(franchises.of(row))).toArray();
      assertThat(fresh.relevant()).isEqualTo(expected);
      assertThat(fresh.candidates().stream()).noneMatch(row -> met.contains(franchises.of(row)));
      dropped += whole.relevant().length - expected.length;
    }
    assertThat(dropped).isPositive();
  }

  @Test
  void foldsHoldEveryLikeOutOnce() {
    for (int person = 0; person < 3; person++) {
      Set<Integer> seen = new HashSet<>();
      int count = 0;
      for (int fold = 0; fold < 5; fold++) {
        int[] relevant = likes(fold).cases(person).getFirst().relevant();
        IntStream.of(relevant).forEach(seen::add);
        count += relevant.length;
      }
      assertThat(seen).hasSize(count).hasSize(RatedRows.liked(all, person).length);
    }
  }

  @Test
  void p2HoldsOutAFifthOfEachQuarterAndTrainsOnRatedTitlesOnly() {
    QuartileSplit split = new QuartileSplit(data, 1, 0);
    RatingMatrix training = split.training().ratings();
    assertThat(training.unratedCount()).isZero();
    for (int person = 0; person < split.people(); person++) {
      Case.Order test = split.cases(person).getFirst();
      int row = all.rowOfId(test.userId());
      int[] sorted =
          IntStream.of(RatedRows.entries(all, row)).map(e -> all.values()[e]).sorted().toArray();
      // 50 rated titles: the quartiles lie at 12.25 and 36.75
      assertThat(sorted).hasSize(50);
      double first = sorted[12] + 0.25 * (sorted[13] - sorted[12]);
      double third = sorted[36] + 0.75 * (sorted[37] - sorted[36]);
      long tops = Arrays.stream(sorted).filter(r -> r >= third).count();
      long bottoms = Arrays.stream(sorted).filter(r -> r <= first).count();
      assertThat(test.top()).hasSize(Math.round(tops / 5f));
      assertThat(test.bottom()).hasSize(Math.round(bottoms / 5f));
      assertThat(IntStream.of(test.top())).allMatch(t -> all.at(row, t) >= third);
      assertThat(IntStream.of(test.bottom())).allMatch(t -> all.at(row, t) <= first);
      assertThat(IntStream.concat(IntStream.of(test.top()), IntStream.of(test.bottom())))
          .allMatch(t -> training.at(row, t) == 0);
    }
  }

  @Test
  void p3HoldsOutATenthOfAllRatings() {
    RatingSplit split = new RatingSplit(data, 1, 0);
    int held = 0;
    for (int person = 0; person < split.people(); person++) {
      Case.Rated test = split.cases(person).getFirst();
      int row = all.rowOfId(test.userId());
      for (int i = 0; i < test.rows().length; i++) {
        assertThat((int) all.at(row, test.rows()[i])).isEqualTo(test.ratings()[i]).isPositive();
        assertThat(split.training().ratings().at(row, test.rows()[i])).isZero();
      }
      held += test.rows().length;
    }
    assertThat(held).isEqualTo(Math.round((all.entryCount() - all.unratedCount()) / 10f));
    assertThat(split.training().ratings().entryCount()).isEqualTo(all.entryCount() - held);
  }

  @Test
  void peopleOfP4AreWhollyAbsentFromTrainingAndFoldsShareNobody() {
    Set<Integer> tested = new HashSet<>();
    for (int fold = 0; fold < PeopleSplit.FOLDS; fold++) {
      PeopleSplit split = new PeopleSplit(data, EnumSet.of(Protocol.P4), 1, fold);
      assertThat(split.people()).isBetween(5, 6);
      for (int person = 0; person < split.people(); person++) {
        Case.Ranking test = split.cases(person).getFirst();
        assertThat(tested.add(test.userId())).isTrue();
        assertThat(split.training().ratings().rowOfId(test.userId())).isEqualTo(-1);
        assertThat(test.taste().userRow()).isEqualTo(-1);
        assertThat(test.taste().size()).isEqualTo(48);
        assertThat(test.relevant()).hasSize(12);
        BitSet all = test.taste().leaveOut();
        IntStream.of(test.relevant()).forEach(all::set);
        assertThat(all.cardinality()).isEqualTo(60);
      }
    }
  }

  @Test
  void inTheColdStartShortListsAreTheBeginningsOfLongerOnes() {
    PeopleSplit split = new PeopleSplit(data, EnumSet.of(Protocol.COLD_START), 1, 0);
    for (int person = 0; person < split.people(); person++) {
      BitSet before = new BitSet();
      List<Case.Ranking> cases = split.cases(person);
      assertThat(cases)
          .extracting(test -> test.condition().given())
          .containsExactlyElementsOf(Protocol.COLD_START_TITLES);
      int row = all.rowOfId(cases.getFirst().userId());
      BitSet liked = new BitSet();
      IntStream.of(RatedRows.columns(all, RatedRows.liked(all, row))).forEach(liked::set);
      for (Case.Ranking test : cases) {
        BitSet told = test.taste().leaveOut();
        assertThat(told.cardinality()).isEqualTo(test.condition().given());
        before.andNot(told);
        assertThat(before.isEmpty()).isTrue();
        before = told;
        BitSet rest = (BitSet) liked.clone();
        rest.andNot(told);
        assertThat(test.relevant()).isEqualTo(rest.stream().toArray());
      }
    }
  }
}
