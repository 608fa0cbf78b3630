package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import osusume.data.Catalogue;
import osusume.mylist.ListEntry;
import osusume.mylist.MyList;
import osusume.mylist.Status;
import osusume.mylist.TitleKey;
import osusume.mylist.io.ListExport;
import osusume.mylist.io.ListFile;
import osusume.mylist.io.ListFormat;
import osusume.progress.Progress;
import osusume.recommend.SmallWorld;
import osusume.ui.state.Messages;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

/** How lists come in and go out of the window, and what becomes of files that are no lists. */
@ExtendWith(ApplicationExtension.class)
class ListImportTest {
  private static final Catalogue CATALOGUE = SmallWorld.data().catalogue();
  private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir static Path temp;
  private TestWindow window;
  private boolean closed;

  @Start
  void start(Stage ofTestFx) throws IOException {
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
    window.keep(SmallWorld.data());
  }

  private void open(List<ListEntry> entries) throws IOException {
    act(() -> window.show(new Stage(), TabPage.ANIME));
    if (!entries.isEmpty()) {
      SampleLists.keep(window, entries);
    }
    window.open();
    until(() -> window.assembly.list().get().size() == entries.size());
  }

  @AfterEach
  void close() {
    if (!closed) {
      window.close();
    }
  }

  private static ListEntry entry(int title, int score, int minutes) {
    return ListEntry.of(CATALOGUE.anime(title), Status.COMPLETED, THEN.plusSeconds(60L * minutes))
        .but()
        .score(score)
        .build();
  }

  private static final List<ListEntry> MINE =
      List.of(entry(0, 9, 10), entry(1, 6, 10), entry(2, 5, 10));

  /** Title 0 as mine, 1 differs and is older, 2 differs and is newer, 3 is new, one is not here. */
  private static final List<ListEntry> THEIRS =
      List.of(
          entry(0, 9, 10),
          entry(1, 7, 1),
          entry(2, 8, 20),
          entry(3, 4, 1),
          ListEntry.of(TitleKey.mal(900), "Nowhere", "TV", 12, Status.PLANNED, THEN));

  private Path file(List<ListEntry> entries) throws IOException {
    Path file = window.folder.resolve("theirs.json");
    ListExport.write(file, MyList.of(entries), ListFormat.JSON);
    return file;
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(window.folder.resolve(name), content);
  }

  private MyList list() {
    return onFx(() -> window.assembly.list().get());
  }

  private int scoreOf(int title) {
    return list().ofAnime(CATALOGUE.anime(title).id()).orElseThrow().score();
  }

  private void bring(Path file) {
    act(() -> window.assembly.incoming().take(List.of(file)));
  }

  private void untilWaiting() {
    until(() -> window.assembly.listImport().waitingProperty().get() != null);
    until(() -> count("new") >= 0);
  }

  private int count(String name) {
    Node found = window.find("mylist-merge", Node.class).lookup("#merge-count-" + name);
    return found == null ? -1 : Integer.parseInt(((Label) found).getText());
  }

  private void fire(String button) {
    act(() -> window.find(button, Button.class).fire());
  }

  private String trouble() {
    until(() -> !window.assembly.listImport().troubleProperty().get().isEmpty());
    assertThat(TestWindow.shown(window.find("mylist-trouble", Node.class))).isTrue();
    return window.find("mylist-trouble-why", Label.class).getText();
  }

  @Test
  void aListThatIsBroughtToAnyTabIsShownBeforeItIsMerged() throws IOException {
    open(MINE);
    bring(file(THEIRS));
    untilWaiting();
    assertThat(window.assembly.navigation().tabProperty().get()).isEqualTo(TabPage.MY_LIST);
    assertThat(count("new")).isEqualTo(2);
    assertThat(count("differ")).isEqualTo(2);
    assertThat(count("same")).isEqualTo(1);
    assertThat(count("onlyMine")).isZero();
    assertThat(count("unknown")).isEqualTo(1);
    assertThat(list()).isEqualTo(MyList.of(MINE));
    fire("merge-do");
    until(() -> list().size() == 5);
    assertThat(scoreOf(1)).isEqualTo(6);
    assertThat(scoreOf(2)).isEqualTo(8);
    Messages.Message told = onFx(() -> window.assembly.messages().shown().getLast());
    assertThat(told.sentence()).isEqualTo("2 added, 1 changed by the import.");
    act(told.action().orElseThrow().run());
    until(() -> list().equals(MyList.of(MINE)));
  }

  @Test
  void aMergeThatCannotBeWrittenLeavesTheListWaiting() throws IOException {
    open(MINE);
    bring(file(THEIRS));
    untilWaiting();
    Path folder = window.places.list();
    Path aside = folder.resolveSibling("aside");
    Files.move(folder, aside);
    Files.writeString(folder, "a file where the folder should be");
    fire("merge-do");
    until(() -> !window.assembly.messages().shown().isEmpty());
    assertThat(list()).isEqualTo(MyList.of(MINE));
    untilWaiting();
    Files.delete(folder);
    Files.move(aside, folder);
    until(() -> !window.find("merge-do", Button.class).isDisabled());
    fire("merge-do");
    until(() -> list().size() == 5);
  }

  @Test
  void theRuleDecidesWhatWillBe() throws IOException {
    open(MINE);
    bring(file(THEIRS));
    untilWaiting();
    Button merge = window.find("merge-do", Button.class);
    until(() -> merge.getText().equals("Merge 3 titles"));
    act(
        () -> {
          window.find("merge-theirs", RadioButton.class).setSelected(true);
          assertThat(merge.isDisabled()).as("until the plan by that rule is shown").isTrue();
        });
    until(() -> !merge.isDisabled());
    until(() -> merge.getText().equals("Merge 4 titles"));
    assertThat(willBe()).containsExactly("score 7", "score 8");
    act(() -> window.find("merge-mine", RadioButton.class).setSelected(true));
    until(() -> merge.getText().equals("Merge 2 titles"));
    assertThat(willBe()).containsExactly("score 6", "score 5");
    fire("merge-do");
    until(() -> list().size() == 5);
    assertThat(scoreOf(2)).isEqualTo(5);
  }

  private List<Object> willBe() {
    TableView<?> table = window.find("merge-table", TableView.class);
    return onFx(
        () ->
            java.util.stream.IntStream.range(0, table.getItems().size())
                .mapToObj(row -> table.getColumns().getLast().getCellData(row))
                .map(Object.class::cast)
                .toList());
  }

  @Test
  void whoThinksBetterOfItKeepsTheirList() throws IOException {
    open(MINE);
    bring(file(THEIRS));
    untilWaiting();
    fire("merge-leave");
    assertThat(TestWindow.shown(window.find("mylist-table", Node.class))).isTrue();
    assertThat(list()).isEqualTo(MyList.of(MINE));
    assertThat(window.assembly.messages().shown()).isEmpty();
  }

  @Test
  void toImportTheSameTwiceChangesNothingTheSecondTime() throws IOException {
    open(MINE);
    bring(file(THEIRS));
    untilWaiting();
    fire("merge-do");
    until(() -> list().size() == 5);
    MyList merged = list();
    bring(file(THEIRS));
    untilWaiting();
    Button merge = window.find("merge-do", Button.class);
    until(() -> merge.getText().equals("Nothing to merge"));
    assertThat(merge.isDisabled()).isTrue();
    assertThat(list()).isEqualTo(merged);
  }

  @Test
  void anEmptyListTakesAFileByItsButton() throws IOException {
    open(List.of());
    act(() -> window.assembly.navigation().tabProperty().set(TabPage.MY_LIST));
    window.toImport = List.of(file(THEIRS));
    fire("mylist-empty-import");
    untilWaiting();
    fire("merge-do");
    until(() -> list().equals(MyList.of(THEIRS)));
  }

  @Test
  void whatIsNoListIsRefusedInPlaceAndTheListStaysAsItWas() throws IOException {
    open(MINE);
    String head = "<?xml version=\"1.0\"?><myanimelist><myinfo/>";
    String one = "<anime><series_animedb_id>1</series_animedb_id><series_title>A</series_title>";
    String rest = "<my_status>Completed</my_status></anime></myanimelist>";
    List<Path> hostile =
        List.of(
            file("cut.xml", head + one),
            file("score.xml", head + one + "<my_score>11</my_score>" + rest),
            file("status.xml", head + one + "<my_status>Bored</my_status></anime></myanimelist>"),
            file(
                "manga.xml",
                head + "<manga><manga_mangadb_id>1</manga_mangadb_id></manga></myanimelist>"),
            file("root.xml", "<cats/>"),
            file("laughs.xml", laughs()),
            file("list.json", "{\"format\":\"something\"}"));
    for (Path file : hostile) {
      bring(file);
      assertThat(trouble()).contains(file.getFileName().toString());
      assertThat(list()).isEqualTo(MyList.of(MINE));
      fire("mylist-trouble-away");
      assertThat(TestWindow.shown(window.find("mylist-trouble", Node.class))).isFalse();
    }
  }

  private static String laughs() {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE myanimelist [<!ENTITY a \"ha\">");
    for (char c = 'b'; c < 'z'; c++) {
      String before = "&" + (char) (c - 1) + ";";
      xml.append("<!ENTITY ").append(c).append(" \"").append(before.repeat(10)).append("\">");
    }
    return xml.append("]><myanimelist><myinfo>&y;</myinfo></myanimelist>").toString();
  }

  @Test
  void filesOfADataSetStillGoThere() throws IOException {
    open(MINE);
    bring(
        file(
            "anime.csv",
            "anime_id,name,genre,type,episodes,rating,members\n1,A,Drama,TV,1,7,10\n"));
    until(() -> !window.assembly.messages().shown().isEmpty());
    assertThat(onFx(() -> window.assembly.messages().shown().getLast().sentence()))
        .contains("rating.csv");
    assertThat(window.assembly.navigation().tabProperty().get()).isEqualTo(TabPage.ANIME);
  }

  @Test
  void eachExportReadsAsTheSameListAndWhatMyAnimeListLacksIsTold() throws IOException {
    List<ListEntry> mine =
        List.of(
            MINE.getFirst(),
            ListEntry.of(CATALOGUE.anime(5), Status.NOT_INTERESTED, THEN),
            ListEntry.of(TitleKey.aniList(77), "Only there", "ONA", 3, Status.WATCHING, THEN));
    open(mine);
    for (ListFormat format : ListFormat.values()) {
      act(() -> window.assembly.listExports().save(format));
      Path written = window.folder.resolve("my-anime-list." + format.suffix());
      until(
          () ->
              window.assembly.messages().shown().stream()
                  .anyMatch(message -> message.sentence().contains(written.toString())));
      assertThat(MyList.of(ListFile.read(written, Progress.NONE).entries()))
          .isEqualTo(MyList.of(mine));
    }
    assertThat(
            window.assembly.messages().shown().stream()
                .filter(message -> message.sentence().contains("2 of them are titles MyAnimeList")))
        .hasSize(1);
  }

  @Test
  void aBackupIsGoneBackToAndThatCanBeUndone() throws IOException {
    open(MINE);
    bring(file(THEIRS));
    untilWaiting();
    fire("merge-do");
    until(() -> list().size() == 5);
    MyList merged = list();
    restoreLatest();
    until(() -> list().equals(MyList.of(MINE)));
    fire("mylist-undo");
    until(() -> list().equals(merged));
  }

  @SuppressWarnings("unchecked")
  private void restoreLatest() {
    act(() -> window.assembly.navigation().panelProperty().set(Panel.LIST_BACKUPS));
    ListView<Object> backups = window.find("backups", ListView.class);
    until(() -> !backups.getItems().isEmpty());
    fire("backups-restore");
  }

  @Test
  void toGoBackToWhatIsThereChangesNothingAndOffersNothing() throws IOException {
    open(MINE);
    act(() -> window.assembly.navigation().tabProperty().set(TabPage.MY_LIST));
    act(() -> window.assembly.list().rate(CATALOGUE.anime(0), 1));
    until(() -> scoreOf(0) == 1);
    fire("mylist-undo");
    until(() -> scoreOf(0) == 9);
    restoreLatest();
    until(() -> lastMessage().sentence().endsWith("nothing changed."));
    assertThat(lastMessage().action()).isEmpty();
    assertThat(list()).isEqualTo(MyList.of(MINE));
  }

  private Messages.Message lastMessage() {
    return onFx(() -> window.assembly.messages().shown().getLast());
  }

  @Test
  void aListThatWaitsIsNotReplacedByAnother() throws IOException {
    open(MINE);
    bring(file(THEIRS));
    untilWaiting();
    bring(file("other.csv", Files.readString(written(MINE))));
    assertThat(trouble()).startsWith("\u201ctheirs.json\u201d still waits to be merged.");
    assertThat(onFx(() -> window.assembly.listImport().waitingProperty().get().name()))
        .isEqualTo("theirs.json");
    fire("merge-leave");
    assertThat(onFx(() -> window.assembly.listImport().troubleProperty().get())).isEmpty();
  }

  private Path written(List<ListEntry> entries) throws IOException {
    Path file = window.folder.resolve("written.csv");
    ListExport.write(file, MyList.of(entries), ListFormat.CSV);
    return file;
  }

  /** AniList as it answers here: it holds back until it is let go. */
  private HttpServer aniList(CountDownLatch letGo) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String answer =
        """
        {"data":{"MediaListCollection":{"hasNextChunk":false,"user":{"name":"me"},"lists":[{"entries":[
        {"status":"COMPLETED","score":8,"progress":1,"repeat":0,"updatedAt":1770000000,"notes":null,
        "startedAt":{"year":null,"month":null,"day":null},
        "completedAt":{"year":2020,"month":5,"day":null},
        "media":{"id":1,"idMal":103,"format":"MOVIE","episodes":1,
        "title":{"romaji":"Title3","english":null}}}]}]}}}
        """;
    server.createContext(
        "/",
        exchange -> {
          try {
            letGo.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    window.aniList = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return server;
  }

  private void askAniList() {
    act(() -> window.assembly.navigation().panelProperty().set(Panel.ANILIST));
    act(() -> window.find("anilist-user", TextField.class).setText("me"));
    fire("anilist-ask");
  }

  @Test
  void aniListIsAskedByNameAndASecondImportWaitsForTheFirst() throws IOException {
    CountDownLatch letGo = new CountDownLatch(1);
    HttpServer server = aniList(letGo);
    try {
      open(MINE);
      askAniList();
      until(() -> window.assembly.listImport().readingProperty().get() != null);
      assertThat(TestWindow.shown(window.find("mylist-reading", Node.class))).isTrue();
      bring(file(THEIRS));
      assertThat(trouble()).contains("Asking AniList for the list of me").contains("under way");
      letGo.countDown();
      untilWaiting();
      assertThat(count("new")).isEqualTo(1);
      fire("merge-do");
      until(() -> list().size() == 4);
      assertThat(scoreOf(3)).isEqualTo(8);
    } finally {
      letGo.countDown();
      server.stop(0);
    }
  }

  @Test
  void anImportCanBeCancelledAndTheWindowClosedMeanwhile() throws IOException {
    CountDownLatch letGo = new CountDownLatch(1);
    HttpServer server = aniList(letGo);
    try {
      open(MINE);
      askAniList();
      until(() -> window.assembly.listImport().readingProperty().get() != null);
      fire("mylist-reading-cancel");
      until(() -> window.assembly.listImport().readingProperty().get() == null);
      assertThat(list()).isEqualTo(MyList.of(MINE));
      askAniList();
      until(() -> window.assembly.listImport().readingProperty().get() != null);
      window.close();
      closed = true;
    } finally {
      letGo.countDown();
      server.stop(0);
    }
  }

  @Test
  void whereAniListDoesNotAnswerASentenceSaysSo() throws IOException {
    open(MINE);
    askAniList();
    assertThat(trouble()).contains("AniList");
    assertThat(list()).isEqualTo(MyList.of(MINE));
  }
}
