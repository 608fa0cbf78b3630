package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;
import osusume.ui.control.RatingHistogram;
import osusume.ui.view.TabPage;

@ExtendWith(ApplicationExtension.class)
class AnimeTabTest {
  @TempDir static Path temp;
  private TestWindow window;
  private TableView<Anime> table;

  /** Six titles; of the last, neither episodes nor rating are known; one is for adults. */
  private static Dataset data() {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                new Anime(1, "Cowboy Bebop", List.of("Action", "Space"), "TV", 26, 8.8, 480_000),
                new Anime(5, "Cowboy Movie", List.of("Action", "Space"), "Movie", 1, 8.4, 137_000),
                new Anime(19, "Monster", List.of("Drama", "Mystery"), "TV", 74, 8.7, 247_000),
                new Anime(57, "Beck", List.of("Drama", "Music"), "TV", 26, 8.4, 220_000),
                new Anime(66, "Night", List.of(Catalogue.ADULT_GENRE), "OVA", 2, 6.1, 9_000),
                new Anime(
                    77, "Announced", List.of("Drama"), Anime.UNKNOWN, -1, Double.NaN, 1_000)));
    // User 3 gave 10, 8 and watched Beck; user 4 gave 10 and 7.
    RatingMatrix ratings =
        new RatingMatrix(
            new int[] {3, 4},
            new int[] {0, 3, 5},
            new int[] {0, 2, 3, 0, 2},
            new byte[] {10, 8, -1, 10, 7},
            catalogue.size());
    return new Dataset(
        "six", false, catalogue, ratings, "c0ffee", new ImportReport(6, 2, 5, 1, List.of()));
  }

  @Start
  void start(Stage ofTestFx) throws IOException {
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
    window.keep(data());
    window.show(new Stage(), TabPage.ANIME);
  }

  @SuppressWarnings("unchecked")
  private void open() {
    window.open();
    table = window.find("anime-table", TableView.class);
    untilCount("5 of 6 titles");
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void untilCount(String text) {
    Label count = window.find("anime-count", Label.class);
    until(() -> count.getText().equals(text));
  }

  private List<String> names() {
    return onFx(() -> table.getItems().stream().map(Anime::name).toList());
  }

  private String text(String id) {
    Label label = window.find(id, Label.class);
    return onFx(label::getText);
  }

  private void type(String id, String text) {
    TextField field = window.find(id, TextField.class);
    act(() -> field.setText(text));
  }

  @Test
  void adultTitlesAreHiddenUntilTheyAreWanted(FxRobot robot) {
    open();
    assertThat(names())
        .containsExactly("Cowboy Bebop", "Monster", "Beck", "Cowboy Movie", "Announced");
    robot.clickOn("#hide-adult");
    untilCount("6 of 6 titles");
  }

  @Test
  void typingATitleNarrowsTheTableAndItsCount(FxRobot robot) {
    open();
    robot.clickOn("#filter-title").write("cowboy");
    untilCount("2 of 6 titles");
    assertThat(names()).containsExactly("Cowboy Bebop", "Cowboy Movie");
    assertThat(text("filter-heading")).isEqualTo("Filters (1)");
    robot.clickOn("#filter-reset");
    untilCount("5 of 6 titles");
  }

  @Test
  void aGenreIsWantedByOnePressAndRuledOutByTwo(FxRobot robot) {
    open();
    robot.clickOn("#filter-genres");
    robot.clickOn("Drama");
    untilCount("3 of 6 titles");
    assertThat(names()).containsExactly("Monster", "Beck", "Announced");
    robot.clickOn("+ Drama");
    untilCount("2 of 6 titles");
    assertThat(names()).containsExactly("Cowboy Bebop", "Cowboy Movie");
    robot.clickOn("− Drama");
    untilCount("5 of 6 titles");
  }

  @Test
  void severalTypesMayBeChosen() {
    open();
    FlowPane types = window.find("filter-types", FlowPane.class);
    press(types, "Movie");
    untilCount("1 of 6 titles");
    press(types, "TV");
    untilCount("4 of 6 titles");
  }

  private static void press(FlowPane types, String name) {
    act(
        () -> {
          for (Node node : types.getChildren()) {
            if (((ToggleButton) node).getText().equals(name)) {
              ((ToggleButton) node).fire();
            }
          }
        });
  }

  @Test
  void rangesIncludeTheirEndsAndUnknownNumbersOnlyWhenAsked(FxRobot robot) {
    open();
    type("episodes-from", "26");
    type("episodes-to", "26");
    untilCount("2 of 6 titles");
    assertThat(names()).containsExactly("Cowboy Bebop", "Beck");
    robot.clickOn("#keep-unknown");
    untilCount("3 of 6 titles");
    assertThat(names()).containsExactly("Cowboy Bebop", "Beck", "Announced");
  }

  @Test
  void whatIsNoNumberIsMarkedAndPassedOver() {
    open();
    type("members-from", "200,000");
    untilCount("3 of 6 titles");
    type("members-from", "lots");
    untilCount("5 of 6 titles");
    TextField field = window.find("members-from", TextField.class);
    assertThat(onFx(() -> field.getPseudoClassStates().toString())).contains("danger");
    assertThat(onFx(() -> field.getTooltip().getText())).contains("not a number");
  }

  @Test
  void unknownValuesComeLastInEitherOrder() {
    open();
    TableColumn<Anime, ?> rating = table.getColumns().get(3);
    act(
        () -> {
          rating.setSortType(TableColumn.SortType.ASCENDING);
          table.getSortOrder().setAll(List.of(rating));
        });
    until(() -> table.getItems().getFirst().name().equals("Cowboy Movie"));
    assertThat(names()).last().isEqualTo("Announced");
    act(() -> rating.setSortType(TableColumn.SortType.DESCENDING));
    until(() -> table.getItems().getFirst().name().equals("Cowboy Bebop"));
    assertThat(names()).last().isEqualTo("Announced");
  }

  @Test
  void theChosenTitleIsToldInDetail() {
    open();
    act(() -> table.getSelectionModel().select(1));
    until(() -> text("details-name").equals("Monster"));
    assertThat(text("details-episodes")).isEqualTo("74");
    assertThat(text("details-rated")).isEqualTo("2 users rated it 7.50 on average");
    RatingHistogram histogram = window.find("details-histogram", RatingHistogram.class);
    assertThat(onFx(histogram::getAccessibleText)).contains("7: 1 user,").contains("8: 1 user,");
    Button open = window.find("details-open", Button.class);
    act(open::fire);
    assertThat(window.shownOutside).containsExactly("https://myanimelist.net/anime/19");
  }

  @Test
  void whatIsUnknownIsADashInTheDetails() {
    open();
    act(() -> table.getSelectionModel().select(4));
    until(() -> text("details-name").equals("Announced"));
    assertThat(text("details-episodes")).isEqualTo("–");
    assertThat(text("details-rating")).isEqualTo("–");
    assertThat(text("details-rated")).isEqualTo("Nobody here rated it");
  }

  @Test
  void aTitleThatStillFitsStaysChosen() {
    open();
    act(() -> table.getSelectionModel().select(2));
    until(() -> text("details-name").equals("Beck"));
    type("filter-title", "b");
    untilCount("3 of 6 titles");
    assertThat(onFx(() -> table.getSelectionModel().getSelectedItem().name())).isEqualTo("Beck");
  }

  @Test
  void whereNothingFitsTheFilterToLoosenIsNamed() {
    open();
    type("filter-title", "beck");
    type("rating-from", "9.5");
    untilCount("0 of 6 titles");
    assertThat(text("state-what")).isEqualTo("No title fits these filters");
    assertThat(text("state-why")).isEqualTo("With any rating, 1 would fit.");
    act(window.find("state-button", Button.class)::fire);
    untilCount("1 of 6 titles");
    assertThat(names()).containsExactly("Beck");
  }

  @Test
  void whatIsShownIsExportedInItsOrder() throws IOException {
    open();
    type("filter-title", "cowboy");
    untilCount("2 of 6 titles");
    act(window.find("anime-export", Button.class)::fire);
    until(() -> !window.assembly.messages().shown().isEmpty());
    assertThat(onFx(() -> window.assembly.messages().shown().getFirst().sentence()))
        .startsWith("2 titles were written to");
    assertThat(Files.readString(window.folder.resolve("anime.csv")))
        .startsWith("anime_id,name,genre,type,episodes,rating,members")
        .containsSubsequence("Cowboy Bebop", "Cowboy Movie")
        .doesNotContain("Monster");
  }

  @Test
  void aTitleAskedForElsewhereIsShownEvenIfTheFilterHidesIt() {
    open();
    type("filter-title", "cowboy");
    untilCount("2 of 6 titles");
    act(() -> window.assembly.navigation().showTitle(19));
    until(() -> text("details-name").equals("Monster"));
    untilCount("5 of 6 titles");
  }

  @Test
  void controlFLeadsToTheTitleField(FxRobot robot) {
    open();
    act(table::requestFocus);
    robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
    TextField field = window.find("filter-title", TextField.class);
    until(field::isFocused);
  }

  @Test
  void everythingOneCanPressHasANameForScreenReaders() {
    open();
    List<Node> nameless =
        onFx(
            () ->
                table.getScene().getRoot().lookupAll(".button").stream()
                    .filter(
                        node ->
                            node instanceof Button button
                                && button.isVisible()
                                && (button.getText() == null || button.getText().isBlank())
                                && button.getAccessibleText() == null)
                    .toList());
    assertThat(nameless).isEmpty();
  }
}
