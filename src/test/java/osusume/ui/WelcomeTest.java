package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import osusume.app.Settings;
import osusume.app.SettingsFile;
import osusume.data.Anime;
import osusume.data.Dataset;
import osusume.data.download.ArchiveServer;
import osusume.data.download.DownloadAddress;
import osusume.mylist.ListStore;
import osusume.recommend.SmallWorld;
import osusume.ui.job.JobTask;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;
import osusume.ui.welcome.TitleCards;

@ExtendWith(ApplicationExtension.class)
class WelcomeTest {
  private static final byte[] ARCHIVE = archive(SmallWorld.data());

  @TempDir static Path temp;
  private final ArchiveServer server = new ArchiveServer(ARCHIVE);
  private TestWindow window;
  private Stage stage;
  private boolean closed;

  /** What Kaggle would give if its data set were small, with noise to make it last. */
  private static byte[] archive(Dataset data) {
    StringBuilder titles = new StringBuilder("anime_id,name,genre,type,episodes,rating,members\n");
    for (int row = 0; row < data.catalogue().size(); row++) {
      Anime anime = data.catalogue().anime(row);
      titles.append(
          "%d,%s,\"%s\",%s,%d,%s,%d\n"
              .formatted(
                  anime.id(),
                  anime.name(),
                  String.join(", ", anime.genres()),
                  anime.type(),
                  anime.episodes(),
                  Double.isNaN(anime.rating()) ? "" : anime.rating(),
                  anime.members()));
    }
    StringBuilder ratings = new StringBuilder("user_id,anime_id,rating\n");
    int[] starts = data.ratings().starts();
    for (int row = 0; row < data.ratings().rowCount(); row++) {
      for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
        ratings.append(
            "%d,%d,%d\n"
                .formatted(
                    data.ratings().idOfRow(row),
                    data.catalogue().idOfRow(data.ratings().columns()[entry]),
                    data.ratings().values()[entry]));
      }
    }
    byte[] noise = new byte[100_000];
    new java.util.Random(1).nextBytes(noise);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("anime.csv", titles.toString().getBytes(StandardCharsets.UTF_8));
    files.put("rating.csv", ratings.toString().getBytes(StandardCharsets.UTF_8));
    files.put("noise.bin", noise);
    return ArchiveServer.zip(files);
  }

  @Start
  void start(Stage ofTestFx) throws IOException {
    stage = new Stage();
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
    window.keep(SmallWorld.data());
    window.show(stage, firstStart());
  }

  private Settings firstStart() {
    return Settings.DEFAULT
        .withWindow(new Settings.WindowBounds(1000, 800, 0, 0, false))
        .withDownloadFrom(DownloadAddress.parse(server.url()));
  }

  @BeforeEach
  void open() {
    window.open();
    act(stage::requestFocus);
    until(() -> shown("welcome-panel"));
  }

  @AfterEach
  void close() {
    if (!closed) {
      window.close();
    }
    server.close();
  }

  private boolean shown(String id) {
    Node node = stage.getScene().lookup("#" + id);
    return node != null && TestWindow.shown(node);
  }

  private void fire(String id) {
    act(() -> ((ButtonBase) stage.getScene().lookup("#" + id)).fire());
  }

  private String text(String id) {
    return onFx(() -> ((Label) stage.getScene().lookup("#" + id)).getText());
  }

  private Panel panel() {
    return onFx(() -> window.assembly.navigation().panelProperty().get());
  }

  private List<String> downloads() throws IOException {
    Path folder = window.places.downloads();
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .sorted()
          .toList();
    }
  }

  private int score(int animeId) {
    return onFx(
        () -> window.assembly.list().get().ofAnime(animeId).map(entry -> entry.score()).orElse(0));
  }

  private TitleCards cards() {
    return (TitleCards) stage.getScene().lookup("#rate-cards");
  }

  /** The ids of the titles on the page, and which has the focus. */
  private int focusedCard() {
    return onFx(
        () -> {
          List<Node> all = cards().getChildren();
          return all.indexOf(stage.getScene().getFocusOwner());
        });
  }

  private List<String> cardNames() {
    return onFx(
        () ->
            cards().getChildren().stream()
                .map(card -> ((Label) card.lookup(".title-name")).getText())
                .toList());
  }

  private int idOf(String name) {
    return onFx(
        () -> {
          var catalogue = window.assembly.data().opened().data().catalogue();
          for (int row = 0; row < catalogue.size(); row++) {
            if (catalogue.anime(row).name().equals(name)) {
              return catalogue.anime(row).id();
            }
          }
          throw new AssertionError(name);
        });
  }

  private List<String> recommended() {
    return onFx(
        () ->
            stage.getScene().lookup("#rate-answers").lookupAll(".title-name").stream()
                .map(name -> ((Label) name).getText())
                .toList());
  }

  private void toRatePage() {
    fire("welcome-on");
    fire("welcome-rate");
    until(() -> cards() != null && !cards().getChildren().isEmpty());
  }

  @Test
  void itIsSkippedOnceAndForAllAndCanBeCalledAgain(FxRobot robot) throws IOException {
    robot.clickOn("#welcome-skip");
    until(() -> panel() == null);
    act(
        () -> {
          MenuButton menu = (MenuButton) stage.getScene().lookup("#data-menu");
          MenuItem welcome = menu.getItems().getLast();
          assertThat(welcome.getText()).isEqualTo("Welcome…");
          welcome.fire();
        });
    until(() -> shown("welcome-data"));
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    until(() -> panel() == null);
    window.close();
    closed = true;
    assertThat(new SettingsFile(window.places.settings()).read().start().welcomed()).isTrue();
    TestWindow second = new TestWindow(window.folder);
    act(
        () -> {
          stage = new Stage();
          try {
            second.show(stage, new SettingsFile(window.places.settings()).read());
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
    second.open();
    assertThat(onFx(() -> second.assembly.navigation().panelProperty().get())).isNull();
    second.close();
  }

  @Test
  void theDemoLeadsToTheNextStep() {
    fire("welcome-demo");
    until(() -> shown("welcome-taste"));
    until(() -> window.assembly.data().opened().data().name().equals("demo"));
    assertThat(onFx(() -> shown("welcome-data"))).isFalse();
    fire("welcome-back");
    assertThat(onFx(() -> shown("welcome-data"))).isTrue();
  }

  @Test
  void fromTheDownloadToTheFirstRecommendations(FxRobot robot) throws Exception {
    server.replies(server.good());
    robot.clickOn("#download-start");
    until(() -> shown("welcome-taste"));
    assertThat(onFx(() -> window.assembly.data().opened().data().name())).isEqualTo("kaggle");
    assertThat(panel()).isEqualTo(Panel.WELCOME);
    assertThat(downloads()).singleElement().asString().matches("archive-\\w+\\.zip");
    robot.clickOn("#welcome-rate");
    until(() -> cards() != null && !cards().getChildren().isEmpty());
    assertThat(recommended()).isEmpty();
    assertThat(text("rate-count")).isEqualTo("Nothing rated yet");
    String name = cardNames().getFirst();
    Node eight =
        onFx(
            () ->
                cards().getChildren().getFirst().lookupAll(".rating-step").stream()
                    .filter(step -> ((Label) step).getText().equals("8"))
                    .findFirst()
                    .orElseThrow());
    robot.clickOn(eight);
    until(() -> score(idOf(name)) == 8);
    until(() -> !recommended().isEmpty());
    assertThat(recommended()).doesNotContain(name);
    assertThat(text("rate-count")).isEqualTo("1 title rated");
    robot.clickOn("#welcome-on");
    until(() -> panel() == null);
    assertThat(onFx(() -> window.assembly.person().isMe())).isTrue();
    int id = idOf(name);
    window.close();
    closed = true;
    ListStore kept =
        ListStore.open(
            window.places.list(),
            Clock.systemUTC(),
            trouble -> {
              throw new AssertionError(trouble);
            });
    assertThat(kept.list().ofAnime(id).orElseThrow().score()).isEqualTo(8);
  }

  @Test
  void aRefusalIsToldInPlaceAndTheFilesAreChosenInstead() throws IOException {
    server.replies(ArchiveServer.status(403, ""));
    fire("download-start");
    until(() -> shown("download-wrong"));
    assertThat(text("download-why"))
        .contains("refused the download (403)")
        .contains(DownloadAddress.PAGE.toString());
    assertThat(onFx(() -> window.assembly.messages().shown())).isEmpty();
    assertThat(onFx(() -> window.assembly.data().opened().data().name())).isEqualTo("small");
    Path bad = Files.writeString(window.folder.resolve("holiday.zip"), "no zip");
    window.toImport = List.of(bad);
    fire("download-choose");
    until(() -> shown("download-wrong") && text("download-why").contains("holiday.zip"));
    window.toImport = List.of(Files.write(window.folder.resolve("archive.zip"), ARCHIVE));
    fire("download-choose");
    until(() -> shown("welcome-taste"));
    assertThat(panel()).isEqualTo(Panel.WELCOME);
    assertThat(onFx(() -> window.assembly.data().opened().data().name())).isEqualTo("kaggle");
  }

  @Test
  void aDownloadIsHaltedGoesOnAndIsCancelled() throws IOException {
    window.untilTrained();
    server.pauseMillis = 400;
    server.replies(server.slow());
    fire("download-start");
    until(() -> text("download-far").contains(" of 0.1 MB"));
    assertThat(onFx(() -> shown("download-start"))).isFalse();
    fire("download-pause");
    until(() -> text("download-far").startsWith("paused at "));
    Label job = onFx(() -> (Label) stage.getScene().lookup("#jobs .label"));
    assertThat(onFx(job::getText)).startsWith("Downloading the data set: paused at ");
    fire("download-pause");
    until(() -> text("download-far").contains(" of ") && !text("download-far").contains("paused"));
    // The same by the status bar.
    ButtonBase pause = onFx(() -> (ButtonBase) stage.getScene().lookup("#jobs .button"));
    assertThat(onFx(pause::getAccessibleText)).isEqualTo("Pause: Downloading the data set");
    act(pause::fire);
    until(() -> text("download-far").startsWith("paused at "));
    assertThat(onFx(pause::getAccessibleText)).isEqualTo("Go on: Downloading the data set");
    fire("download-cancel");
    until(() -> shown("download-start"));
    assertThat(downloads()).isEmpty();
    assertThat(onFx(() -> shown("download-wrong"))).isFalse();
    assertThat(server.asked.get(1).getFirst("Range")).startsWith("bytes=");
  }

  @Test
  void aClosedWindowKeepsWhatHasArrivedAndTheNextGoesOnWithIt() throws IOException {
    server.pauseMillis = 400;
    server.replies(server.slow());
    fire("download-start");
    until(() -> text("download-far").contains(" of 0.1 MB"));
    window.close();
    closed = true;
    assertThat(downloads()).containsExactly("download.json", "download.part");
    server.replies(server.good());
    TestWindow second = new TestWindow(window.folder);
    act(
        () -> {
          stage = new Stage();
          second.show(stage, firstStart().afterWelcome());
        });
    second.open();
    act(() -> second.assembly.navigation().panelProperty().set(Panel.DOWNLOAD));
    fire("download-start");
    until(() -> second.assembly.data().opened().data().name().equals("kaggle"));
    until(() -> second.assembly.navigation().panelProperty().get() == Panel.IMPORT_REPORT);
    assertThat(server.asked.getLast().getFirst("Range")).startsWith("bytes=");
    second.close();
  }

  @Test
  void aFailureNobodyWatchesBecomesAMessage() {
    fire("welcome-skip");
    act(() -> window.assembly.navigation().panelProperty().set(Panel.DOWNLOAD));
    server.replies(
        exchange -> {
          java.util.concurrent.locks.LockSupport.parkNanos(500_000_000);
          ArchiveServer.status(500, "").to(exchange);
        });
    fire("download-start");
    act(() -> window.assembly.navigation().panelProperty().set(null));
    until(() -> !window.assembly.messages().shown().isEmpty());
    assertThat(onFx(() -> window.assembly.messages().shown().getLast().sentence()))
        .contains("has trouble of its own (500)");
  }

  @Test
  void aFailureOnAStepThatDoesNotShowTheDownloadBecomesAMessageAboveThePanel() {
    server.replies(
        exchange -> {
          java.util.concurrent.locks.LockSupport.parkNanos(500_000_000);
          ArchiveServer.status(500, "").to(exchange);
        });
    fire("download-start");
    assertThat(onFx(() -> stage.getScene().lookup("#welcome-files").isDisabled())).isTrue();
    fire("welcome-on");
    until(() -> !messagesAbove().isEmpty());
    assertThat(messagesAbove().getFirst()).contains("has trouble of its own (500)");
    assertThat(panel()).isEqualTo(Panel.WELCOME);
    assertThat(onFx(() -> stage.getScene().lookup("#welcome-files").isDisabled())).isFalse();
    fire("welcome-skip");
    until(() -> messagesAbove().isEmpty());
    assertThat(onFx(() -> window.assembly.messages().shown())).hasSize(1);
  }

  /** What is said above the panel. */
  private List<String> messagesAbove() {
    return onFx(
        () ->
            stage.getScene().lookup("#messages-above").lookupAll(".message > .label").stream()
                .map(label -> ((Label) label).getText())
                .toList());
  }

  private Path listFile() throws IOException {
    return Files.writeString(
        window.folder.resolve("list.xml"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <myanimelist><myinfo><user_export_type>1</user_export_type></myinfo>
        <anime><series_animedb_id>100</series_animedb_id><series_title>A</series_title>
        <my_status>Completed</my_status><my_score>9</my_score></anime></myanimelist>
        """);
  }

  @Test
  void aListDroppedOnTheWelcomeLeavesItAndIsShown() throws IOException {
    Path file = listFile();
    act(() -> window.assembly.person().chooseUser());
    act(() -> window.assembly.incoming().take(List.of(file)));
    until(() -> panel() == null);
    assertThat(onFx(() -> window.assembly.person().isMe())).isTrue();
    until(() -> window.assembly.listImport().waitingProperty().get() != null);
    assertThat(onFx(() -> window.assembly.navigation().tabProperty().get()))
        .isEqualTo(TabPage.MY_LIST);
  }

  @Test
  void aListDroppedOnAnotherPanelClosesItAndLeavesThePersonAlone() throws IOException {
    fire("welcome-skip");
    Path file = listFile();
    act(() -> window.assembly.person().chooseUser());
    act(() -> window.assembly.navigation().panelProperty().set(Panel.SETTINGS));
    act(() -> window.assembly.incoming().take(List.of(file)));
    until(() -> panel() == null);
    until(() -> window.assembly.listImport().waitingProperty().get() != null);
    assertThat(onFx(() -> window.assembly.person().isMe())).isFalse();
  }

  @Test
  void aListIsImportedAndShownBeforeItIsMerged() throws IOException {
    fire("welcome-on");
    window.toImport = List.of(listFile());
    fire("welcome-list");
    until(() -> panel() == null);
    until(() -> window.assembly.navigation().tabProperty().get() == TabPage.MY_LIST);
    until(() -> window.assembly.listImport().waitingProperty().get() != null);
    assertThat(onFx(() -> window.assembly.list().get().isEmpty())).isTrue();
    assertThat(onFx(() -> window.assembly.person().isMe())).isTrue();
  }

  @Test
  void aListIsAskedOfAniListOnlyAfterAWord() {
    fire("welcome-on");
    fire("welcome-anilist");
    until(() -> panel() == Panel.ANILIST);
    assertThat(onFx(() -> window.assembly.jobs().running().stream().map(JobTask::title).toList()))
        .noneMatch(title -> title.contains("AniList"));
  }

  @Test
  void titlesAreRatedByKeys(FxRobot robot) {
    toRatePage();
    List<String> names = cardNames();
    assertThat(names).hasSize(6);
    until(() -> focusedCard() == 0);
    type(robot, KeyCode.DIGIT9);
    until(() -> score(idOf(names.get(0))) == 9);
    assertThat(focusedCard()).isEqualTo(1);
    type(robot, KeyCode.N);
    assertThat(focusedCard()).isEqualTo(2);
    assertThat(score(idOf(names.get(1)))).isZero();
    type(robot, KeyCode.DIGIT0);
    until(() -> score(idOf(names.get(2))) == 10);
    // The answer to the first score alone may come before the one to both.
    until(() -> !recommended().isEmpty() && !recommended().contains(names.get(2)));
    assertThat(recommended()).doesNotContain(names.get(0));
    // A slip is put right: back to the first, another score, then none.
    type(robot, KeyCode.LEFT);
    type(robot, KeyCode.UP);
    assertThat(focusedCard()).isEqualTo(0);
    type(robot, KeyCode.DIGIT3);
    until(() -> score(idOf(names.get(0))) == 3);
    type(robot, KeyCode.UP);
    type(robot, KeyCode.LEFT);
    type(robot, KeyCode.UP);
    assertThat(focusedCard()).isEqualTo(0);
    type(robot, KeyCode.DELETE);
    until(() -> score(idOf(names.get(0))) == 0);
    assertThat(text("rate-count")).isEqualTo("1 title rated");
  }

  @Test
  void aClickOnAStepHandsTheNextDigitToTheNextCard(FxRobot robot) {
    toRatePage();
    List<String> names = cardNames();
    until(() -> focusedCard() == 0);
    Node eight =
        onFx(
            () ->
                cards().getChildren().getFirst().lookupAll(".rating-step").stream()
                    .filter(step -> ((Label) step).getText().equals("8"))
                    .findFirst()
                    .orElseThrow());
    robot.clickOn(eight);
    until(() -> score(idOf(names.get(0))) == 8);
    assertThat(focusedCard()).isEqualTo(1);
    type(robot, KeyCode.DIGIT5);
    until(() -> score(idOf(names.get(1))) == 5);
    assertThat(score(idOf(names.get(0)))).isEqualTo(8);
  }

  @Test
  void aScoreThatCanNotBeWrittenIsNotShown(FxRobot robot) throws IOException {
    toRatePage();
    until(() -> focusedCard() == 0);
    String before = spokenCard(0);
    // A folder in the place of the file: nobody can write that.
    Files.createDirectories(window.places.list().resolve("list.journal"));
    type(robot, KeyCode.DIGIT9);
    until(() -> !messagesAbove().isEmpty());
    assertThat(spokenCard(0)).isEqualTo(before);
    assertThat(text("rate-count")).isEqualTo("Nothing rated yet");
  }

  private String spokenCard(int number) {
    return onFx(() -> cards().getChildren().get(number).getAccessibleText());
  }

  @Test
  void whileTheTitlesOfAnotherDataSetAreChosenThoseOfTheOldOneAreShown() {
    toRatePage();
    List<List<String>> meanwhile = new java.util.concurrent.CopyOnWriteArrayList<>();
    act(
        () ->
            window
                .assembly
                .data()
                .openedProperty()
                .addListener(
                    (_, old, fresh) -> {
                      if (old.data() != fresh.data()) {
                        fire("rate-more");
                        meanwhile.add(cardNames());
                      }
                    }));
    act(() -> window.assembly.datasets().open(osusume.app.DatasetLibrary.DEMO));
    until(() -> !meanwhile.isEmpty());
    assertThat(meanwhile.getFirst()).hasSize(6).allMatch(name -> name.startsWith("Title"));
    until(() -> cardNames().stream().noneMatch(name -> name.startsWith("Title")));
  }

  private static void type(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
    act(() -> {});
  }

  @Test
  void moreTitlesComeOnceAllAreAnsweredAndEarlierOnesCanBeSeenAgain(FxRobot robot) {
    toRatePage();
    List<String> names = cardNames();
    until(() -> focusedCard() == 0);
    for (int i = 0; i < 5; i++) {
      type(robot, KeyCode.N);
    }
    type(robot, KeyCode.DIGIT7);
    until(() -> !cardNames().equals(names));
    assertThat(cardNames()).doesNotContainAnyElementsOf(names);
    until(() -> focusedCard() == 0);
    fire("rate-before");
    assertThat(cardNames()).isEqualTo(names);
    assertThat(onFx(() -> ((ButtonBase) stage.getScene().lookup("#rate-before")).isDisabled()))
        .isTrue();
    until(() -> score(idOf(names.get(5))) == 7);
    fire("rate-more");
    fire("rate-more");
    assertThat(onFx(() -> ((ButtonBase) stage.getScene().lookup("#rate-more")).isDisabled()))
        .isTrue();
    // 18 titles, one of them for adults.
    assertThat(cardNames()).hasSize(5);
  }

  @Test
  void theAddressIsASettingThatIsCheckedAndPutBack() {
    fire("welcome-skip");
    act(() -> window.assembly.navigation().panelProperty().set(Panel.SETTINGS));
    // What scrolls is there once it was laid out.
    until(() -> stage.getScene().lookup("#download-address") != null);
    TextField address = onFx(() -> (TextField) stage.getScene().lookup("#download-address"));
    assertThat(onFx(() -> address.getText())).isEqualTo(server.url());
    act(() -> address.setText("http://example.org/archive.zip"));
    assertThat(text("download-address-trouble")).contains("not encrypted");
    assertThat(onFx(() -> window.assembly.settings().get().downloadFrom().toString()))
        .isEqualTo(server.url());
    act(() -> address.setText("https://example.org/archive.zip"));
    assertThat(onFx(() -> shown("download-address-trouble"))).isFalse();
    assertThat(onFx(() -> window.assembly.settings().get().downloadFrom().toString()))
        .isEqualTo("https://example.org/archive.zip");
    fire("download-address-usual");
    assertThat(onFx(() -> window.assembly.settings().get().downloadFrom().toString()))
        .isEqualTo(DownloadAddress.KAGGLE.toString());
  }

  @Test
  void onlyHaltableJobsCanBeHalted() {
    JobTask<Void> job = onFx(() -> window.assembly.jobs().<Void>create("A job", progress -> null));
    assertThat(job.canPause()).isFalse();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> job.setPaused(true))
        .isInstanceOf(IllegalStateException.class);
  }
}
