package osusume.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.data.Dataset;
import osusume.data.ImportReport.Outcome;
import osusume.progress.Progress;

/** The real archive, where it lies beside the project; the figures were computed with pandas. */
class RealDataTest {
  private static final Path ARCHIVE = Path.of("../shared/data/archive.zip");

  private static Dataset data;

  @BeforeAll
  static void read() throws Exception {
    assumeTrue(Files.exists(ARCHIVE), "There is no " + ARCHIVE + ".");
    data = KaggleImport.read("kaggle", false, List.of(ARCHIVE), Progress.NONE);
  }

  @Test
  void countsWhatPandasCounts() {
    assertThat(data.report().anime()).isEqualTo(12_294);
    assertThat(data.report().users()).isEqualTo(3_500);
    assertThat(data.report().ratings()).isEqualTo(363_347);
    assertThat(data.report().unrated()).isEqualTo(69_913);
    assertThat(data.report().counts(Outcome.DROPPED)).isEmpty();
    assertThat(data.report().counts(Outcome.MENDED))
        .isEqualTo(
            Map.of(
                "unknown_episodes", 340,
                "missing_genre", 62,
                "missing_type", 25,
                "missing_anime_rating", 230,
                "html_entity", 292));
  }

  @Test
  void holdsEveryRatingThatPandasReads() {
    int[] counts = new int[12];
    long sum = 0;
    var ratings = data.ratings();
    for (int row = 0; row < ratings.rowCount(); row++) {
      for (int i = ratings.starts()[row]; i < ratings.starts()[row + 1]; i++) {
        counts[ratings.values()[i] + 1]++;
        int anime = data.catalogue().anime(ratings.columns()[i]).id();
        sum += 31L * ratings.idOfRow(row) + 7L * anime + ratings.values()[i];
      }
    }
    assertThat(counts)
        .containsExactly(
            69_913, 0, 972, 1_163, 2_015, 4_829, 13_454, 30_208, 64_346, 75_648, 57_223, 43_576);
    assertThat(sum).isEqualTo(42_487_465_304L);
  }

  @Test
  void hasTheFingerprintThatSha256sumGives() {
    assertThat(data.fingerprint())
        .isEqualTo("e3ea7152c45570d9f37c508dd21cd8e9483b202251f3cc53d6a16f7b68ce4420");
  }

  @Test
  void isStoredAndExportedWithoutLoss(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("kaggle.data");
    DatasetStore.write(store, data, Progress.NONE);
    Dataset again = DatasetStore.read(store);
    Path anime = folder.resolve("anime.csv");
    int[] all = new int[data.catalogue().size()];
    for (int row = 0; row < all.length; row++) {
      all[row] = row;
    }
    AnimeCsv.write(anime, again.catalogue(), all);
    Path rating = Files.writeString(folder.resolve("rating.csv"), Csv.RATING_HEADER + "1,1,1\n");
    Dataset exported = Csv.read(List.of(anime, rating));

    assertThat(again.ratings().columns()).isEqualTo(data.ratings().columns());
    assertThat(again.ratings().values()).isEqualTo(data.ratings().values());
    for (int row = 0; row < all.length; row++) {
      assertThat(again.catalogue().anime(row)).isEqualTo(data.catalogue().anime(row));
      assertThat(exported.catalogue().anime(row)).isEqualTo(data.catalogue().anime(row));
    }
  }
}
