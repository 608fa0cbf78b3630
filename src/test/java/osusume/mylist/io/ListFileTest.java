package osusume.mylist.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import osusume.data.io.BadInputException;
import osusume.mylist.ImportedList;
import osusume.mylist.ListEntry;
import osusume.mylist.ListOrigin;
import osusume.mylist.MyList;
import osusume.mylist.RandomLists;
import osusume.mylist.TitleKey;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

class ListFileTest {
  private static final String XML =
      "<myanimelist><anime><series_animedb_id>457</series_animedb_id><my_status>1</my_status></anime></myanimelist>";
  private static final String CSV = "title,name,status\nmal:457,Mushishi,watching\n";
  private static final String JSON =
      """
      {"format":"osusume-export","version":1,"exported":"2026-01-02T03:04:05Z","entries":[
      {"title":"mal:457","name":"Mushishi","status":"watching","changed":"2026-01-01T00:00:00Z"}
      ]}
      """;

  @TempDir Path folder;

  private ImportedList read(String name, byte[] bytes) throws IOException {
    return ListFile.read(Files.write(folder.resolve(name), bytes), Progress.NONE);
  }

  private ImportedList read(String text) throws IOException {
    return read("my list", text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  @Test
  void aFileIsWhatItHoldsWhateverItsName() throws IOException {
    assertThat(read("a.csv", XML.getBytes(StandardCharsets.UTF_8)).origin())
        .isEqualTo(ListOrigin.MYANIMELIST);
    assertThat(read("a.xml", CSV.getBytes(StandardCharsets.UTF_8)).origin())
        .isEqualTo(ListOrigin.CSV);
    assertThat(read("a.xml.gz", JSON.getBytes(StandardCharsets.UTF_8)).origin())
        .isEqualTo(ListOrigin.JSON);
    for (String text : List.of(XML, CSV, JSON)) {
      ImportedList list = read("a.txt", packed(text.getBytes(StandardCharsets.UTF_8)));
      assertThat(list.name()).isEqualTo("a.txt");
      assertThat(list.entries())
          .singleElement()
          .extracting(ListEntry::key)
          .isEqualTo(TitleKey.mal(457));
      assertThat(list.notes()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void textIsReadInEveryUsualEncodingWithAndWithoutAMark(Charset charset) throws IOException {
    for (String text : List.of(XML, CSV, JSON)) {
      for (String before : List.of("", "\uFEFF", "\uFEFF \r\n")) {
        boolean marked = charset.equals(StandardCharsets.UTF_16) && !before.isEmpty();
        if (marked || text.equals(CSV) && before.length() > 1) {
          continue;
        }
        assertThat(read("x", (before + text).getBytes(charset)).entries())
            .as("%s %s", text, before.length())
            .hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                    | is empty.
          '  '                  | is empty but for spaces.
          PK\\3\\4              | is a zip archive. Unpack it and choose the file in it.
          %PDF-1.7              | is a PDF document.
          <!DOCTYPE html><html> | is a web page, perhaps the one that asks you to log in.
          ' <HTML lang="en">'   | is a web page
          user_id,anime_id,rating | is a file of Kaggle's data set, the ratings of many people
          anime_id,name,genre,type,episodes,rating,members | is a file of Kaggle's data set
          1a2b3c4d {"format":"osusume-list","version":1} | the file in which Osusume itself keeps a list
          title;name;status     | divided by semicolons instead of commas
          Hello there           | is no list: it starts with "Hello there".
          <rss></rss>           | its outermost element is <rss> and not <myanimelist>.
          {"a":1}               | is JSON, but no list that Osusume exported.
          [1,2]                 | is JSON, but no list that Osusume exported.
          {"format":"other"}    | is JSON, but no list that Osusume exported.
          """)
  void whatIsNoListIsNamed(String text, String sentence) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("my list")
        .hasMessageContaining(sentence)
        .hasMessageContaining("Choose the file that MyAnimeList's export page gives");
  }

  @Test
  void picturesFoldersAndMissingFilesAreNamed() {
    assertThatThrownBy(() -> read("x", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
        .hasMessageContaining("is a picture.");
    assertThatThrownBy(() -> read("x", new byte[] {5, 4, 3, 2}))
        .hasMessageContaining("is no text.");
    assertThatThrownBy(() -> read("x", packed(packed(new byte[9]))))
        .hasMessageContaining("is packed twice.");
    assertThatThrownBy(() -> ListFile.read(folder, Progress.NONE))
        .hasMessageContaining("is a folder.");
    assertThatThrownBy(() -> ListFile.read(folder.resolve("none"), Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is no such file or folder");
  }

  @Test
  void aSmallFileThatUnpacksToAHugeOneIsNotUnpackedToItsEnd() throws IOException {
    String piece = "<!--" + " ".repeat((1 << 20) - 7) + "-->";
    byte[] huge = ("<myanimelist>" + piece.repeat(100)).getBytes(StandardCharsets.UTF_8);
    byte[] bomb = packed(huge);
    assertThat(bomb.length).isLessThan(1 << 20);
    assertThatThrownBy(() -> read("bomb.xml.gz", bomb))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("is too large for a list: more than");
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsCutAnywhereIsRefusedOrWhole(ListFormat format) throws IOException {
    MyList list = new RandomLists(8).next(40);
    Path file = folder.resolve("whole");
    ListExport.write(file, list, format);
    byte[] whole = Files.readAllBytes(file);
    byte[] gzip = packed(whole);
    Random random = new Random(3);
    for (int i = 0; i < 150; i++) {
      byte[] of = i % 2 == 0 ? whole : gzip;
      byte[] cut = Arrays.copyOf(of, random.nextInt(of.length - 3));
      try {
        // A table has no end mark: where it is cut behind a row it is a shorter table.
        List<ListEntry> entries = read("cut", cut).entries();
        assertThat(format).isEqualTo(ListFormat.CSV);
        assertThat(list.entries()).containsAll(entries);
      } catch (BadInputException e) {
        assertThat(e).hasMessageStartingWith("cut");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedFileIsRefusedWithASentenceOrReadButNeverMore(ListFormat format) throws IOException {
    Path file = folder.resolve("whole");
    ListExport.write(file, new RandomLists(5).next(12), format);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(9);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] damaged = whole.clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        read("damaged", damaged);
      } catch (BadInputException e) {
        refused++;
        assertThat(e.getMessage()).startsWith("damaged").endsWith(".");
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void aListHoldsAsOfItsExport() throws IOException {
    byte[] bytes = XML.getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("animelist_1700000000_-_123.xml"), bytes);
    Instant told = Instant.ofEpochSecond(1_700_000_000);
    ImportedList list = ListFile.read(file, Progress.NONE);
    assertThat(list.exportedAt()).isEqualTo(told);
    assertThat(list.entries().getFirst().changed()).isEqualTo(told);
    file = Files.write(folder.resolve("animelist_1600000000_7.xml"), bytes);
    assertThat(ListFile.read(file, Progress.NONE).exportedAt())
        .isEqualTo(Instant.ofEpochSecond(1_600_000_000));
    Instant changed = Instant.parse("2020-02-03T04:05:06Z");
    for (String name :
        List.of("x.xml", "animelist_99999999999_-_1.xml", "animelist_000000001_-_1.xml")) {
      file = Files.write(folder.resolve(name), bytes);
      Files.setLastModifiedTime(file, FileTime.from(changed));
      assertThat(ListFile.read(file, Progress.NONE).exportedAt()).as(name).isEqualTo(changed);
    }
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2999-01-01T00:00:00Z")));
    assertThat(ListFile.read(file, Progress.NONE).exportedAt()).isBeforeOrEqualTo(Instant.now());
    assertThat(read(JSON).exportedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
  }

  @Test
  void readingIsToldOfAndCanBeCancelled() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), XML);
    assertThatThrownBy(
            () ->
                ListFile.read(
                    file,
                    new Progress() {
                      private boolean told;

                      @Override
                      public void report(double fraction, String message) {
                        assertThat(fraction).isBetween(0.0, 1.0);
                        assertThat(message).isEqualTo("reading x");
                        told = true;
                      }

                      @Override
                      public boolean cancelled() {
                        return told;
                      }
                    }))
        .isInstanceOf(CancelledException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title,status,wishes#mal:1,watching,x | line 1: the column "wishes" is not known
          title,status,status#mal:1,watching,x | line 1: the column "status" stands there twice
          title,status,score#mal:1,watching,11 | line 2: "Anime mal:1": The score of "Anime mal:1" is 11
          title,status,score#mal:1,watching,x  | line 2: score is "x", but must be a whole number
          title,status#mal:1,sleeping          | line 2: "Anime mal:1": There is no status "sleeping"
          title,status#mal:0,watching          | "mal:0" is no title
          title,status#,watching               | is no title
          title,status#mal:1                   | line 2: found 1 fields, but expected 2
          title,status,others#mal:1,watching,[]| others is [], but must be an object
          title,status,others#mal:1,watching,x | others is "x", but must be empty or a JSON object
          title,status,changed#mal:1,watching,x| changed is "x", but must be a time like
          title,status#mal:1,"watching         | is no CSV from some line on
          title,status#mal:1,watching#mal:1,dropped | says different things of it in line 2 and in line 3
          """)
  void tablesThatMakeNoSenseAreRefused(String table, String sentence) {
    assertThatThrownBy(() -> read(table.replace('#', '\n')))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aTableWrittenByHandNeedsLittle() throws IOException {
    ImportedList list =
        read("Status,Title,Score\r\nOn Hold,mal:457,9\r\n,,\r\n\r\nplanned,mal:1,\r\n");
    assertThat(list.entries())
        .extracting(Object::toString)
        .isEqualTo(
            List.of(
                    ListEntry.of(
                            TitleKey.mal(457),
                            "Anime mal:457",
                            "",
                            -1,
                            osusume.mylist.Status.ON_HOLD,
                            list.exportedAt())
                        .but()
                        .score(9)
                        .build(),
                    ListEntry.of(
                        TitleKey.mal(1),
                        "Anime mal:1",
                        "",
                        -1,
                        osusume.mylist.Status.PLANNED,
                        list.exportedAt()))
                .stream()
                .map(Object::toString)
                .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "version":1  | "version":2  | line 1: this is version 2 of the form
          "version":1  | "version":"x"| line 1: this is version x of the form
          "exported":"2026 | "exported":"yesterday | line 1: exported is
          "entries":[  | "entries":5, "x":[ | line 1: entries must be an array
          "entries":[  | "wishes":[ | line 1: there is no field "wishes"
          ]}           | ]}x | line 3: this is no JSON
          ]}           | ]}{} | line 3: there is more after the end
          ]}           | ] | cut off: its end is missing
          mal:457      | kal:457 | line 2: "Mushishi": "kal:457" is no title
          watching     | napping | line 2: "Mushishi": There is no status "napping"
          "name":      | "label": | line 2: Entries have no field "label".
          {"title"     | 5,{"title" | line 2: An entry is 5, but must be an object.
          """)
  void jsonThatMakesNoSenseIsRefused(String found, String instead, String sentence) {
    assertThatThrownBy(() -> read(JSON.replace(found, instead)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void timesInTheFutureCountAsNow() throws IOException {
    String far = "2099-01-01T00:00:00Z";
    String xml =
        XML.replace(
            "</anime>",
            "<?osusume {\"changed\":\"%s\",\"rated\":\"%s\"}?></anime>".formatted(far, far));
    String csv = "title,name,status,changed,rated\nmal:457,Mushishi,watching," + far + "," + far;
    String json =
        JSON.replace(
            "\"changed\":\"2026-01-01T00:00:00Z\"",
            "\"changed\":\"%s\",\"rated\":\"%s\"".formatted(far, far));
    for (String text : List.of(xml, csv, json)) {
      Instant before = Instant.now();
      ListEntry entry = read(text).entries().getFirst();
      assertThat(entry.changed()).isBetween(before, Instant.now());
      assertThat(entry.rated()).isEqualTo(entry.changed());
    }
  }

  @ParameterizedTest
  @CsvSource({"+1000000000-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
  void timesInYearsThatNoCalendarHasAreRefused(String time) {
    String json = JSON.replace("\"changed\":", "\"rated\":\"%s\",\"changed\":".formatted(time));
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("rated is \"" + time + "\", but must be a time like");
  }
}
