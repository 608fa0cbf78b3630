package osusume.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.json.Json;

class ReportFilesTest {
  private static final Report REPORT =
      new Report(
          "kaggle",
          false,
          "cafe",
          3,
          1,
          List.of(
              new Section(
                  new Condition(Protocol.COLD_START, 5),
                  12,
                  List.of(
                      new Figure("mix", Metric.NDCG_10, 0.5, 0.1, 0.25, 0.75),
                      new Figure(
                          "mix", Metric.COVERAGE_10, 0.25, Double.NaN, Double.NaN, Double.NaN),
                      new Figure("popular", Metric.NDCG_10, 0.25, 0.1, 0, 0.5)),
                  List.of(
                      new Difference(
                          "mix", "popular", Metric.NDCG_10, 0.25, 0.05, 0.125, 0.375)))));

  @Test
  void csvHasARowAFigureAndARowADifference(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("figures.csv");
    ReportCsv.write(file, REPORT);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "protocol,given,people,strategy,than,metric,value,standard_error,low,high",
            "cold-start,5,12,mix,,ndcg@10,0.5,0.1,0.25,0.75",
            "cold-start,5,12,mix,,coverage@10,0.25,,,",
            "cold-start,5,12,popular,,ndcg@10,0.25,0.1,0.0,0.5",
            "cold-start,5,12,mix,popular,ndcg@10,0.25,0.05,0.125,0.375");
  }

  @Test
  void jsonHasTheFiguresOfEachStrategyAndNullForNoNumber() {
    assertThat(Json.line(ReportDocument.of(REPORT)))
        .isEqualTo(
            """
            {"dataset":"kaggle","simulated":false,"fingerprint":"cafe","seed":3,"folds":1,\
            "sections":[{"protocol":"cold-start","given":5,"people":12,"strategies":{\
            "mix":{"ndcg@10":{"value":0.5,"standard_error":0.1,"low":0.25,"high":0.75},\
            "coverage@10":{"value":0.25,"standard_error":null,"low":null,"high":null}},\
            "popular":{"ndcg@10":{"value":0.25,"standard_error":0.1,"low":0.0,"high":0.5}}},\
            "differences":[{"strategy":"mix","than":"popular","metric":"ndcg@10","value":0.25,\
            "standard_error":0.05,"low":0.125,"high":0.375}]}]}\
            """);
  }

  @Test
  void theDocumentIsWrittenAsTheCommandPrintsIt(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("figures.json");
    ReportDocument.write(file, REPORT);
    assertThat(Files.readAllLines(file)).containsExactly(Json.line(ReportDocument.of(REPORT)));
  }

  @Test
  void figuresAreRankedTheBestFirstWhicheverWayIsBetter() {
    Section section =
        new Section(
            Condition.of(Protocol.P3),
            9,
            List.of(
                new Figure("a", Metric.RMSE, 1.2, 0.1, 1, 1.4),
                new Figure("b", Metric.RMSE, 1.1, 0.1, 0.9, 1.3),
                new Figure("c", Metric.RMSE, 1.5, 0.1, 1.3, 1.7)),
            List.of(
                new Difference("a", "b", Metric.RMSE, 0.1, 0.1, -0.1, 0.3),
                new Difference("a", "c", Metric.RMSE, -0.3, 0.1, -0.5, -0.1),
                new Difference("b", "c", Metric.RMSE, -0.4, 0.1, -0.6, -0.2)));
    assertThat(section.ranked(Metric.RMSE))
        .extracting(Figure::strategy)
        .containsExactly("b", "a", "c");
    assertThat(section.nearBest("b", Metric.RMSE)).isTrue();
    assertThat(section.nearBest("a", Metric.RMSE)).isTrue();
    assertThat(section.nearBest("c", Metric.RMSE)).isFalse();
    assertThat(section.difference("a", "c", Metric.RMSE).clearlyBetter()).isTrue();
    assertThat(section.difference("c", "a", Metric.RMSE).clearlyBetter()).isFalse();
    assertThat(section.difference("a", "b", Metric.RMSE).clearlyBetter()).isFalse();
    assertThat(REPORT.sections().getFirst().ranked(Metric.NDCG_10))
        .extracting(Figure::strategy)
        .containsExactly("mix", "popular");
  }

  @Test
  void aDifferenceCanBeReadBothWays() {
    Section section = REPORT.sections().getFirst();
    assertThat(section.difference("popular", "mix", Metric.NDCG_10))
        .isEqualTo(new Difference("popular", "mix", Metric.NDCG_10, -0.25, 0.05, -0.375, -0.125));
    assertThat(section.difference("mix", "popular", Metric.NDCG_10).clear()).isTrue();
  }
}
