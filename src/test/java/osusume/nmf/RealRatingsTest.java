package osusume.nmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import osusume.data.RatingMatrix;
import osusume.progress.Progress;

/**
 * The real ratings of 3,500 users against what scikit-learn 1.2.1 makes of them, as {@code
 * src/bench/nmf_reference.py} prints it. The archive is not part of the project: without it these
 * tests are skipped.
 */
class RealRatingsTest {
  private static final Path ARCHIVE = Path.of("..", "shared", "data", "archive.zip");

  /**
   * How much above scikit-learn's relative error after 200 iterations a default training may end.
   */
  private static final double ALLOWED = 5e-4;

  @ParameterizedTest(name = "{0} components")
  @CsvSource({"2, 0.888782", "5, 0.864092", "20, 0.814852", "50, 0.768090"})
  void aDefaultTrainingComesAsCloseAsScikitLearn(int components, double scikitLearn)
      throws IOException {
    NmfModel model = train(NmfSettings.DEFAULT.withComponents(components));
    assertThat(model.relativeError()).isLessThan(scikitLearn + ALLOWED);
    assertThat(model.converged()).isTrue();
  }

  @Test
  void aRandomStartComesAsClose() throws IOException {
    NmfModel model = train(NmfSettings.DEFAULT.withStart(NmfSettings.Start.RANDOM));
    assertThat(model.relativeError()).isLessThan(0.814852 + 2 * ALLOWED);
  }

  private static NmfModel train(NmfSettings settings) throws IOException {
    RatingMatrix ratings = ratings();
    int[] ids = new int[ratings.columnCount()];
    Arrays.setAll(ids, column -> column);
    return Nmf.train(ratings, ids, "real", settings, Progress.NONE, IterationListener.NONE);
  }

  /** Columns are the anime ids themselves. Of a pair that occurs twice the last row counts. */
  private static RatingMatrix ratings() throws IOException {
    assumeTrue(Files.exists(ARCHIVE), ARCHIVE + " is not there: nothing was compared.");
    Map<Integer, Map<Integer, Byte>> byUser = new TreeMap<>();
    try (var zip = new ZipFile(ARCHIVE.toFile());
        var lines =
            new BufferedReader(
                new InputStreamReader(
                    zip.getInputStream(zip.getEntry("rating.csv")), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split(",");
        byUser
            .computeIfAbsent(Integer.valueOf(fields[0]), user -> new TreeMap<>())
            .put(Integer.valueOf(fields[1]), Byte.valueOf(fields[2]));
      }
    }
    int count = byUser.values().stream().mapToInt(Map::size).sum();
    int[] starts = new int[byUser.size() + 1];
    int[] columns = new int[count];
    byte[] values = new byte[count];
    int row = 0;
    int next = 0;
    int last = 0;
    for (Map<Integer, Byte> entries : byUser.values()) {
      for (Map.Entry<Integer, Byte> entry : entries.entrySet()) {
        columns[next] = entry.getKey();
        values[next++] = entry.getValue();
        last = Math.max(last, entry.getKey());
      }
      starts[++row] = next;
    }
    int[] users = byUser.keySet().stream().mapToInt(Integer::intValue).toArray();
    return new RatingMatrix(users, starts, columns, values, last + 1);
  }
}
