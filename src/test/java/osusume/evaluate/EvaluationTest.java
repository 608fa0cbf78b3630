package osusume.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.nmf.NmfSettings;
import osusume.progress.CancelledException;
import osusume.progress.Progress;
import osusume.recommend.Fitting;
import osusume.recommend.Reason;
import osusume.recommend.Recommender;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;
import osusume.recommend.rating.RatingModel;
import osusume.recommend.rating.RatingStrategies;
import osusume.recommend.rating.RatingStrategy;

class EvaluationTest {
  private static final NmfSettings SMALL = NmfSettings.DEFAULT.withComponents(2);

  private final Dataset data = TwoTastes.data();

  private interface Score {
    float of(Taste taste, int row);
  }

  /** Ranks by a rule that needs no fitting. */
  private record Ruled(String name, boolean knowing, Score rule) implements Strategy, Recommender {
    @Override
    public Recommender fit(Fitting fitting) {
      return this;
    }

    @Override
    public boolean knows(Taste taste) {
      return knowing;
    }

    @Override
    public float[] score(Taste taste) {
      float[] scores = new float[TwoTastes.TITLES];
      for (int row = 0; row < scores.length; row++) {
        scores[row] = rule.of(taste, row);
      }
      return scores;
    }

    @Override
    public List<Reason> reasons(Taste taste, int animeRow, int limit) {
      return List.of();
    }
  }

  /** Predicts by adding to what was really given; knows the whole data set. */
  private record Off(String name, Dataset data, float by) implements RatingStrategy, RatingModel {
    @Override
    public RatingModel fit(Fitting fitting) {
      return this;
    }

    @Override
    public float[] predict(Taste taste, int[] animeRows) {
      float[] predicted = new float[animeRows.length];
      for (int i = 0; i < predicted.length; i++) {
        predicted[i] = data.ratings().at(taste.userRow(), animeRows[i]) + by;
      }
      return predicted;
    }
  }

  private static Plan plan(List<Strategy> rankers, List<RatingStrategy> raters, Protocol... of) {
    return new Plan(rankers, raters, Set.of(of), 1, 1, SMALL);
  }

  private Plan everything(long seed, int folds) {
    return new Plan(
        Strategies.ALL.stream().filter(s -> List.of("mix", "popular").contains(s.name())).toList(),
        RatingStrategies.ALL.stream().filter(s -> s.name().equals("user-mean")).toList(),
        EnumSet.allOf(Protocol.class),
        seed,
        folds,
        SMALL);
  }

  /** Knows the whole truth of a user of the data set: watched titles at the top, by rating. */
  private Ruled seer() {
    return new Ruled(
        "seer",
        true,
        (taste, row) -> taste.userRow() < 0 ? 0 : data.ratings().at(taste.userRow(), row));
  }

  @Test
  void whoKnowsTheTruthGetsFullMarks() {
    Report report =
        Evaluation.run(
            data,
            plan(List.of(seer()), List.of(), Protocol.P1, Protocol.P1F, Protocol.P2),
            Progress.NONE);
    for (Protocol protocol : List.of(Protocol.P1, Protocol.P1F)) {
      Section section = report.section(protocol);
      assertThat(section.figure("seer", Metric.NDCG_10).value()).isCloseTo(1, within(1e-12));
      assertThat(section.figure("seer", Metric.RECALL_20).value()).isCloseTo(1, within(1e-12));
    }
    assertThat(report.section(Protocol.P2).figure("seer", Metric.AUC).value()).isEqualTo(1);
    assertThat(report.section(Protocol.P2).figure("seer", Metric.PRECISION).value()).isEqualTo(1);
  }

  @Test
  void whereAStrategyKnowsNothingOfATasteWhatIsPopularStandsIn() {
    Ruled blind = new Ruled("blind", false, (taste, row) -> row);
    Ruled even = new Ruled("all the same", true, (taste, row) -> 0);
    Report report =
        Evaluation.run(data, plan(List.of(blind, even), List.of(), Protocol.P1), Progress.NONE);
    // Of equal scores the more watched comes first, as in every answer: both rank by popularity.
    assertThat(report.section(Protocol.P1).difference("blind", "all the same", Metric.NDCG_10))
        .returns(0.0, Difference::value)
        .returns(false, Difference::clear);
  }

  @Test
  void errorsAreMeasuredOverAllRatingsAndClipped() {
    List<RatingStrategy> raters =
        List.of(new Off("half", data, 0.5f), new Off("low", data, -100), new Off("exact", data, 0));
    Section section =
        Evaluation.run(data, plan(List.of(), raters, Protocol.P3), Progress.NONE)
            .section(Protocol.P3);
    assertThat(section.figure("exact", Metric.RMSE).value()).isZero();
    // 10 + 0.5 is clipped to 10, so the error is at most a half
    assertThat(section.figure("half", Metric.MAE).value()).isBetween(0.4, 0.5);
    double mae = section.figure("low", Metric.MAE).value();
    assertThat(mae).isBetween(4.0, 7.0);
    Difference worse = section.difference("low", "half", Metric.RMSE);
    assertThat(worse.low()).isPositive();
    assertThat(section.difference("half", "low", Metric.RMSE).high()).isEqualTo(-worse.low());
  }

  @Test
  void theSameSeedGivesTheSameReportWhateverTheNumberOfThreads() {
    Report one = Evaluation.run(data, everything(7, 2), 1, Progress.NONE);
    Report other = Evaluation.run(data, everything(7, 2), 3, Progress.NONE);
    Report seed = Evaluation.run(data, everything(8, 2), 3, Progress.NONE);
    assertThat(ReportDocument.of(other)).isEqualTo(ReportDocument.of(one));
    assertThat(ReportDocument.of(seed).get("sections"))
        .isNotEqualTo(ReportDocument.of(one).get("sections"));
  }

  @Test
  void everyProtocolTestsTheStrategiesItAppliesTo() {
    Report report = Evaluation.run(data, everything(1, 1), Progress.NONE);
    assertThat(report.sections())
        .extracting(section -> section.condition().label())
        .containsExactly(
            "P1",
            "P1f",
            "P2",
            "P3",
            "P4",
            "cold-start 1",
            "cold-start 3",
            "cold-start 5",
            "cold-start 10",
            "cold-start 20",
            "cold-start 40");
    for (Section section : report.sections()) {
      assertThat(section.strategies())
          .isEqualTo(
              switch (section.condition().protocol()) {
                case P2 -> List.of("mix", "popular", "user-mean");
                case P3 -> List.of("user-mean");
                default -> List.of("mix", "popular");
              });
    }
    assertThat(report.section(Protocol.P1).people()).isEqualTo(TwoTastes.TESTABLE);
    assertThat(report.section(Protocol.P4).people()).isBetween(15, 18);
  }

  @Test
  void moreFoldsTestTheSamePeopleMoreOften() {
    Plan one = new Plan(List.of(seer()), List.of(), Set.of(Protocol.P4), 1, 1, SMALL);
    Plan three = new Plan(List.of(seer()), List.of(), Set.of(Protocol.P4), 1, 3, SMALL);
    assertThat(Evaluation.run(data, one, Progress.NONE).section(Protocol.P4).people())
        .isLessThan(Evaluation.run(data, three, Progress.NONE).section(Protocol.P4).people());
  }

  @Test
  void progressRisesFromNothingToEverything() {
    List<Double> fractions = Collections.synchronizedList(new ArrayList<>());
    Progress listening =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            fractions.add(fraction);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    Evaluation.run(data, everything(1, 1), 1, listening);
    assertThat(fractions).isSorted().allMatch(fraction -> fraction >= 0 && fraction <= 1);
    assertThat(fractions.getLast()).isEqualTo(1);
  }

  @Test
  void stopsWhenAsked() {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> Evaluation.run(data, everything(1, 1), cancelled))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void tooFewPeopleAreSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evaluation.run(
                    TwoTastes.data(1),
                    plan(List.of(seer()), List.of(), Protocol.P1),
                    Progress.NONE))
        .withMessage("P1 needs at least 2 people with more than 20 ratings; this data set has 1.");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evaluation.run(
                    TwoTastes.data(12),
                    plan(List.of(seer()), List.of(), Protocol.COLD_START),
                    Progress.NONE))
        .withMessage(
            "cold-start needs at least 20 people with more than 20 ratings; this data set has 12.");
  }

  @Test
  void aProtocolThatFindsNobodyIsSaid() {
    Catalogue oneStory =
        new Catalogue(
            IntStream.range(0, TwoTastes.TITLES)
                .mapToObj(
                    t -> new Anime(t, "One Story: Part " + t, List.of("Drama"), "TV", 12, 7, 100))
                .toList());
    Dataset same =
        new Dataset("same", true, oneStory, data.ratings(), data.fingerprint(), data.report());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evaluation.run(same, plan(List.of(seer()), List.of(), Protocol.P1F), Progress.NONE))
        .withMessage("P1f found nobody to test in this data set.");
  }

  @Test
  void aPlanWithNothingToTestIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan(List.of(), List.of(new Off("x", data, 0)), Protocol.P1))
        .withMessage("P1 tests strategies that rank titles; none was chosen.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan(List.of(seer()), List.of(), Protocol.P3))
        .withMessage("P3 tests strategies that predict ratings; none was chosen.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Plan(List.of(seer()), List.of(), Set.of(Protocol.P1), 1, 0, SMALL))
        .withMessage("The number of folds must be from 1 to 100, but it is 0.");
  }

  @Test
  void aScoreThatIsNoNumberIsNotPassedOver() {
    Ruled broken = new Ruled("broken", true, (taste, row) -> Float.NaN);
    assertThatThrownBy(
            () ->
                Evaluation.run(data, plan(List.of(broken), List.of(), Protocol.P1), Progress.NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken");
  }

  @Test
  void coverageIsTheShareOfTheCatalogueInSomebodysFirstTen() {
    Ruled same = new Ruled("first", true, (taste, row) -> -row);
    Section section =
        Evaluation.run(data, plan(List.of(same), List.of(), Protocol.P1), Progress.NONE)
            .section(Protocol.P1);
    Figure coverage = section.figure("first", Metric.COVERAGE_10);
    // Everybody's first ten unwatched titles: at least ten, and nobody needs to look far.
    assertThat(coverage.value()).isBetween(0.1, 0.6);
    assertThat(coverage.standardError()).isNaN();
  }
}
