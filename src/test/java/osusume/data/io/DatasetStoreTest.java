package osusume.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.ImportReport.Cause;
import osusume.data.ImportReport.Finding;
import osusume.data.RatingMatrix;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

class DatasetStoreTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("sets").resolve("kaggle.data");
  }

  @RepeatedTest(30)
  void whatIsReadIsWhatWasWritten(RepetitionInfo repetition) throws Exception {
    Dataset data = random(new SplittableRandom(repetition.getCurrentRepetition()));

    DatasetStore.write(file, data, Progress.NONE);

    assertSame(DatasetStore.read(file), data);
    assertThat(Files.list(file.getParent())).containsExactly(file);
  }

  private static Dataset random(SplittableRandom random) {
    String[] texts = {"", "Drama", "Sci-Fi", "恋愛", "a, b", "\uD83D\uDE00", "Unknown", "\"q\"\n"};
    List<Anime> titles = new ArrayList<>();
    for (int n = random.nextInt(40), id = 0; n > 0; n--) {
      id += 1 + random.nextInt(1 << 20);
      List<String> genres = new ArrayList<>();
      for (int g = random.nextInt(4); g > 0; g--) {
        genres.add(texts[random.nextInt(texts.length)]);
      }
      titles.add(
          new Anime(
              id,
              "Title " + texts[random.nextInt(texts.length)],
              genres,
              texts[random.nextInt(texts.length)],
              random.nextInt(-1, 2000),
              random.nextInt(3) == 0 ? Double.NaN : random.nextDouble(1, 10),
              random.nextInt(Integer.MAX_VALUE)));
    }
    int[] ids = new int[random.nextInt(50)];
    int[] starts = new int[ids.length + 1];
    List<Integer> columns = new ArrayList<>();
    for (int user = 0; user < ids.length; user++) {
      ids[user] = (user == 0 ? 0 : ids[user - 1]) + 1 + random.nextInt(1 << 24);
      for (int column = 0; column < titles.size(); column++) {
        if (random.nextInt(3) == 0) {
          columns.add(column);
        }
      }
      starts[user + 1] = columns.size();
    }
    byte[] values = new byte[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (random.nextInt(4) == 0 ? -1 : 1 + random.nextInt(10));
    }
    int[] array = columns.stream().mapToInt(Integer::intValue).toArray();
    var matrix = new RatingMatrix(ids, starts, array, values, titles.size());
    List<Finding> findings = new ArrayList<>();
    for (Cause cause : Cause.values()) {
      if (random.nextBoolean()) {
        List<Long> lines = random.nextBoolean() ? List.of() : List.of(2L, 1L << 40);
        findings.add(new Finding(cause, "anime.csv in archive.zip", random.nextInt(), lines));
      }
    }
    var report =
        new ImportReport(titles.size(), ids.length, values.length, matrix.unratedCount(), findings);
    return new Dataset(
        "set-" + random.nextInt(9),
        random.nextBoolean(),
        new Catalogue(titles),
        matrix,
        "fp" + random.nextLong(),
        report);
  }

  private static void assertSame(Dataset found, Dataset expected) {
    assertThat(found.name()).isEqualTo(expected.name());
    assertThat(found.simulated()).isEqualTo(expected.simulated());
    assertThat(found.fingerprint()).isEqualTo(expected.fingerprint());
    assertThat(found.report()).isEqualTo(expected.report());
    assertThat(found.catalogue().size()).isEqualTo(expected.catalogue().size());
    for (int row = 0; row < expected.catalogue().size(); row++) {
      assertThat(found.catalogue().anime(row)).isEqualTo(expected.catalogue().anime(row));
    }
    assertThat(found.ratings().rowIds()).isEqualTo(expected.ratings().rowIds());
    assertThat(found.ratings().starts()).isEqualTo(expected.ratings().starts());
    assertThat(found.ratings().columns()).isEqualTo(expected.ratings().columns());
    assertThat(found.ratings().values()).isEqualTo(expected.ratings().values());
    assertThat(found.ratings().columnCount()).isEqualTo(expected.ratings().columnCount());
  }

  @Test
  void theSummaryTellsWhatIsInIt() throws Exception {
    Dataset data = Csv.read(Csv.write(folder, Csv.ANIME, Csv.RATING + "1,77,5\n"));
    Instant before = Instant.now();

    DatasetStore.write(file, data, Progress.NONE);

    StoreSummary summary = DatasetStore.summary(file);
    assertThat(summary.name()).isEqualTo("kaggle");
    assertThat(summary.simulated()).isFalse();
    assertThat(summary.titles()).isEqualTo(3);
    assertThat(summary.users()).isEqualTo(3);
    assertThat(summary.ratings()).isEqualTo(5);
    assertThat(summary.unrated()).isEqualTo(1);
    assertThat(summary.fingerprint()).isEqualTo(data.fingerprint());
    assertThat(summary.report()).isEqualTo(data.report());
    assertThat(summary.importedAt()).isBetween(before, Instant.now());
  }

  @Test
  void everyCutIsNoticed() throws Exception {
    byte[] whole = stored();
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertDamaged(() -> DatasetStore.read(file));
      assertDamaged(() -> DatasetStore.summary(file));
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertDamaged(() -> DatasetStore.read(file));
  }

  @Test
  void everyFlippedBitIsNoticed() throws Exception {
    byte[] whole = stored();
    for (int at = 0; at < whole.length; at++) {
      byte[] altered = whole.clone();
      altered[at] ^= (byte) (1 << at % 8);
      Files.write(file, altered);
      assertDamaged(() -> DatasetStore.read(file));
    }
  }

  private byte[] stored() throws IOException {
    DatasetStore.write(file, Csv.read(Csv.ANIME, Csv.RATING), Progress.NONE);
    return Files.readAllBytes(file);
  }

  private void assertDamaged(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOf(DamagedStoreException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageEndingWith(". Import the data again.");
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    byte[] whole = stored();
    Files.writeString(file, "user_id,anime_id,rating\n");
    assertThatThrownBy(() -> DatasetStore.read(file))
        .hasMessage(file + " is no data set that Osusume stored. Import the data again.");
    Files.write(file, Arrays.copyOf(whole, whole.length - 7));
    assertThatThrownBy(() -> DatasetStore.read(file))
        .hasMessage(
            "%s is damaged: it has %d bytes, but should have %d. Import the data again."
                .formatted(file, whole.length - 7, whole.length));
    byte[] content = whole.clone();
    content[whole.length - 1] ^= 1;
    Files.write(file, content);
    assertThatThrownBy(() -> DatasetStore.read(file))
        .hasMessage(
            file + " is damaged: its content does not match its checksum. Import the data again.");
    byte[] newer = whole.clone();
    newer[8] = 2;
    Files.write(file, newer);
    assertThatThrownBy(() -> DatasetStore.summary(file))
        .hasMessage(
            file
                + " was stored in format 2, but this program reads format 1. Import the data"
                + " again.");
  }

  @Test
  void aFileThatIsNotThereIsNotADamagedOne() {
    assertThatThrownBy(() -> DatasetStore.read(file))
        .isNotInstanceOf(DamagedStoreException.class)
        .hasMessage("Could not read " + file + ": there is no such file or folder.");
  }

  /**
   * Whatever sizes a header claims, and even if its checksum is right, they are held against the
   * file.
   */
  @Test
  void hostileSizesAreRefusedBeforeAnythingIsAllocated() throws Exception {
    byte[] whole = stored();
    ByteBuffer header = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    int headerEnd = StoreHeader.FIXED_BYTES + header.getInt(12);
    for (int claim : List.of(Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 1 << 30, 1 << 20)) {
      for (int at = StoreHeader.FIXED_BYTES; at + 4 <= headerEnd; at++) {
        byte[] altered = whole.clone();
        ByteBuffer bytes = ByteBuffer.wrap(altered).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(at, claim);
        seal(altered, headerEnd);
        Files.write(file, altered);
        readOrRefuse();
      }
      ByteBuffer bytes = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
      bytes.putInt(12, claim);
      Files.write(file, bytes.array());
      assertDamaged(() -> DatasetStore.read(file));
    }
  }

  /** A header that was altered where it is only told on (a name, a time) may still be a header. */
  private void readOrRefuse() throws IOException {
    try {
      assertThat(DatasetStore.read(file).ratings().entryCount()).isEqualTo(5);
    } catch (DamagedStoreException e) {
      assertThat(e.getMessage()).endsWith(". Import the data again.");
    }
  }

  private static void seal(byte[] file, int headerEnd) {
    var crc = new CRC32C();
    crc.update(file, StoreHeader.FIXED_BYTES, headerEnd - StoreHeader.FIXED_BYTES);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(16, (int) crc.getValue());
  }

  /**
   * The content is altered and its checksum set right: what makes no sense is refused all the same.
   */
  @Test
  void contentThatMakesNoSenseIsRefusedEvenWithTheRightChecksum() throws Exception {
    byte[] whole = stored();
    StoreHeader header = header(whole);
    int headerEnd = headerEnd(whole);
    alter(
        whole,
        header,
        headerEnd,
        StoreHeader.COLUMNS,
        0,
        3,
        "it has ratings of titles that it lacks");
    alter(
        whole,
        header,
        headerEnd,
        StoreHeader.COLUMNS,
        0,
        -1,
        "it has ratings of titles that it lacks");
    alter(whole, header, headerEnd, StoreHeader.STARTS, 4, 77, "its users are not in order");
    alter(whole, header, headerEnd, StoreHeader.STARTS, 0, 1, "its users are not in order");
    alter(whole, header, headerEnd, StoreHeader.USER_IDS, 4, 1, "its users are not in order");
    alter(whole, header, headerEnd, StoreHeader.TITLES, 0, 1 << 30, "its titles make no sense");
    alter(whole, header, headerEnd, StoreHeader.TITLES, 4, -5, "its titles make no sense");
  }

  private static int headerEnd(byte[] file) {
    return StoreHeader.FIXED_BYTES
        + ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
  }

  private static StoreHeader header(byte[] file) throws IOException {
    return StoreHeader.of(Arrays.copyOf(file, headerEnd(file)), file.length, "x");
  }

  private void alter(
      byte[] whole, StoreHeader header, int headerEnd, int section, int at, int value, String how)
      throws IOException {
    byte[] altered = whole.clone();
    ByteBuffer bytes = ByteBuffer.wrap(altered).order(ByteOrder.LITTLE_ENDIAN);
    int start = (int) header.start(section, headerEnd);
    bytes.putInt(start + at, value);
    var crc = new CRC32C();
    crc.update(altered, start, (int) header.lengths()[section]);
    bytes.putInt(StoreHeader.FIXED_BYTES + 12 * section + 8, (int) crc.getValue());
    seal(altered, headerEnd);
    Files.write(file, altered);

    assertThatThrownBy(() -> DatasetStore.read(file))
        .isInstanceOf(DamagedStoreException.class)
        .hasMessage("%s is damaged: %s. Import the data again.".formatted(file, how));
  }

  @Test
  void aCancelledWriteLeavesTheOldFileAndNothingBesideIt() throws Exception {
    byte[] old = stored();
    Progress cancelled =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };

    assertThatThrownBy(() -> DatasetStore.write(file, random(new SplittableRandom(4)), cancelled))
        .isInstanceOf(CancelledException.class);

    assertThat(Files.readAllBytes(file)).isEqualTo(old);
    assertThat(Files.list(file.getParent())).containsExactly(file);
  }

  @Test
  void aFolderThatIsAFileIsSaid() throws Exception {
    Files.writeString(folder.resolve("sets"), "no folder");

    assertThatThrownBy(
            () -> DatasetStore.write(file, Csv.read(Csv.ANIME, Csv.RATING), Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Could not write " + file + ": ");
    assertThat(Files.readString(folder.resolve("sets"))).isEqualTo("no folder");
  }

  @Test
  void takesAboutFiveBytesARating() throws Exception {
    StringBuilder rating = new StringBuilder(Csv.RATING_HEADER);
    for (int user = 1; user <= 20_000; user++) {
      rating.append(user + ",1,8\n" + user + ",5,7\n" + user + ",7,-1\n");
    }
    DatasetStore.write(file, Csv.read(Csv.ANIME, rating.toString()), Progress.NONE);

    // 5 bytes a rating, 8 a user, and the rest.
    assertThat(Files.size(file)).isBetween(60_000 * 5L, 60_000 * 5L + 20_000 * 8L + 2_000);
  }
}
