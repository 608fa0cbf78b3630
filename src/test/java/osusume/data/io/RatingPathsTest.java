package osusume.data.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.RatingMatrix;
import osusume.progress.Progress;

/** The fast and the exact reading of ratings agree with each other and with a plain reference. */
class RatingPathsTest {
  private static final int TITLES = 150;

  @RepeatedTest(40)
  void bothPathsGiveWhatAMapGives(RepetitionInfo repetition) throws Exception {
    var random = new SplittableRandom(repetition.getCurrentRepetition());
    int users = 1 + random.nextInt(30);
    boolean largeIds = random.nextInt(4) == 0;
    boolean sorted = random.nextBoolean();
    List<int[]> rows = new ArrayList<>();
    for (int i = 1 + random.nextInt(2000); i > 0; i--) {
      int user = 1 + random.nextInt(users);
      int rating = random.nextInt(5) == 0 ? -1 : 1 + random.nextInt(10);
      rows.add(
          new int[] {largeIds ? user * 33_000_000 : user, 1 + random.nextInt(TITLES + 5), rating});
    }
    if (sorted) {
      rows.sort((a, b) -> Integer.compare(a[0], b[0]));
    }
    String end = random.nextInt(3) == 0 ? "\r\n" : "\n";
    StringBuilder text = new StringBuilder("user_id,anime_id,rating" + end);
    rows.forEach(r -> text.append(r[0] + "," + r[1] + "," + r[2] + end));
    if (random.nextBoolean()) {
      text.setLength(text.length() - end.length());
    }
    CsvSource source = Csv.source("rating.csv", text.toString());
    Catalogue catalogue = catalogue(random);

    RatingRows exact = ExactRatings.read(source, CsvHeader.of(source), digest(), Progress.NONE);
    RatingMatrix expected = assemble(exact, catalogue, 1);
    assertThat(expected.rowIds()).containsExactly(expectedUsers(rows, catalogue));
    for (int threads = 1; threads <= 4; threads++) {
      int blockBytes = 40 + random.nextInt(500);
      RatingRows plain = RatingScan.read(source, digest(), threads, blockBytes, Progress.NONE);
      assertThat(plain).as("every row is plain").isNotNull();
      assertThat(plain.fingerprint()).isEqualTo(exact.fingerprint());
      RatingMatrix matrix = assemble(plain, catalogue, threads);
      assertSame(matrix, expected);
      assertThat(plain.missing().list()).isEqualTo(exact.missing().list());
      assertHolds(matrix, rows, catalogue);
    }
  }

  private static Catalogue catalogue(SplittableRandom random) {
    List<Integer> ids = new ArrayList<>();
    for (int id = 1; id <= TITLES; id++) {
      ids.add(random.nextInt(ids.size() + 1), id);
    }
    return new Catalogue(
        ids.stream().map(id -> new Anime(id, "T" + id, List.of("Drama"), "TV", 1, 5, 1)).toList());
  }

  private static RatingMatrix assemble(RatingRows rows, Catalogue catalogue, int threads) {
    return RatingAssembly.assemble(
        rows.blocks(), catalogue, rows.missing(), threads, Progress.NONE);
  }

  private static void assertSame(RatingMatrix a, RatingMatrix b) {
    assertThat(a.rowIds()).isEqualTo(b.rowIds());
    assertThat(a.starts()).isEqualTo(b.starts());
    assertThat(a.columns()).isEqualTo(b.columns());
    assertThat(a.values()).isEqualTo(b.values());
  }

  private static int[] expectedUsers(List<int[]> rows, Catalogue catalogue) {
    return rows.stream()
        .filter(r -> catalogue.rowOfId(r[1]) >= 0)
        .mapToInt(r -> r[0])
        .distinct()
        .sorted()
        .toArray();
  }

  private static void assertHolds(RatingMatrix matrix, List<int[]> rows, Catalogue catalogue) {
    Map<Long, Integer> last = new TreeMap<>();
    for (int[] row : rows) {
      int title = catalogue.rowOfId(row[1]);
      if (title >= 0) {
        last.put((long) row[0] << 32 | title, row[2]);
      }
    }
    Map<Long, Integer> found = new TreeMap<>();
    for (int row = 0; row < matrix.rowCount(); row++) {
      for (int i = matrix.starts()[row]; i < matrix.starts()[row + 1]; i++) {
        found.put((long) matrix.idOfRow(row) << 32 | matrix.columns()[i], (int) matrix.values()[i]);
        assertThat(i == matrix.starts()[row] || matrix.columns()[i - 1] < matrix.columns()[i])
            .isTrue();
      }
    }
    assertThat(found).isEqualTo(last);
    assertThat(matrix.entryCount()).isEqualTo(last.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,1,11\n",
        "1,1,0\n",
        "1,1,-2\n",
        "1,1,-1 \n",
        "1,1,10.0\n",
        "1,1,\n",
        "1,1\n",
        "1,1,1,1\n",
        "0,1,1\n",
        "01,1,1\n",
        "1,0,1\n",
        "1,,1\n",
        ",1,1\n",
        "1234567890,1,1\n",
        "1,1234567890,1\n",
        "\n",
        "1,1,1\r2,2,2\n",
        "1,1,1\r\r\n",
        "1,1,-",
        "1,1,100\n",
        "\"1\",1,1\n",
        "1;1;1\n",
        "-1,1,1\n",
        "1,1,1 \n",
        " 1,1,1\n",
        "1,1,+1\n",
        "a,1,1\n",
        "1,1,1\u00001\n",
        "1,1,x\n",
        "/,1,1\n",
        "1,:,1\n"
      })
  void theFastPathLeavesEveryOtherRowToTheExactOne(String row) throws Exception {
    for (String rest : List.of("", "2,2,2\n3,3,3\n")) {
      CsvSource source =
          Csv.source("rating.csv", Csv.RATING_HEADER + "7,7,7\n8,8,-1\n9,9,10\n" + row + rest);

      assertThat(RatingScan.read(source, digest(), 2, 64, Progress.NONE)).isNull();
    }
  }

  @Test
  void theFastPathLeavesRowsLongerThanABlockToTheExactOne() throws Exception {
    CsvSource source = Csv.source("rating.csv", Csv.RATING_HEADER + "1".repeat(200) + ",1,1\n");

    assertThat(RatingScan.read(source, digest(), 2, 64, Progress.NONE)).isNull();
  }

  private static MessageDigest digest() throws Exception {
    return MessageDigest.getInstance("SHA-256");
  }
}
