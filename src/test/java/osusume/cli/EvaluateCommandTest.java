package osusume.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.json.Json;

/** {@code osusume evaluate} on the demo data set. */
class EvaluateCommandTest {
  @TempDir Path folder;

  private String out;
  private String err;

  private int run(String... words) {
    List<String> args = new ArrayList<>(List.of("evaluate"));
    args.addAll(List.of(words));
    args.addAll(List.of("--data", folder.resolve("data").toString()));
    args.addAll(List.of("--models", folder.resolve("models").toString()));
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new PrintStream(stdout, false, StandardCharsets.UTF_8),
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            false);
    int status = CommandLineTool.run(args.toArray(String[]::new), (places, files) -> 77, streams);
    out = stdout.toString(StandardCharsets.UTF_8);
    err = stderr.toString(StandardCharsets.UTF_8);
    return status;
  }

  @Test
  void printsTheFiguresAsJsonAndKeepsThemAsCsv() throws Exception {
    Path csv = folder.resolve("figures.csv");
    assertThat(
            run(
                "--strategies",
                "Popular,group",
                "--protocol",
                "P1,p1F",
                "--seed",
                "4",
                "--json",
                "--csv",
                csv.toString()))
        .as(() -> err)
        .isZero();
    JsonNode report = Json.mapper().readTree(out);
    assertThat(out.lines()).hasSize(1);
    assertThat(report.get("seed").intValue()).isEqualTo(4);
    assertThat(report.get("simulated").booleanValue()).isTrue();
    assertThat(err).contains("simulated");
    assertThat(report.get("sections"))
        .extracting(section -> section.get("protocol").textValue())
        .containsExactly("P1", "P1f");
    JsonNode strategies = report.get("sections").get(0).get("strategies");
    assertThat(strategies.fieldNames()).toIterable().containsExactlyInAnyOrder("group", "popular");
    JsonNode ndcg = strategies.get("popular").get("ndcg@10");
    assertThat(ndcg.get("value").doubleValue()).isBetween(0.0, 1.0);
    assertThat(ndcg.get("low").doubleValue()).isLessThan(ndcg.get("value").doubleValue());
    List<String> rows = Files.readAllLines(csv);
    assertThat(rows.getFirst()).startsWith("protocol,given,people,strategy");
    assertThat(rows).anyMatch(row -> row.contains(",popular,,ndcg@10," + ndcg.get("value")));
  }

  @Test
  void printsATableWithTheBestStrategyFirst() {
    assertThat(run("--strategies", "user-mean", "--protocol", "P3")).as(() -> err).isZero();
    assertThat(out.lines().toList())
        .anyMatch(line -> line.matches("strategy +RMSE +MAE +from the best, RMSE"))
        .anyMatch(line -> line.matches("user-mean +\\d\\.\\d{4} ±0\\.\\d{4} +\\d\\.\\d{4} ±.*"));
  }

  @Test
  void onlyProtocolsThatApplyAreRunUnlessAsked() throws Exception {
    assertThat(run("--strategies", "user-mean", "--json")).as(() -> err).isZero();
    assertThat(Json.mapper().readTree(out).get("sections"))
        .extracting(section -> section.get("protocol").textValue())
        .containsExactly("P2", "P3");
  }

  @Test
  void helpNamesTheProtocols() {
    assertThat(run("--help")).isZero();
    assertThat(out).startsWith("Usage: osusume evaluate").contains("P1f").contains("cold-start");
  }

  @Test
  void anUnknownStrategyIsAnsweredWithTheNearest() {
    assertThat(run("--strategies", "mix,grop")).isEqualTo(2);
    assertThat(err).contains("There is no strategy 'grop'; did you mean 'group'?");
    assertThat(out).isEmpty();
  }

  @Test
  void anUnknownProtocolIsAnsweredWithTheNearest() {
    assertThat(run("--protocol", "cold-strat")).isEqualTo(2);
    assertThat(err).contains("There is no protocol 'cold-strat'; did you mean 'cold-start'?");
  }

  @Test
  void whatCanNotBeTestedIsSaid() {
    assertThat(run("--strategies", "user-mean", "--protocol", "P1")).isEqualTo(2);
    assertThat(err).contains("P1 tests strategies that rank titles; none was chosen.");
    assertThat(run("--folds", "0")).isEqualTo(2);
    assertThat(err).contains("The number of folds must be from 1 to 100, but it is 0.");
  }
}
