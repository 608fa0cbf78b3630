package osusume.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Taste;

/** Answers for two people at once, for chosen titles, and among certain titles. */
class ForBothTest {
  private static final Recommendations DOOR =
      new Recommendations(DemoStrategies.DATA, withoutRating()).with(DemoStrategies.RATING.stack());
  private static final Taste ONE = DemoStrategies.listOf(3, 1).build();
  private static final Taste OTHER = DemoStrategies.listOf(40, 1).build();

  private static List<Recommender> withoutRating() {
    return DemoStrategies.FITTED.values().stream()
        .filter(fitted -> !fitted.name().equals("rating"))
        .toList();
  }

  private static List<Integer> rows(Answer answer) {
    return answer.recommendations().stream().map(Recommendation::animeRow).toList();
  }

  /** Places by counting who is better, and the formula as it stands in the class's words. */
  @Test
  void theScoreIsWhatTheFormulaSays() {
    Random random = new Random(4);
    float[] first = new float[60];
    float[] second = new float[60];
    BitSet candidates = new BitSet();
    for (int row = 0; row < 60; row++) {
      // Few values, so that many are equal.
      first[row] = random.nextInt(12);
      second[row] = random.nextInt(30) - 10;
      candidates.set(row, random.nextInt(4) > 0);
    }
    float[] scores = ForBoth.scores(first, second, candidates);
    int n = candidates.cardinality();
    candidates.stream()
        .forEach(
            row -> {
              double a = place(first, row, candidates);
              double b = place(second, row, candidates);
              double m = Math.sqrt((a * a + b * b) / 2);
              double expected = 1 - Math.log(m) / Math.log(n);
              assertThat((double) scores[row]).isCloseTo(expected, within(1e-6));
            });
    assertThat(ForBoth.scores(second, first, candidates)).containsExactly(scores);
  }

  private static double place(float[] scores, int row, BitSet candidates) {
    long better = candidates.stream().filter(other -> scores[other] > scores[row]).count();
    long equal = candidates.stream().filter(other -> scores[other] == scores[row]).count();
    return better + (equal + 1) / 2.0;
  }

  @Test
  void whatOneWouldHateDoesNotWin() {
    float[] first = new float[100];
    float[] second = new float[100];
    BitSet all = new BitSet();
    all.set(0, 100);
    for (int row = 0; row < 100; row++) {
      first[row] = -row;
      second[row] = row;
    }
    float[] scores = ForBoth.scores(first, second, all);
    // What one likes best the other likes least, so that both meet in the middle.
    assertThat(TopK.of(scores, new int[100], all, 2)).containsExactlyInAnyOrder(49, 50);
    assertThat(scores[0]).isLessThan(scores[10]).isEqualTo(scores[99]);
  }

  @Test
  void oneCandidateOrNoneIsNoTrouble() {
    BitSet one = new BitSet();
    assertThat(ForBoth.scores(new float[3], new float[3], one)).hasSize(3);
    one.set(2);
    assertThat(ForBoth.scores(new float[3], new float[3], one)[2]).isEqualTo(1);
  }

  @Test
  void somebodyWithThemselvesHasTheirOwnAnswer() {
    for (String strategy : DOOR.strategies()) {
      Answer alone = DOOR.answer(Request.of(ONE, strategy).k(20).build());
      Answer both = DOOR.answer(Request.of(ONE, strategy).k(20).with(ONE).build());
      assertThat(rows(both)).as(strategy).isEqualTo(rows(alone));
      assertThat(both.strategy()).isEqualTo(alone.strategy());
      assertThat(both.removed()).isEqualTo(alone.removed());
      for (int i = 0; i < 20; i++) {
        Recommendation of = both.recommendations().get(i);
        assertThat(of.reasons()).isEqualTo(alone.recommendations().get(i).reasons());
        assertThat(of.companion().orElseThrow().reasons()).isEqualTo(of.reasons());
        assertThat(of.companion().orElseThrow().predicted()).isEqualTo(of.predicted());
      }
    }
  }

  @Test
  void whoIsNamedFirstDoesNotMatterAndNobodyIsToldWhatEitherWatched() {
    for (Aim aim : Aim.values()) {
      Answer there = DOOR.answer(Request.of(ONE, "blend").aim(aim).k(20).with(OTHER).build());
      Answer back = DOOR.answer(Request.of(OTHER, "blend").aim(aim).k(20).with(ONE).build());
      assertThat(rows(there)).isEqualTo(rows(back)).hasSize(20);
      for (int i = 0; i < 20; i++) {
        Recommendation a = there.recommendations().get(i);
        Recommendation b = back.recommendations().get(i);
        assertThat(a.weight()).isEqualTo(b.weight());
        assertThat(a.companion().orElseThrow().reasons()).isEqualTo(b.reasons());
        assertThat(a.companion().orElseThrow().predicted()).isEqualTo(b.predicted()).isPresent();
        assertThat(ONE.holds(a.animeRow()) || OTHER.holds(a.animeRow())).isFalse();
      }
    }
  }

  @Test
  void popularityStandsInForOneOfWhomNothingIsKnown() {
    Taste nobody = Taste.builder().build();
    Answer answer = DOOR.answer(Request.of(ONE, "blend").with(nobody).build());
    assertThat(answer.strategy()).isEqualTo("blend");
    assertThat(answer.lack()).isEmpty();
    assertThat(answer.note())
        .isEqualTo(
            "For the second of the two what most people watch stands in: the list is empty.");
    assertThat(DOOR.answer(Request.of(nobody, "blend").with(ONE).build()).note())
        .startsWith("For the first of the two");
    Answer none = DOOR.answer(Request.of(nobody, "blend").with(nobody).build());
    assertThat(none.strategy()).isEqualTo("popular");
    assertThat(none.lack()).contains(Lack.EMPTY_LIST);
  }

  @Test
  void sliderFilterAndStoriesWorkForTwo() {
    Request.Builder plain = Request.of(ONE, "similar").with(OTHER).k(10);
    Answer usual = DOOR.answer(plain.build());
    assertThat(rows(DOOR.answer(plain.novelty(0.8).build()))).isNotEqualTo(rows(usual));
    assertThat(rows(DOOR.answer(plain.novelty(0).diversity(1).build()))).isNotEqualTo(rows(usual));
    assertThat(usual.removed()).containsKey("franchises");
  }

  @Test
  void chosenTitlesAreReasonsOfTheirOwnAndNobodysRatings() {
    int[] chosen = {5, 17};
    for (String strategy : DOOR.strategies()) {
      Answer answer = DOOR.answer(Request.of(Taste.ofTitles(chosen), strategy).k(5).build());
      assertThat(answer.recommendations()).as(strategy).hasSize(5);
      for (Recommendation of : answer.recommendations()) {
        assertThat(of.predicted()).isEmpty();
        assertThat(of.animeRow()).isNotIn(5, 17);
        assertThat(of.reasons())
            .noneMatch(why -> why instanceof Reason.Watched || why instanceof Reason.Dropped);
      }
    }
    Answer similar = DOOR.answer(Request.of(Taste.ofTitles(chosen), "similar").build());
    assertThat(similar.recommendations().getFirst().reasons().getFirst())
        .isInstanceOf(Reason.Chosen.class);
    assertThatThrownBy(
            () -> DOOR.answer(Request.of(Taste.ofTitles(chosen), "blend").aim(Aim.RATE).build()))
        .hasMessageContaining("nobody's list");
  }

  @Test
  void whatAPersonWatchedCanBeLeftOutOfWhatIsLikeChosenTitles() {
    Taste chosen = Taste.ofTitles(5, 17);
    List<Integer> all = rows(DOOR.answer(Request.of(chosen, "similar").k(10).build()));
    BitSet first = new BitSet();
    first.set(all.getFirst());
    List<Integer> rest =
        rows(DOOR.answer(Request.of(chosen.leavingOut(first), "similar").k(9).build()));
    assertThat(rest).doesNotContain(all.getFirst());
  }

  @Test
  void amongCertainTitlesOnlyTheseAreRankedAsTheyAreAmongAll() {
    BitSet planned = new BitSet();
    for (int row = 0; row < DemoStrategies.DATA.catalogue().size(); row += 7) {
      planned.set(row);
    }
    Request.Builder all = Request.of(ONE, "blend").franchises(false).k(1000);
    List<Integer> expected = new ArrayList<>(rows(DOOR.answer(all.build())));
    expected.removeIf(row -> !planned.get(row));
    Answer among = DOOR.answer(all.among(planned).build());
    assertThat(rows(among)).isEqualTo(expected).isNotEmpty();
    assertThat(among.removed()).isEmpty();
  }

  @Test
  void plannedTitlesCanBeRankedThoughTheyAreLeftOutElsewhere() {
    BitSet planned = new BitSet();
    IntStream.range(0, DemoStrategies.DATA.catalogue().size())
        .filter(row -> !ONE.holds(row))
        .limit(4)
        .forEach(planned::set);
    Taste taste = ONE.leavingOut(planned);
    planned.set(ONE.row(0));
    assertThat(rows(DOOR.answer(Request.of(taste, "similar").k(1000).franchises(false).build())))
        .doesNotContainAnyElementsOf(planned.stream().boxed().toList());
    assertThat(
            rows(
                DOOR.answer(Request.of(taste, "similar").franchises(false).among(planned).build())))
        .hasSize(4)
        .doesNotContain(ONE.row(0));
  }
}
