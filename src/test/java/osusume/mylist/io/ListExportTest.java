package osusume.mylist.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import osusume.mylist.ImportedList;
import osusume.mylist.ListEntry;
import osusume.mylist.MyList;
import osusume.mylist.PartialDate;
import osusume.mylist.RandomLists;
import osusume.mylist.Status;
import osusume.mylist.TitleKey;
import osusume.progress.Progress;

class ListExportTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final int LISTS = 120;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void exportThenImportGivesTheSameList(ListFormat format) throws IOException {
    RandomLists lists = new RandomLists(4);
    for (int i = 0; i < LISTS; i++) {
      MyList list = lists.next(i);
      Path file = folder.resolve("list." + format.suffix() + (i % 10 == 0 ? ".gz" : ""));
      ListExport.write(file, list, format);
      ImportedList read = ListFile.read(file, Progress.NONE);
      assertThat(MyList.of(read.entries())).as("list %d", i).isEqualTo(list);
      assertThat(read.entries()).as("in order").containsExactlyElementsOf(list.entries());
    }
  }

  @Test
  void aNameThatEndsInGzIsPacked() throws IOException {
    Path file = folder.resolve("list.xml.GZ");
    ListExport.write(file, MyList.of(List.of(mushishi())), ListFormat.MYANIMELIST);
    assertThat(Files.readAllBytes(file)).startsWith(0x1f, 0x8b);
    assertThat(ListFile.read(file, Progress.NONE).entries()).containsExactly(mushishi());
  }

  @Test
  void theXmlIsWhatMyAnimeListImports() throws IOException {
    ListEntry unwanted =
        ListEntry.of(TitleKey.mal(5), "Nope -->", "TV", 3, Status.NOT_INTERESTED, NOW)
            .but()
            .reason("too long ?> <anime>")
            .build();
    ListEntry elsewhere = ListEntry.of(TitleKey.aniList(7), "Web", "ONA", 1, Status.PLANNED, NOW);
    Path file = folder.resolve("list.xml");
    ListExport.write(
        file, MyList.of(List.of(mushishi(), unwanted, elsewhere)), ListFormat.MYANIMELIST);
    assertThat(file)
        .hasContent(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <myanimelist>
            <myinfo>
              <user_export_type>1</user_export_type>
              <user_total_anime>1</user_total_anime>
              <user_total_watching>0</user_total_watching>
              <user_total_completed>1</user_total_completed>
              <user_total_onhold>0</user_total_onhold>
              <user_total_dropped>0</user_total_dropped>
              <user_total_plantowatch>0</user_total_plantowatch>
            </myinfo>
            <anime>
              <series_animedb_id>457</series_animedb_id>
              <series_title><![CDATA[Mushishi]]></series_title>
              <series_type>TV</series_type>
              <series_episodes>26</series_episodes>
              <my_watched_episodes>26</my_watched_episodes>
              <my_start_date>2015-03-00</my_start_date>
              <my_finish_date>2015-04-02</my_finish_date>
              <my_score>10</my_score>
              <my_status>Completed</my_status>
              <my_comments><![CDATA[an end: ]]]]><![CDATA[> & more]]></my_comments>
              <my_times_watched>2</my_times_watched>
              <my_tags><![CDATA[quiet, slow]]></my_tags>
              <my_priority>LOW &amp; behold</my_priority>
              <update_on_import>1</update_on_import>
            <?osusume {"changed":"2026-11-23T15:00:00Z"}?>
            </anime>
            <?osusume {"title":"mal:5","name":"Nope --\\u003e","type":"TV","episodes":3,"status":"not_interested","reason":"too long ?\\u003e <anime\\u003e","changed":"2026-11-23T15:00:00Z"}?>
            <?osusume {"title":"anilist:7","name":"Web","type":"ONA","episodes":1,"status":"planned","changed":"2026-11-23T15:00:00Z"}?>
            </myanimelist>
            """);
  }

  @Test
  void noCellOfTheTableIsAFormula() throws IOException {
    ListEntry entry =
        ListEntry.of(TitleKey.mal(1), "=HYPERLINK(\"http://x\")", "TV", 1, Status.PLANNED, NOW)
            .but()
            .comments("@SUM(A1)")
            .tags("-1+1")
            .reason("'=quoted already")
            .build();
    Path file = folder.resolve("list.csv");
    ListExport.write(file, MyList.of(List.of(entry)), ListFormat.CSV);
    assertThat(Files.readAllLines(file).get(1))
        .isEqualTo(
            "mal:1,\"'=HYPERLINK(\"\"http://x\"\")\",TV,1,planned,,,,,,'-1+1,'@SUM(A1),''=quoted"
                + " already,,2026-11-23T15:00:00Z,");
    assertThat(ListFile.read(file, Progress.NONE).entries()).containsExactly(entry);
  }

  @Test
  void whatCantBeWrittenLeavesTheOldFile() throws IOException {
    Path file = Files.createDirectories(folder.resolve("taken/by/a.folder")).getParent();
    assertThatThrownBy(() -> ListExport.write(file, MyList.EMPTY, ListFormat.JSON))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Could not write " + file);
    assertThat(file.resolve("a.folder")).isDirectory();
  }

  private static ListEntry mushishi() {
    return ListEntry.of(TitleKey.mal(457), "Mushishi", "TV", 26, Status.COMPLETED, NOW)
        .but()
        .score(10)
        .seen(26)
        .started(new PartialDate(2015, 3, 0))
        .finished(new PartialDate(2015, 4, 2))
        .rewatches(2)
        .tags("quiet, slow")
        .comments("an end: ]]> & more")
        .others(Map.of("my_priority", "LOW & behold"))
        .build();
  }
}
