package osusume.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.progress.Progress;

class ArchiveTest {
  private static final Map<String, String> WHOLE =
      Map.of("anime.csv", Csv.ANIME, "rating.csv", Csv.RATING);

  @TempDir Path folder;

  private void refuses(Path file, String sentence) {
    assertThatThrownBy(() -> KaggleImport.read("kaggle", false, List.of(file), Progress.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessage(sentence);
  }

  @Test
  void anArchiveWithoutTheFilesSaysWhatItHolds() throws Exception {
    Map<String, String> others = new LinkedHashMap<>();
    others.put("photos/cat.jpg", "x");
    others.put("__MACOSX/._anime.csv", "x");
    refuses(
        Csv.zip(folder.resolve("a.zip"), others),
        "a.zip holds neither anime.csv nor rating.csv. It holds \"photos/cat.jpg\","
            + " \"__MACOSX/._anime.csv\". Choose Kaggle's archive.zip.");
    for (int i = 0; i < 20; i++) {
      others.put(i + ".txt", "");
    }
    assertThatThrownBy(() -> Csv.read(List.of(Csv.zip(folder.resolve("b.zip"), others))))
        .hasMessageEndingWith("\"7.txt\" and others. Choose Kaggle's archive.zip.");
    refuses(
        Csv.zip(folder.resolve("c.zip"), Map.of("ANIME.csv", Csv.ANIME)),
        "rating.csv is missing: found only ANIME.csv in c.zip. Choose Kaggle's archive.zip, or"
            + " anime.csv and rating.csv together.");
  }

  @Test
  void noArchiveAtAll() throws Exception {
    refuses(
        Files.writeString(folder.resolve("a.zip"), "hello"),
        "a.zip is no zip archive. Get the file again.");
    refuses(Files.createFile(folder.resolve("b.zip")), "b.zip is empty. Get the file again.");
  }

  @Test
  void anArchiveThatWasCut() throws Exception {
    byte[] whole = Files.readAllBytes(Csv.zip(folder.resolve("whole.zip"), WHOLE));
    for (int length : List.of(4, 50, whole.length / 2, whole.length - 1)) {
      refuses(
          Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length)),
          "cut.zip is cut or damaged: it can't be read as a zip archive. Get the file again.");
    }
  }

  @Test
  void aFlippedByteInTheContentIsNoticed() throws Exception {
    byte[] whole = Files.readAllBytes(stored(folder.resolve("whole.zip")));
    int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf("2,7,8");
    whole[at + 4] = '9';
    refuses(
        Files.write(folder.resolve("bad.zip"), whole),
        "bad.zip is damaged: \"rating.csv\" in it can't be unpacked. Get the file again.");
  }

  private static Path stored(Path file) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(0);
      for (String name : List.of("anime.csv", "rating.csv")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(WHOLE.get(name).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  /** A byte of the archive's own tables may be of no meaning; the data must be right or refused. */
  @Test
  void whateverByteIsFlippedNothingElseIsRead() throws Exception {
    byte[] whole = Files.readAllBytes(Csv.zip(folder.resolve("whole.zip"), WHOLE));
    String expected = Csv.ratings(Csv.read(Csv.ANIME, Csv.RATING));
    int refused = 0;
    for (int at = 0; at < whole.length; at++) {
      byte[] altered = whole.clone();
      altered[at] ^= 0x10;
      Path file = Files.write(folder.resolve("altered.zip"), altered);
      try {
        assertThat(Csv.ratings(Csv.read(List.of(file)))).isEqualTo(expected);
      } catch (IOException e) {
        assertThat(e.getMessage()).contains("altered.zip");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(whole.length / 2);
  }

  @Test
  void aPasswordIsSaid() throws Exception {
    byte[] zip = Files.readAllBytes(Csv.zip(folder.resolve("whole.zip"), WHOLE));
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 4 < zip.length; at++) {
      // The flag that says "encrypted", in each entry of the central directory.
      if (bytes.getInt(at) == 0x02014b50) {
        zip[at + 8] |= 1;
      }
    }
    refuses(
        Files.write(folder.resolve("secret.zip"), zip),
        "secret.zip is protected by a password. Unpack it and choose its two CSV files.");
  }

  @Test
  void namesThatPointElsewhereDoNoHarm() throws Exception {
    Path zip =
        Csv.zip(
            folder.resolve("a.zip"),
            Map.of("../../anime.csv", Csv.ANIME, "/etc/rating.csv", Csv.RATING));

    assertThat(Csv.read(List.of(zip)).ratings().entryCount()).isEqualTo(5);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(zip);
    }
  }

  @Test
  void twoOfTheSame() throws Exception {
    refuses(
        Csv.zip(
            folder.resolve("a.zip"),
            new LinkedHashMap<>(Map.of("1/rating.csv", Csv.RATING, "2/rating.csv", Csv.RATING))),
        "anime.csv is missing: found only rating.csv in a.zip and rating.csv in a.zip. Choose"
            + " Kaggle's archive.zip, or anime.csv and rating.csv together.");
  }

  @Test
  void aBombThatSaysItsSizeIsRefusedAtOnce() throws Exception {
    Path zip = bomb(folder.resolve("bomb.zip"));

    refuses(zip, sentence(zip, 120));
  }

  @Test
  void aBombThatLiesAboutItsSizeIsRefusedWhileItUnpacks() throws Exception {
    Path honest = bomb(folder.resolve("bomb.zip"));
    byte[] bytes = Files.readAllBytes(honest);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 4 < bytes.length; at++) {
      if (buffer.getInt(at) == 0x02014b50 && buffer.getInt(at + 24) > 1 << 20) {
        buffer.putInt(at + 24, 1000);
      }
    }
    Files.write(honest, bytes);

    assertThatThrownBy(() -> Csv.read(List.of(honest)))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("bomb.zip");
  }

  private static Path bomb(Path file) throws IOException {
    byte[] block = "1,5,3\n".repeat(10 << 16).getBytes(StandardCharsets.UTF_8);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("anime.csv"));
      zip.write(Csv.ANIME.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("rating.csv"));
      zip.write(Csv.RATING_HEADER.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 32; i++) {
        zip.write(block);
      }
    }
    return file;
  }

  private static String sentence(Path zip, int megabytes) throws IOException {
    try (var opened = new java.util.zip.ZipFile(zip.toFile())) {
      long compressed = opened.getEntry("rating.csv").getCompressedSize() >> 10;
      return "bomb.zip: \"rating.csv\" unpacks to %d MB or more from %d KB, which no list of ratings does. Get the file again from Kaggle."
          .formatted(megabytes, compressed);
    }
  }
}
