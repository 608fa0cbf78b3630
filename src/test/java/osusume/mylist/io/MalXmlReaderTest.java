package osusume.mylist.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import osusume.data.io.BadInputException;
import osusume.mylist.ImportedList;
import osusume.mylist.ListEntry;
import osusume.mylist.PartialDate;
import osusume.mylist.Status;
import osusume.mylist.TitleKey;
import osusume.progress.Progress;

class MalXmlReaderTest {
  private static final Instant EXPORTED = Instant.ofEpochSecond(1_700_000_000);

  /** As MyAnimeList writes it. */
  private static final String EXPORT =
      """
      <?xml version="1.0" encoding="UTF-8" ?>
      <!--
       Created by XML Export feature at MyAnimeList.net
      -->
      <myanimelist>
        <myinfo>
          <user_id>1</user_id>
          <user_name>someone</user_name>
          <user_export_type>1</user_export_type>
          <user_total_anime>1</user_total_anime>
        </myinfo>
        <anime>
          <series_animedb_id>457</series_animedb_id>
          <series_title><![CDATA[Mushishi]]></series_title>
          <series_type>TV</series_type>
          <series_episodes>26</series_episodes>
          <my_id>0</my_id>
          <my_watched_episodes>30</my_watched_episodes>
          <my_start_date>2015-03-00</my_start_date>
          <my_finish_date>0000-00-00</my_finish_date>
          <my_rated></my_rated>
          <my_score>9</my_score>
          <my_storage></my_storage>
          <my_storage_value>0.00</my_storage_value>
          <my_status>On-Hold</my_status>
          <my_comments><![CDATA[ "so" <quiet> &amp; slow ]]></my_comments>
          <my_times_watched>2</my_times_watched>
          <my_rewatch_value></my_rewatch_value>
          <my_priority>LOW</my_priority>
          <my_tags><![CDATA[蟲, quiet]]></my_tags>
          <update_on_import>0</update_on_import>
        </anime>
      </myanimelist>
      """;

  @TempDir Path folder;

  private ImportedList read(String text) throws IOException {
    return ListFile.read(
        Files.writeString(folder.resolve("animelist_1700000000_-_1.xml"), text), Progress.NONE);
  }

  private static String anime(String... elements) {
    return "<anime>\n<series_animedb_id>1</series_animedb_id>\n<my_status>Completed</my_status>\n"
        + String.join("\n", elements)
        + "\n</anime>\n";
  }

  private static String list(String... anime) {
    return "<myanimelist>\n" + String.join("", anime) + "</myanimelist>";
  }

  @Test
  void anExportIsReadWithAllItSays() throws IOException {
    ImportedList list = read(EXPORT);
    assertThat(list.notes()).isEmpty();
    assertThat(list.entries())
        .containsExactly(
            ListEntry.of(TitleKey.mal(457), "Mushishi", "TV", 26, Status.ON_HOLD, EXPORTED)
                .but()
                .score(9)
                .seen(30)
                .started(new PartialDate(2015, 3, 0))
                .rewatches(2)
                .tags("蟲, quiet")
                .comments("\"so\" <quiet> &amp; slow")
                .others(Map.of("my_id", "0", "my_storage_value", "0.00", "my_priority", "LOW"))
                .build());
  }

  @ParameterizedTest
  @CsvSource({
    "Watching,WATCHING", "1,WATCHING", "completed,COMPLETED", "2,COMPLETED", "ON-HOLD,ON_HOLD",
    "on hold,ON_HOLD", "3,ON_HOLD", "Dropped,DROPPED", "4,DROPPED", "Plan to Watch,PLANNED",
    "PlanToWatch,PLANNED", "6,PLANNED"
  })
  void aStatusIsANameOrANumber(String text, Status status) throws IOException {
    assertThat(read(list(anime()).replace("Completed", text)).entries().getFirst().status())
        .isEqualTo(status);
  }

  @Test
  void whatOtherProgramsSayIsKeptWordForWord() throws IOException {
    String element = "<x a='1'>\n<y>1</y> <y>2</y> two  words </x><z><![CDATA[<b>]]></z><e/>";
    assertThat(read(list(anime(element))).entries().getFirst().others())
        .isEqualTo(Map.of("x", "two  words", "x/y", "1", "x/y/2", "2", "z", "<b>"));
  }

  @Test
  void littleIsNeeded() throws IOException {
    assertThat(read(list(anime())).entries())
        .containsExactly(
            ListEntry.of(TitleKey.mal(1), "Anime 1", "", -1, Status.COMPLETED, EXPORTED));
  }

  @Test
  void anEmptyListIsAList() throws IOException {
    ImportedList list = read("<myanimelist/>");
    assertThat(list.entries()).isEmpty();
    assertThat(list.notes()).containsExactly("The list is empty.");
  }

  @Test
  void aDateWithoutAYearIsLeftOutAndNoted() throws IOException {
    ImportedList list = read(list(anime("<my_start_date>0000-05-12</my_start_date>")));
    assertThat(list.entries().getFirst().started()).isEqualTo(PartialDate.NONE);
    assertThat(list.notes()).containsExactly("One date without a year is left out.");
  }

  @Test
  void aDateThatCannotBeIsKeptAsFarAsItCanBeAndNoted() throws IOException {
    ImportedList list =
        read(
            list(
                anime(
                    "<my_start_date>2015-00-15</my_start_date>",
                    "<my_finish_date>2015-02-30</my_finish_date>")));
    ListEntry entry = list.entries().getFirst();
    assertThat(entry.started()).isEqualTo(new PartialDate(2015, 0, 0));
    assertThat(entry.finished()).isEqualTo(new PartialDate(2015, 2, 0));
    assertThat(list.notes())
        .containsExactly(
            "2 dates that can't be (as 2015-00-15 or 2015-02-30) are kept as far as they can be.");
    assertThat(PartialDate.ofWhatCanBe(2015, 13, 5)).isEqualTo(new PartialDate(2015, 0, 0));
    assertThat(PartialDate.ofWhatCanBe(2016, 2, 29)).isEqualTo(new PartialDate(2016, 2, 29));
    assertThat(PartialDate.ofWhatCanBe(0, 2, 29)).isEqualTo(PartialDate.NONE);
  }

  @Test
  void lettersThatXmlCantHoldAreReplacedAndNoted() throws IOException {
    ImportedList list = read(list(anime("<my_tags>a\0b\uFFFFc😀\u001b</my_tags>")));
    assertThat(list.entries().getFirst().tags()).isEqualTo("a\uFFFDb\uFFFDc😀\uFFFD");
    assertThat(list.notes())
        .containsExactly("3 letters that XML can't hold were replaced by \uFFFD.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<myanimelist><anime a='#'/></myanimelist>",
        "<myanimelist><!--#--></myanimelist>",
        "<myanimelist><?a #?></myanimelist>",
        "<!DOCTYPE myanimelist [<!--#-->]><myanimelist/>",
        "<myanimelist><anime><a><![CDATA[#]]></a></anime></myanimelist>"
      })
  void noStretchFillsTheMemory(String text) {
    String long5 = "x".repeat(5 << 20);
    assertThatThrownBy(() -> read(text.replace("#", long5)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("longer than");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <my_score>11</my_score> | my_score is "11", but must be a whole number from 0 to 10
          <my_score>-1</my_score> | my_score is "-1", but must be
          <my_score>8.5</my_score> | my_score is "8.5", but must be
          <series_episodes>many</series_episodes> | series_episodes is "many", but must be a whole number, 0 or more
          <my_watched_episodes>-3</my_watched_episodes> | my_watched_episodes is "-3"
          <my_times_watched>99999999999</my_times_watched> | my_times_watched is "99999999999"
          <my_start_date>2015-2-30</my_start_date> | my_start_date is "2015-2-30", but must be a date like
          <my_finish_date>yesterday</my_finish_date> | my_finish_date is "yesterday"
          <my_status>Dropped</my_status> | my_status stands here twice for one title, as "Completed" and as "Dropped"
          <?osusume {]?> | "Monster": Osusume's note in the file is no JSON.
          <?osusume {"wish":1}?> | Entries have no field "wish".
          <?osusume {"score":11}?> | The score of "Monster" is 11
          """)
  void oneWrongValueRefusesTheFileWithTitleAndLine(String element, String sentence) {
    String second =
        anime("<series_title>Monster</series_title>", element).replace("id>1<", "id>2<");
    assertThatThrownBy(() -> read(list(anime(), second)))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(
            "animelist_1700000000_-_1.xml, line %d: \"Monster\": "
                .formatted(element.startsWith("<?") ? 7 : 11)
                .replace(element.contains("Dropped") ? "\"Monster\": " : "\n", ""))
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id>1< | id>0<  | line 3: an entry without a title: series_animedb_id is "0", but must be a whole number, 1 or more
          id>1< | id><   | line 3: an entry without a title: series_animedb_id is empty
          series_animedb_id | my_id | line 2: an entry without a title: series_animedb_id is empty
          Completed | Sleeping | line 4: an entry without a title: my_status is "Sleeping", but must be Watching, Completed, On-Hold, Dropped or Plan to Watch
          Completed | 5 | my_status is "5"
          my_status | my_mood | my_status is empty
          """)
  void idAndStatusMustBeThere(String found, String instead, String sentence) {
    assertThatThrownBy(() -> read(list(anime()).replace(found, instead)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void repeatedEntriesCountOnceAndContradictingOnesRefuseTheFile() throws IOException {
    ImportedList list = read(list(anime(), anime(), anime()));
    assertThat(list.entries()).hasSize(1);
    assertThat(list.notes())
        .containsExactly("2 entries are repeated word for word; each is counted once.");
    assertThatThrownBy(() -> read(list(anime(), anime("<my_score>3</my_score>"))))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("has \"Anime 1\" (mal:1) twice")
        .hasMessageContaining("in line 2 and in line 7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<myanimelist>\n<manga><manga_mangadb_id>1</manga_mangadb_id></manga></myanimelist>",
        "<myanimelist>\n<myinfo><user_export_type>2</user_export_type></myinfo></myanimelist>"
      })
  void aMangaListIsNamed(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("line 2: this is the export of a manga list; Osusume knows anime.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <myanimelist><anime> | line 1: the file is cut off, its end is missing.
          <myanimelist></anime></myanimelist> | line 1: this is no XML (
          <myanimelist a=1/> | line 1: this is no XML (
          <myanimelist>&lol;</myanimelist> | line 1: the file uses an entity of its own (&lol;)
          <myanimelist>&#0;</myanimelist> | line 1: this is no XML (
          <myanimelist/><myanimelist/> | line 1: this is no XML (
          <?xml version="1.0" encoding="klingon"?><myanimelist/> | in the encoding klingon
          <?xml version="2.0"?><myanimelist/> | line 1: this is no XML (
          """)
  void whatIsNoXmlIsRefusedWithItsLine(String text, String sentence) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aCutFileIsNamedInEveryLanguageOfTheSystem() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.JAPAN);
    try {
      assertThatThrownBy(() -> read(EXPORT.substring(0, 900)))
          .hasMessageContaining("the file is cut off, its end is missing.");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theLineIsRightBehindSpacesBeforeTheDeclaration() {
    assertThatThrownBy(() -> read("\n\r\n " + EXPORT.replace("<my_score>9", "<my_score>99")))
        .hasMessageContaining("line 24: \"Mushishi\"");
  }

  @Test
  void aDeclarationOfTwoBytesALetterThatCantBeRightIsPassedOver() throws IOException {
    assertThat(read(EXPORT.replace("UTF-8", "UTF-16")).entries()).hasSize(1);
    Files.write(
        folder.resolve("x.xml"),
        list(anime("<series_title>é</series_title>")).getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ListFile.read(folder.resolve("x.xml"), Progress.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("holds bytes that are no text");
    Files.write(
        folder.resolve("x.xml"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?>"
                + list(anime("<series_title>é</series_title>")))
            .getBytes(StandardCharsets.ISO_8859_1));
    assertThat(ListFile.read(folder.resolve("x.xml"), Progress.NONE).entries().getFirst().title())
        .isEqualTo("é");
  }

  @Test
  @Timeout(20)
  void aBillionLaughsAreNotLaughed() {
    StringBuilder entities = new StringBuilder("<!ENTITY l0 \"lol\">\n");
    for (int i = 1; i < 30; i++) {
      entities.append("<!ENTITY l%d \"%s\">%n".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
    }
    String bomb =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE myanimelist [\n"
            + entities
            + "]>\n"
            + list(anime("<my_comments>&l29;</my_comments>"));
    long start = System.nanoTime();
    assertThatThrownBy(() -> read(bomb))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("uses an entity of its own (&l29;)");
    assertThatThrownBy(() -> read(bomb.replace("<my_comments>&l29;", "<my_comments a='&l29;'>")))
        .isInstanceOf(BadInputException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aDocumentTypeIsPassedOverAndNothingIsFetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    String type = "<!DOCTYPE myanimelist SYSTEM \"%s\">\n".formatted(secret.toUri());
    assertThat(read(type + list(anime())).entries()).hasSize(1);
    String external =
        "<!DOCTYPE myanimelist [<!ENTITY x SYSTEM \"%s\">]>\n".formatted(secret.toUri());
    assertThatThrownBy(() -> read(external + list(anime("<my_tags>&x;</my_tags>"))))
        .isInstanceOf(BadInputException.class)
        .hasMessageNotContaining("secret\"")
        .hasMessageContaining("uses an entity of its own (&x;)");
  }

  @Test
  void elementsBelowElementsHaveAnEnd() {
    assertThatThrownBy(() -> read(list("<anime>" + "<a>".repeat(100_000))))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("elements lie deeper within each other than in any list");
    assertThatThrownBy(() -> read(list(anime("<my_tags>" + "x".repeat(2 << 20) + "</my_tags>"))))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("is longer than");
    StringBuilder elements = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      elements.append("<a").append(i).append("/>");
    }
    assertThatThrownBy(() -> read(list(anime(elements.toString()))))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("more than 1,000 elements are said of one title");
  }

  @Test
  void fiftyThousandTitlesAreReadAndAHundredThousandAndOneAreTooMany() throws IOException {
    assertThat(read(many(50_000)).entries()).hasSize(50_000);
    assertThatThrownBy(() -> read(many(100_001)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("holds more than 100,000 titles");
  }

  private static String many(int count) {
    StringBuilder text = new StringBuilder("<myanimelist>\n");
    for (int id = 1; id <= count; id++) {
      text.append(anime().replace("id>1<", "id>" + id + "<"));
    }
    return text.append("</myanimelist>").toString();
  }
}
