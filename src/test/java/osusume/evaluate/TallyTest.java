package osusume.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values worked out by hand. */
class TallyTest {
  private static final Condition P1 = Condition.of(Protocol.P1);
  private static final Condition P3 = Condition.of(Protocol.P3);

  private static Marks ranked(int user, double ndcg, int... top) {
    return new Marks(P1, user, new double[] {ndcg, 0, 0, 0, 0}, 1, top);
  }

  private static Marks rated(int user, double squares, double sizes, int count) {
    return new Marks(P3, user, new double[] {squares, sizes}, count, new int[0]);
  }

  @Test
  void coverageIsTheShareOfTheCatalogueInSomebodysListMeanedOverTheFolds() {
    Tally tally = new Tally(P1, 20);
    // titles 1 2 3 4 of 20, then 5 6 of 20: .2 and .1
    tally.add(List.of(ranked(7, 1, 1, 2, 3), ranked(8, 1, 2, 3, 4)));
    tally.add(List.of(ranked(7, 1, 5, 6), ranked(9, 1, 6, 5)));
    assertThat(tally.coverage()).isCloseTo(0.15, within(1e-12));
    assertThat(tally.people()).isEqualTo(3);
  }

  @Test
  void whoIsTestedTwiceCountsOnceWithTheirMean() {
    Tally tally = new Tally(P1, 20);
    tally.add(List.of(ranked(7, 1), ranked(8, 0.5)));
    tally.add(List.of(ranked(7, 0)));
    // user 7: (1 + 0) / 2, user 8: .5
    assertThat(tally.estimates().get(Metric.NDCG_10).value()).isEqualTo(0.5);
    assertThat(tally.estimates().get(Metric.NDCG_10).standardError()).isZero();
  }

  @Test
  void errorsAreMeanedOverRatingsNotOverPeople() {
    Tally tally = new Tally(P3, 20);
    // errors 1 and −3; 2
    tally.add(List.of(rated(7, 1 + 9, 1 + 3, 2), rated(8, 4, 2, 1)));
    Map<Metric, Estimate> found = tally.estimates();
    assertThat(found.get(Metric.RMSE).value()).isCloseTo(Math.sqrt(14 / 3.0), within(1e-12));
    assertThat(found.get(Metric.MAE).value()).isCloseTo(2, within(1e-12));
    // pulls of MAE: (4 − 2·2) / 1.5 = 0 and (2 − 2·1) / 1.5 = 0
    assertThat(found.get(Metric.MAE).standardError()).isZero();
  }
}
