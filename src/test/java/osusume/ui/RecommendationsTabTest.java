package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import osusume.app.Opened;
import osusume.recommend.SmallWorld;
import osusume.ui.control.StatePane;
import osusume.ui.view.TabPage;

@ExtendWith(ApplicationExtension.class)
class RecommendationsTabTest {
  @TempDir static Path temp;
  private TestWindow window;
  private ListView<?> list;
  private Label heading;

  @Start
  void start(Stage ofTestFx) throws IOException {
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
    window.keep(SmallWorld.data());
    window.show(new Stage(), TabPage.RECOMMENDATIONS);
  }

  private void open() {
    window.open();
    window.untilTrained();
    list = window.find("recommendations", ListView.class);
    heading = window.find("recommend-heading", Label.class);
    untilStrategy("blend");
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void untilStrategy(String name) {
    ComboBox<?> strategy = window.find("strategy", ComboBox.class);
    until(() -> name.equals(strategy.getValue()));
    until(() -> !list.getItems().isEmpty());
  }

  @SuppressWarnings("unchecked")
  private void chooseStrategy(String name) {
    ComboBox<String> strategy = window.find("strategy", ComboBox.class);
    act(() -> strategy.setValue(name));
  }

  /** Waits for the answer to the latest question; the heading alone may be an older one's. */
  private void untilHeading(String text) {
    StatePane state = window.find("recommend-state", StatePane.class);
    until(() -> !state.busyProperty().get() && heading.getText().equals(text));
  }

  /** The names of the shown titles, as a screen reader tells them. */
  private List<String> shown() {
    return onFx(
        () -> {
          list.getScene().getRoot().applyCss();
          list.getScene().getRoot().layout();
          return list.lookupAll(".recommendation").stream()
              .map(cell -> cell.getAccessibleText())
              .filter(text -> text != null)
              .sorted()
              .map(text -> text.replaceAll("^\\d+: (.*?)\\. .*$", "$1"))
              .toList();
        });
  }

  private void typeNumber(String text) {
    Spinner<?> spinner = window.find("how-many", Spinner.class);
    act(() -> spinner.getEditor().setText(text));
  }

  private String text(String id) {
    Label label = window.find(id, Label.class);
    return onFx(label::getText);
  }

  @Test
  void recommendationsComeByThemselvesOnceTasteGroupsAreLearned() {
    open();
    untilHeading("5 titles for user 1");
    assertThat(text("model-in-use")).contains("taste groups, learned");
    assertThat(shown()).hasSize(5);
  }

  @Test
  void onlyUnwatchedTitlesAreRecommended() {
    open();
    typeNumber("18");
    // 18 titles, of which user 1 watched five and one is for adults.
    untilHeading("12 titles for user 1");
    assertThat(shown()).doesNotContain("Title0", "Title1", "Title2", "Title3", "Title4");
    assertThat(text("recommend-hidden")).contains("5 watched").contains("1 for adults");
    assertThat(text("recommend-note")).isEqualTo("Only 12 unwatched titles fit these filters.");
  }

  @Test
  void whatIsNoNumberOfTitlesIsPutRightWhenTheFieldIsLeft(FxRobot robot) {
    open();
    untilHeading("5 titles for user 1");
    robot.clickOn("#how-many");
    typeNumber("3");
    untilHeading("3 titles for user 1");
    typeNumber("many");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    typeNumber("");
    act(() -> window.find("filter-title", TextField.class).requestFocus());
    Spinner<?> spinner = window.find("how-many", Spinner.class);
    until(() -> spinner.getEditor().getText().equals("3"));
    assertThat(onFx(heading::getText)).isEqualTo("3 titles for user 1");
  }

  @Test
  void anotherUserGetsOtherTitles(FxRobot robot) {
    open();
    untilHeading("5 titles for user 1");
    // One line of the first crowd, then one of the second.
    assertThat(shown()).contains("Title5");
    robot.clickOn("#user-number").press(KeyCode.UP).release(KeyCode.UP);
    untilHeading("5 titles for user 2");
    assertThat(shown()).contains("Title13");
  }

  @Test
  void aNumberThatIsNoUserIsMarkedAndChangesNothing() {
    open();
    untilHeading("5 titles for user 1");
    TextField number = window.find("user-number", TextField.class);
    act(() -> number.setText("77777"));
    assertThat(onFx(() -> number.getPseudoClassStates().toString())).contains("danger");
    assertThat(onFx(() -> number.getTooltip().getText())).contains("no user 77777");
    assertThat(onFx(() -> window.assembly.user().id())).isEqualTo(1);
    act(() -> number.setText("2"));
    untilHeading("5 titles for user 2");
    assertThat(onFx(() -> number.getPseudoClassStates().toString())).doesNotContain("danger");
  }

  @Test
  void anotherStrategyRanksAnew() {
    open();
    untilHeading("5 titles for user 1");
    act(() -> window.find("strategy", ComboBox.class).getSelectionModel().selectLast());
    // Title 8 is the most watched of those that user 1 has not seen, though not of their crowd.
    until(() -> shown().contains("Title8"));
  }

  @Test
  void filtersActBeforeTheCut() {
    open();
    act(() -> window.find("filter-title", TextField.class).setText("title1"));
    // Titles 1 and 10 to 17 carry it; 1 was watched and 15 is for adults.
    untilHeading("5 titles for user 1");
    until(() -> shown().stream().allMatch(name -> name.startsWith("Title1")));
    assertThat(shown()).hasSize(5);
  }

  @Test
  void whereNoUnwatchedTitleFitsTheFilterToLoosenIsNamed() {
    open();
    act(() -> window.find("rating-from", TextField.class).setText("9.5"));
    untilHeading("Nothing for user 1");
    assertThat(text("state-what")).isEqualTo("No unwatched title fits these filters");
    act(window.find("state-button", Button.class)::fire);
    untilHeading("5 titles for user 1");
  }

  @Test
  void aUserWithoutRatingsIsToldSo() {
    open();
    // The blend goes by what was watched too.
    chooseStrategy("mix");
    act(() -> window.assembly.user().choose(SmallWorld.ONLY_UNRATED));
    untilHeading("5 titles for user " + SmallWorld.ONLY_UNRATED);
    assertThat(text("recommend-note"))
        .isEqualTo(
            "There is no rating to learn a taste from, so these are the most watched titles that"
                + " fit.");
  }

  @Test
  void enterShowsTheTitleInTheAnimeTab(FxRobot robot) {
    open();
    untilHeading("5 titles for user 1");
    String first = shown().getFirst();
    act(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(0);
        });
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    until(() -> window.assembly.navigation().tabProperty().get() == TabPage.ANIME);
    until(() -> text("details-name").equals(first));
  }

  @Test
  void theListIsExportedWithItsReasons() throws IOException {
    open();
    untilHeading("5 titles for user 1");
    act(window.find("recommend-export", Button.class)::fire);
    until(() -> !window.assembly.messages().shown().isEmpty());
    List<String> lines = Files.readAllLines(window.folder.resolve("recommendations-1.csv"));
    assertThat(lines).hasSize(6);
    assertThat(lines.getFirst())
        .startsWith("rank,weight,anime_id,name")
        .endsWith(",predicted,plus_minus,story,ranked_by");
    assertThat(lines.get(1))
        .startsWith("1,")
        .contains("because you")
        .endsWith("," + shown().getFirst());
  }

  @Test
  void withoutTasteGroupsTheMostWatchedAreShownAndTheWayToBetterOnes() throws IOException {
    // A folder for models that is a file can't take a model.
    Files.writeString(window.places.models(), "in the way");
    window.open();
    list = window.find("recommendations", ListView.class);
    heading = window.find("recommend-heading", Label.class);
    until(() -> !window.assembly.messages().shown().isEmpty());
    untilHeading("5 titles for user 1");
    until(() -> text("recommend-note").startsWith("There are no taste groups"));
    Files.delete(window.places.models());
    act(window.find("recommend-train", Button.class)::fire);
    window.untilTrained();
    untilStrategy("blend");
  }

  @Test
  void anotherDataSetKeepsTheUserWhereItHasOne() {
    open();
    act(() -> window.assembly.user().choose(2));
    act(() -> window.assembly.datasets().open("demo"));
    until(() -> window.assembly.data().opened().data().simulated());
    assertThat(onFx(() -> window.assembly.user().id())).isEqualTo(2);
    Opened opened = onFx(() -> window.assembly.data().opened());
    assertThat(opened.data().name()).isEqualTo("demo");
  }
}
