package osusume.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.data.Anime;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.ImportReport.Cause;
import osusume.data.ImportReport.Finding;
import osusume.data.ImportReport.Outcome;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

class KaggleImportTest {
  @TempDir Path folder;

  @Test
  void keepsTitlesInTheFilesOrderAndRatingsByUserAndTitle() throws Exception {
    Dataset data = Csv.read(Csv.write(folder, Csv.ANIME, Csv.RATING));

    assertThat(data.name()).isEqualTo("kaggle");
    assertThat(data.simulated()).isFalse();
    assertThat(data.catalogue().size()).isEqualTo(3);
    assertThat(data.catalogue().anime(0))
        .isEqualTo(
            new Anime(
                5,
                "Cowboy Bebop",
                List.of("Action", "Adventure", "Sci-Fi"),
                "TV",
                26,
                8.82,
                486824));
    assertThat(data.catalogue().anime(1).name()).isEqualTo("Kimi no Na wa.");
    assertThat(data.ratings().rowIds()).containsExactly(1, 2, 9);
    assertThat(data.ratings().starts()).containsExactly(0, 2, 4, 5);
    assertThat(data.ratings().columns()).containsExactly(0, 1, 0, 2, 1);
    assertThat(data.ratings().values()).containsExactly(-1, 10, 7, 8, 1);
    assertThat(data.report()).isEqualTo(new ImportReport(3, 3, 5, 1, List.of()));
  }

  @Test
  void countsWhatItMendsAndDropsWithTheLines() throws Exception {
    String anime =
        Csv.ANIME_HEADER
            + "1,First,Drama,TV,Unknown,7.5,10\n" // dropped: 1 comes again
            + "2,\"Line\nbreak\",,,,,\n" // lines 3 and 4: all is missing
            + "\n"
            + "3,Rosario &amp; &quot;Vampire&quot;,Comedy,TV,unknown,6.5,30\n" // line 6
            + "1,Second,Drama,Movie,1,8,10\n";
    String rating =
        Csv.RATING_HEADER
            + "1,1,5\n" // line 2, dropped: comes again
            + "1,99,5\n" // line 3, dropped: no such title
            + "1,3,\n" // line 4, mended
            + "2,99,-1\n" // line 5, dropped
            + "1,1,6\n" // line 6, dropped: comes again
            + "1,1,7\n";

    Dataset data = Csv.read(anime, rating);

    assertThat(data.catalogue().anime(0))
        .isEqualTo(new Anime(2, "Line\nbreak", List.of("Unknown"), "Unknown", -1, Double.NaN, 0));
    assertThat(data.catalogue().anime(1).name()).isEqualTo("Rosario & \"Vampire\"");
    assertThat(data.catalogue().anime(2).name()).isEqualTo("Second");
    assertThat(Csv.ratings(data)).isEqualTo("1,3,-1\n1,1,7\n");
    assertThat(data.report())
        .isEqualTo(
            new ImportReport(
                3,
                1,
                2,
                1,
                List.of(
                    finding(Cause.DUPLICATE_ANIME, "anime.csv", 1, 2),
                    finding(Cause.UNKNOWN_EPISODES, "anime.csv", 2, 3, 6),
                    finding(Cause.MISSING_GENRE, "anime.csv", 1, 3),
                    finding(Cause.MISSING_TYPE, "anime.csv", 1, 3),
                    finding(Cause.MISSING_ANIME_RATING, "anime.csv", 1, 3),
                    finding(Cause.MISSING_MEMBERS, "anime.csv", 1, 3),
                    finding(Cause.HTML_ENTITY, "anime.csv", 1, 6),
                    finding(Cause.DUPLICATE_RATING, "rating.csv", 2, 2, 6),
                    finding(Cause.UNKNOWN_ANIME, "rating.csv", 2, 3, 5),
                    finding(Cause.MISSING_RATING, "rating.csv", 1, 4))));
    assertThat(data.report().counts(Outcome.DROPPED))
        .isEqualTo(Map.of("duplicate_anime", 1, "duplicate_rating", 2, "unknown_anime", 2));
  }

  private static Finding finding(Cause cause, String file, int count, long... lines) {
    List<Long> boxed = new ArrayList<>();
    for (long line : lines) {
      boxed.add(line);
    }
    return new Finding(cause, file, count, boxed);
  }

  @Test
  void keepsTheFirstFiveLinesOfACause() throws Exception {
    StringBuilder rating = new StringBuilder(Csv.RATING_HEADER);
    for (int i = 0; i < 20; i++) {
      rating.append(i % 2 == 0 ? "3,5,4\n" : "4,77,4\n");
    }

    ImportReport report = Csv.read(Csv.ANIME, rating.toString()).report();

    assertThat(report.findings())
        .containsExactly(
            finding(Cause.DUPLICATE_RATING, "rating.csv", 9, 2, 4, 6, 8, 10),
            finding(Cause.UNKNOWN_ANIME, "rating.csv", 10, 3, 5, 7, 9, 11));
  }

  @Test
  void theLastRowOfAUserAndTitleWinsAlsoWhenTheUsersRowsAreScattered() throws Exception {
    Dataset data =
        Csv.read(Csv.ANIME, Csv.RATING_HEADER + "2,5,1\n1,5,2\n2,7,3\n1,5,4\n2,5,5\n2,1,-1\n");

    assertThat(Csv.ratings(data)).isEqualTo("1,5,4\n2,5,5\n2,1,-1\n2,7,3\n");
    assertThat(data.report().findings())
        .containsExactly(finding(Cause.DUPLICATE_RATING, "rating.csv", 2, 2, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFuser_id,anime_id,rating\n1,1,10\n1,5,-1\n2,7,8\n2,5,7\n9,1,1\n",
        "user_id,anime_id,rating\r\n1,1,10\r\n1,5,-1\r\n2,7,8\r\n2,5,7\r\n9,1,1\r\n",
        "user_id,anime_id,rating\r1,1,10\r1,5,-1\r2,7,8\r2,5,7\r9,1,1\r",
        "user_id,anime_id,rating\n1,1,10\n1,5,-1\n2,7,8\n2,5,7\n9,1,1",
        "rating,user_id,anime_id\n10,1,1\n-1,1,5\n8,2,7\n7,2,5\n1,9,1\n",
        "User_ID, Anime_ID ,RATING\n1,1,10\n1,5,-1\n2,7,8\n2,5,7\n9,1,1\n",
        "user_id,anime_id,rating,when\n1,1,10,a\n1,5,-1,b\n2,7,8,\"c,\nd\"\n2,5,7,é\n9,1,1,\n",
        "user_id,anime_id,rating\n1,1,10.0\n1,5,-1.0\n2,7,8.\n2,5,7.00\n9,1,1.0\n",
        "user_id,anime_id,rating\n\"1\",\"1\",\"10\"\n1,5,\n2,7,8\n2,5,7\n9,1,1\n",
        "\"user_id\",\"anime_id\",\"rating\"\n1,1,10\n1,5,-1\n2,7,8\n2,5,7\n9,1,1\n",
        "user_id,anime_id,rating\n 1 ,1,10\n\n1,5,-1\n2,7, 8\n2,5,7\n\n9,1,1\n\n",
        "user_id,anime_id,rating\n01,001,10\n1,5,-1\n2,7,08\n2,5,7\n9,1,1\n",
      })
  void readsRatingsHoweverTheyAreWritten(String rating) throws Exception {
    Dataset data = Csv.read(Csv.ANIME, rating);

    assertThat(Csv.ratings(data)).isEqualTo("1,5,-1\n1,1,10\n2,5,7\n2,7,8\n9,1,1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFanime_id,name,genre,type,episodes,rating,members\n"
            + "5,\"A \"\"b\"\", c\",Drama,TV,2,8.5,9\n",
        "anime_id,name,genre,type,episodes,rating,members\r\n"
            + "5,\"A \"\"b\"\", c\",Drama,TV,2,8.5,9\r\n",
        "members,x,name,rating,anime_id,episodes,type,genre\n"
            + "9,?,\"A \"\"b\"\", c\",8.50,5,2.0,TV,Drama",
      })
  void readsTitlesHoweverTheyAreWritten(String anime) throws Exception {
    Dataset data = Csv.read(anime, Csv.RATING_HEADER + "1,5,3\n");

    assertThat(data.catalogue().anime(0))
        .isEqualTo(new Anime(5, "A \"b\", c", List.of("Drama"), "TV", 2, 8.5, 9));
  }

  @Test
  void idsMayBeAsLargeAsAnInt() throws Exception {
    Dataset data =
        Csv.read(
            Csv.ANIME_HEADER + "2147483647,Last,Drama,TV,1,5,1\n3,First,Drama,TV,1,5,1\n",
            Csv.RATING_HEADER + "2147483647,2147483647,3\n2147483646,3,4\n1,4,5\n");

    assertThat(Csv.ratings(data)).isEqualTo("2147483646,3,4\n2147483647,2147483647,3\n");
    assertThat(data.report().counts(Outcome.DROPPED)).isEqualTo(Map.of("unknown_anime", 1));
  }

  @Test
  void zipFolderFilesAndStreamsGiveTheSame() throws Exception {
    List<Path> files = Csv.write(folder, Csv.ANIME, Csv.RATING);
    Path zip =
        Csv.zip(
            folder.resolve("kaggle.zip"),
            Map.of("a/b/anime.csv", Csv.ANIME, "x/RATING.CSV", Csv.RATING, "notes.txt", "hello"));
    String expected =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest((Csv.ANIME + Csv.RATING).getBytes(StandardCharsets.UTF_8)));
    List<Dataset> all =
        List.of(
            Csv.read(files),
            Csv.read(files.reversed()),
            Csv.read(List.of(folder)),
            Csv.read(List.of(zip)),
            Csv.read(Csv.ANIME, Csv.RATING));

    for (Dataset data : all) {
      assertThat(data.fingerprint()).isEqualTo(expected);
      assertThat(Csv.ratings(data)).isEqualTo(Csv.ratings(all.getFirst()));
    }
  }

  @Test
  void theFingerprintIsTheSameOnTheExactPath() throws Exception {
    String rating = "rating,user_id,anime_id\n10,1,1\n";

    assertThat(Csv.read(Csv.ANIME, rating).fingerprint())
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest((Csv.ANIME + rating).getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void filesAreToldApartByTheirHeadersNotTheirNames() throws Exception {
    Path anime = Files.writeString(folder.resolve("rating.csv"), Csv.ANIME);
    Path rating = Files.writeString(folder.resolve("anime.csv"), Csv.RATING);

    assertThat(Csv.ratings(Csv.read(List.of(anime, rating))))
        .isEqualTo("1,5,-1\n1,1,10\n2,5,7\n2,7,8\n9,1,1\n");
  }

  @Test
  void aFolderMayHoldTheArchive() throws Exception {
    Csv.zip(
        folder.resolve("archive.zip"), Map.of("anime.csv", Csv.ANIME, "rating.csv", Csv.RATING));

    assertThat(Csv.read(List.of(folder)).ratings().entryCount()).isEqualTo(5);
  }

  @Test
  void aUserAllOfWhoseTitlesAreUnknownIsNoUser() throws Exception {
    Dataset data = Csv.read(Csv.ANIME, Csv.RATING_HEADER + "1,5,3\n2,99,4\n3,7,5\n");

    assertThat(data.ratings().rowIds()).containsExactly(1, 3);
    assertThat(data.ratings().starts()).containsExactly(0, 1, 2);
  }

  @Test
  void classPathResourcesCanBeRead() throws Exception {
    CsvSource rating = CsvSource.ofResource(KaggleImportTest.class, "small-rating.csv");
    Dataset data =
        KaggleImport.read(
            "demo",
            true,
            CsvSource.ofResource(KaggleImportTest.class, "small-anime.csv"),
            rating,
            Progress.NONE);

    assertThat(data.simulated()).isTrue();
    assertThat(data.ratings().entryCount()).isEqualTo(2);
    assertThat(rating.name()).isEqualTo("small-rating.csv");
    assertThatThrownBy(() -> CsvSource.ofResource(KaggleImportTest.class, "/none.csv").open())
        .isInstanceOf(IOException.class)
        .hasMessage("The program's own file /none.csv is missing. Install the program again.");
  }

  @Test
  void reportsProgressFromNothingToAllWithoutGoingBack() throws Exception {
    List<Double> fractions = Collections.synchronizedList(new ArrayList<>());
    List<String> messages = Collections.synchronizedList(new ArrayList<>());
    Progress progress =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            fractions.add(fraction);
            messages.add(message);
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    List<Path> files = Csv.write(folder, Csv.ANIME, manyRatings(300_000));

    KaggleImport.read("kaggle", false, files, progress);

    assertThat(fractions).isSorted().first().isEqualTo(0.0);
    assertThat(fractions.getLast()).isCloseTo(1.0, within(0.0));
    assertThat(messages).first().isEqualTo("reading anime.csv");
    assertThat(messages)
        .anyMatch(m -> m.matches("reading rating\\.csv: .* of about \\S+( M)? rows"));
  }

  private static String manyRatings(int rows) {
    StringBuilder text = new StringBuilder(Csv.RATING_HEADER);
    for (int i = 0; i < rows; i++) {
      text.append(i / 3 + 1).append(',').append(new int[] {1, 5, 7}[i % 3]).append(",8\n");
    }
    return text.toString();
  }

  /** Cancels at the n-th question, for every n until the import is through before it is asked. */
  @ParameterizedTest
  @ValueSource(strings = {"user_id,anime_id,rating\n", "USER_ID,anime_id,rating\n"})
  void canBeCancelledAtEveryStep(String header) throws Exception {
    String rating = manyRatings(200_000).replaceFirst(Csv.RATING_HEADER, header);
    List<Path> files = Csv.write(folder, Csv.ANIME, rating);
    int cancelled = 0;
    for (int n = 0; n < 2000; n = n * 3 / 2 + 1) {
      AtomicInteger left = new AtomicInteger(n);
      try {
        KaggleImport.read("kaggle", false, files, cancelAfter(left));
        assertThat(left.get()).as("asked less often than it was to be cancelled").isNotNegative();
        assertThat(cancelled).isGreaterThan(3);
        return;
      } catch (CancelledException e) {
        cancelled++;
      }
    }
    throw new AssertionError("The import never ended.");
  }

  /** As JavaFX does when a task is cancelled. */
  @Test
  void anInterruptedThreadIsACancelledOne() throws Exception {
    List<Path> files = Csv.write(folder, Csv.ANIME, Csv.RATING);
    Path store = folder.resolve("kaggle.data");
    Dataset data = Csv.read(files);
    DatasetStore.write(store, data, Progress.NONE);
    byte[] before = Files.readAllBytes(store);
    List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> works =
        List.of(
            () -> Csv.read(files),
            () -> Csv.read(Csv.ANIME, Csv.RATING),
            () -> DatasetStore.read(store),
            () -> DatasetStore.summary(store),
            () -> DatasetStore.write(store, data, Progress.NONE));

    for (var work : works) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(work).isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
    }
    assertThat(Files.readAllBytes(store)).isEqualTo(before);
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(3);
    }
  }

  private static Progress cancelAfter(AtomicInteger left) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {}

      @Override
      public boolean cancelled() {
        return left.getAndDecrement() <= 0;
      }
    };
  }
}
