package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import osusume.app.Settings;
import osusume.app.SettingsFile;
import osusume.recommend.SmallWorld;
import osusume.ui.job.JobTask;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

@ExtendWith(ApplicationExtension.class)
class WindowTest {
  private static final String TITLES = "anime_id,name,genre,type,episodes,rating,members\n";
  private static final String RATINGS = "user_id,anime_id,rating\n";

  @TempDir static Path temp;
  private TestWindow window;
  private Stage stage;
  private boolean closed;

  @Start
  void start(Stage ofTestFx) throws IOException {
    // One of its own, for TestFX hands the same stage to every test.
    stage = new Stage();
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
    window.keep(SmallWorld.data());
    window.show(stage, TabPage.ANIME);
  }

  @AfterEach
  void close() {
    if (!closed) {
      window.close();
    }
  }

  private String dataMenu() {
    MenuButton menu = window.find("data-menu", MenuButton.class);
    return onFx(menu::getText);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(window.folder.resolve(name), content);
  }

  private void importFiles(Path... files) {
    act(() -> window.assembly.datasets().importFiles(List.of(files)));
  }

  private String message() {
    until(() -> !window.assembly.messages().shown().isEmpty());
    return onFx(() -> window.assembly.messages().shown().getLast().sentence());
  }

  @Test
  void theFirstFrameDoesNotWaitForTheData() {
    assertThat(dataMenu()).isEqualTo("Opening…");
    assertThat(onFx(() -> window.find("user-picker", HBox.class).isDisabled())).isTrue();
    window.open();
    assertThat(dataMenu()).isEqualTo("small · 18 titles · 43 users");
    assertThat(onFx(() -> window.find("user-picker", HBox.class).isDisabled())).isFalse();
  }

  @Test
  void theDemoSaysThatItsRatingsAreSimulated() {
    window.open();
    act(() -> window.assembly.datasets().open("demo"));
    until(() -> dataMenu().startsWith("Demo: simulated ratings ·"));
  }

  @Test
  void anImportIsOpenedAndReported() throws IOException {
    window.open();
    importFiles(
        file("anime.csv", TITLES + "1,One,\"Drama, School\",TV,Unknown,8.1,10\n2,Two,,TV,3,7,9\n"),
        file("rating.csv", RATINGS + "1,1,8\n1,2,7\n1,2,9\n2,1,-1\n2,2,5\n7,99,5\n"));
    until(() -> window.assembly.data().opened().data().name().equals("kaggle"));
    until(() -> window.assembly.navigation().panelProperty().get() == Panel.IMPORT_REPORT);
    assertThat(dataMenu()).isEqualTo("kaggle · 2 titles · 2 users");
    // The rows of the report are there once the panel has been laid out.
    until(
        () ->
            stage.getScene().lookup("#import-report").lookupAll(".label").stream()
                .anyMatch(node -> ((Label) node).getText().equals("anime.csv, line 2")));
    List<String> report = labelsOf("import-report");
    assertThat(report)
        .contains(
            "Import report of “kaggle”",
            "Rows left out",
            "Rows kept with a change",
            "a rating of a title that the catalogue lacks",
            "rating.csv, line 7",
            "no number of episodes; kept as unknown");
  }

  private List<String> labelsOf(String id) {
    return onFx(
        () ->
            stage.getScene().lookup("#" + id).lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList());
  }

  @Test
  void aBadFileIsRefusedWithASentenceAndWhatWasOpenStaysOpen() throws IOException {
    window.open();
    importFiles(
        file("anime.csv", TITLES + "1,One,Drama,TV,12,8.1,10\n"),
        file("rating.csv", RATINGS + "1,1,8\n1,1,eleven\n"));
    assertThat(message()).contains("rating.csv").contains("line 3").contains("eleven");
    assertThat(dataMenu()).startsWith("small ·");
    assertThat(onFx(() -> window.assembly.data().opened().data().name())).isEqualTo("small");
    Label shown = onFx(() -> (Label) stage.getScene().lookup(".message .label"));
    assertThat(onFx(shown::getText)).contains("eleven");
    act(((Button) onFx(() -> stage.getScene().lookup(".message .button")))::fire);
    until(() -> stage.getScene().lookup(".message") == null);
  }

  @Test
  void somethingElseThanADataSetIsRefused() throws IOException {
    window.open();
    importFiles(file("holiday.zip", "no zip at all"));
    assertThat(message()).contains("holiday.zip");
    assertThat(dataMenu()).startsWith("small ·");
  }

  @Test
  void theThemeChangesAtOnceAndIsRemembered() throws Exception {
    window.open();
    assertThat(onFx(Application::getUserAgentStylesheet)).contains("primer-light");
    act(window.find("theme-toggle", Button.class)::fire);
    assertThat(onFx(Application::getUserAgentStylesheet)).contains("primer-dark");
    act(() -> window.assembly.navigation().panelProperty().set(Panel.SETTINGS));
    assertThat(onFx(() -> window.find("theme-dark", ToggleButton.class).isSelected())).isTrue();
    act(window.find("theme-light", ToggleButton.class)::fire);
    assertThat(onFx(Application::getUserAgentStylesheet)).contains("primer-light");
    act(window.find("theme-dark", ToggleButton.class)::fire);
    window.close();
    closed = true;
    Settings kept = new SettingsFile(window.places.settings()).read();
    assertThat(kept.theme()).isEqualTo(Settings.Theme.DARK);
    assertThat(kept.start().tab()).isEqualTo("ANIME");
  }

  @Test
  void settingsTellWhereTheFilesLie(FxRobot robot) {
    window.open();
    robot.clickOn("#settings");
    until(() -> stage.getScene().lookup("#settings-panel") != null);
    // The groups are there once what scrolls them has been laid out.
    until(
        () ->
            labelsOf("settings-panel")
                .containsAll(
                    List.of(
                        window.places.data().toString(),
                        window.places.models().toString(),
                        window.places.logs().toString())));
    Button open = onFx(() -> (Button) stage.getScene().lookup("#open-data"));
    act(open::fire);
    assertThat(window.shownOutside).containsExactly(window.places.data().toString());
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    until(() -> window.assembly.navigation().panelProperty().get() == null);
  }

  @Test
  void aJobIsShownWithItsProgressAndCanBeCancelled() {
    window.open();
    window.untilTrained();
    CountDownLatch goOn = new CountDownLatch(1);
    JobTask<Void> job =
        onFx(
            () ->
                window
                    .assembly
                    .jobs()
                    .<Void>create(
                        "Counting sheep",
                        progress -> {
                          progress.report(0.25, "the black ones");
                          goOn.await();
                          progress.check();
                          return null;
                        })
                    .start());
    until(() -> labelsOf("jobs").contains("Counting sheep: the black ones"));
    Button cancel = onFx(() -> (Button) stage.getScene().lookup("#jobs .button"));
    assertThat(onFx(cancel::getAccessibleText)).isEqualTo("Cancel: Counting sheep");
    act(cancel::fire);
    until(() -> labelsOf("jobs").contains("Stopping: Counting sheep"));
    assertThat(onFx(cancel::isDisabled)).isTrue();
    goOn.countDown();
    until(() -> job.phaseProperty().get() == JobTask.Phase.CANCELLED);
    until(() -> labelsOf("jobs").isEmpty());
  }

  @Test
  void aCancelledTrainingDoesNotComeBackByItself() {
    act(
        () ->
            window
                .assembly
                .training()
                .runningProperty()
                .addListener(
                    (_, _, job) -> {
                      if (job != null) {
                        job.cancel();
                      }
                    }));
    window.open();
    until(() -> window.assembly.jobs().running().isEmpty());
    assertThat(onFx(() -> window.assembly.data().opened().trained())).isEmpty();
    assertThat(onFx(() -> window.assembly.training().runningProperty().get())).isNull();
    Label model = window.find("model-in-use", Label.class);
    assertThat(onFx(model::getText)).isEqualTo("No taste groups yet");
  }

  @Test
  void closingTheWindowInTheMiddleOfAJobEndsCleanly() {
    window.open();
    CountDownLatch begun = new CountDownLatch(1);
    act(
        () ->
            window
                .assembly
                .jobs()
                .<Void>create(
                    "A long job",
                    progress -> {
                      begun.countDown();
                      while (!progress.cancelled()) {
                        Thread.onSpinWait();
                      }
                      progress.check();
                      return null;
                    })
                .start());
    try {
      begun.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    window.close();
    closed = true;
    assertThat(onFx(stage::isShowing)).isFalse();
    assertThat(onFx(() -> window.assembly.jobs().running().isEmpty())).isTrue();
  }

  @Test
  void theChosenTabAndTheWindowsSizeAreRemembered() throws IOException {
    window.open();
    act(
        () -> {
          window.assembly.navigation().tabProperty().set(TabPage.RECOMMENDATIONS);
          stage.setWidth(910);
          stage.setHeight(650);
        });
    window.close();
    closed = true;
    Settings kept = new SettingsFile(window.places.settings()).read();
    assertThat(kept.start().tab()).isEqualTo("RECOMMENDATIONS");
    assertThat(kept.window().width()).isEqualTo(910);
    assertThat(kept.window().height()).isEqualTo(650);
  }

  @Test
  void keysLeadToTabsAndToTheListOfKeys(FxRobot robot) {
    window.open();
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
    until(() -> window.assembly.navigation().tabProperty().get() == TabPage.RECOMMENDATIONS);
    robot.press(KeyCode.F1).release(KeyCode.F1);
    until(() -> stage.getScene().lookup("#keys-panel") != null);
    assertThat(labelsOf("keys-panel")).contains("Ctrl+1 … 7", "Ctrl+F", "P", "X", "F1");
  }

  @Test
  void aDataSetIsDeletedOnlyAfterAQuestion() {
    window.open();
    act(() -> window.assembly.navigation().panelProperty().set(Panel.DELETE_DATA_SET));
    assertThat(labelsOf("delete-panel")).contains("Delete the data set “small”?");
    Button delete = onFx(() -> (Button) stage.getScene().lookup("#delete-data"));
    act(delete::fire);
    until(() -> dataMenu().startsWith("Demo"));
    assertThat(message()).startsWith("The data set “small” was deleted.");
    assertThat(window.places.data().resolve("small.dataset")).doesNotExist();
  }

  @Test
  void aDamagedDataSetIsToldAndTheDemoIsOpenedInstead() throws IOException {
    Files.writeString(window.places.data().resolve("small.dataset"), "broken");
    window.open();
    assertThat(message()).contains("small.dataset").contains("Import the data");
    assertThat(onFx(() -> window.assembly.data().opened().data().name())).isEqualTo("demo");
  }

  @Test
  void aFaultOfTheProgramHasACodeThatIsAlwaysTheSame() {
    assertThat(ErrorWindow.code(fault())).isEqualTo(ErrorWindow.code(fault())).hasSize(4);
  }

  private static Throwable fault() {
    return new IllegalStateException("x");
  }
}
