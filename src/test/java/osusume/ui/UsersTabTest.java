package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
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
import osusume.app.UserOverview;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Watched;
import osusume.recommend.SmallWorld;
import osusume.recommend.TasteGroups.GroupShare;
import osusume.recommend.TasteGroups.TasteGroup;
import osusume.recommend.profile.Habits;
import osusume.ui.control.ShareRows;
import osusume.ui.view.TabPage;

@ExtendWith(ApplicationExtension.class)
class UsersTabTest {
  private static final Dataset DATA = SmallWorld.data();

  @TempDir static Path temp;
  private TestWindow window;
  private TableView<Watched> table;

  @Start
  void start(Stage ofTestFx) throws IOException {
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
    window.keep(DATA);
    window.show(new Stage(), TabPage.USERS);
  }

  @SuppressWarnings("unchecked")
  private void open() {
    window.open();
    window.untilTrained();
    table = window.find("users-table", TableView.class);
    untilShown(SmallWorld.OF_FIRST_CROWD);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void untilShown(int user) {
    Button recommend = window.find("users-recommend", Button.class);
    until(() -> recommend.getText().equals("Recommend for " + user));
  }

  private void choose(int user) {
    act(() -> assertThat(window.assembly.user().choose(user)).isTrue());
    untilShown(user);
  }

  private Node inPicker(String selector) {
    Node picker = window.find("users-picker", Node.class);
    return onFx(() -> picker.lookup(selector));
  }

  private void press(String accessibleText) {
    Node picker = window.find("users-picker", Node.class);
    act(
        () ->
            picker.lookupAll(".button").stream()
                .filter(node -> accessibleText.equals(node.getAccessibleText()))
                .map(Button.class::cast)
                .forEach(Button::fire));
  }

  private int user() {
    return onFx(() -> window.assembly.user().id());
  }

  private String text(String id) {
    Label label = window.find(id, Label.class);
    return onFx(() -> label.isVisible() ? label.getText() : "");
  }

  private List<Integer> ids() {
    return onFx(() -> table.getItems().stream().map(title -> title.anime().id()).toList());
  }

  private UserOverview overview() {
    return onFx(() -> window.assembly.data().opened().overviewOf(window.assembly.user().id()));
  }

  /**
   * Keys go to the window that has the focus, and mean nothing to a control before its first pulse
   * gave it a skin; both are waited for.
   */
  private static void focus(Control node) {
    until(() -> node.getSkin() != null);
    act(
        () -> {
          node.getScene().getWindow().requestFocus();
          node.requestFocus();
        });
    until(() -> node.getScene().getWindow().isFocused() && node.isFocused());
  }

  @Test
  void aUserIsPickedByNumberTheNextOneAndAny(FxRobot robot) {
    open();
    robot.doubleClickOn(inPicker("#user-number")).write("12");
    untilShown(12);
    assertThat(user()).isEqualTo(12);
    press("Next user");
    untilShown(13);
    press("Previous user");
    untilShown(12);
    press("Any user");
    assertThat(DATA.ratings().rowOfId(user())).isNotNegative();
    untilShown(user());
  }

  @Test
  void anUnknownUserIsSaidAndTheOneShownStays(FxRobot robot) {
    open();
    TextField number = (TextField) inPicker("#user-number");
    act(() -> number.setText("999"));
    assertThat(text("users-trouble"))
        .startsWith("There is no user 999.")
        .contains("numbered from 1 to 90");
    assertThat(user()).isEqualTo(SmallWorld.OF_FIRST_CROWD);
    assertThat(ids()).hasSize(5);
    act(() -> number.setText("2"));
    assertThat(text("users-trouble")).isEmpty();
    untilShown(2);
  }

  @Test
  @SuppressWarnings("unchecked")
  void theFilterNarrowsTheTableToWhatTheDataSay() {
    open();
    choose(10);
    ComboBox<Integer> over = window.find("users-more", ComboBox.class);
    ComboBox<Integer> under = window.find("users-less", ComboBox.class);
    CheckBox unrated = window.find("users-unrated", CheckBox.class);
    for (int user : List.of(10, 11, SmallWorld.OF_FIRST_CROWD, SmallWorld.ONLY_UNRATED)) {
      choose(user);
      for (Integer low : new Integer[] {null, 7, 8}) {
        for (Integer high : new Integer[] {null, 10, 9}) {
          for (boolean too : new boolean[] {true, false}) {
            act(
                () -> {
                  over.setValue(low);
                  under.setValue(high);
                  unrated.setSelected(too);
                });
            List<Integer> expected = wanted(user, low, high, too);
            int all = watched(user);
            String count = expected.size() + " of " + all + (all == 1 ? " title" : " titles");
            until(() -> text("users-count").equals(count));
            assertThat(ids()).containsExactlyInAnyOrderElementsOf(expected);
          }
        }
      }
    }
  }

  private static int watched(int user) {
    int row = DATA.ratings().rowOfId(user);
    return DATA.ratings().starts()[row + 1] - DATA.ratings().starts()[row];
  }

  /** Read straight off the matrix. */
  private static List<Integer> wanted(int user, Integer over, Integer under, boolean unrated) {
    RatingMatrix ratings = DATA.ratings();
    int row = ratings.rowOfId(user);
    List<Integer> wanted = new ArrayList<>();
    for (int i = ratings.starts()[row]; i < ratings.starts()[row + 1]; i++) {
      int rating = ratings.values()[i];
      boolean inRange = (over == null || rating > over) && (under == null || rating < under);
      if (rating < 0 ? unrated : inRange) {
        wanted.add(DATA.catalogue().anime(ratings.columns()[i]).id());
      }
    }
    return wanted;
  }

  @Test
  @SuppressWarnings("unchecked")
  void whereNothingFitsOnePressShowsAllAgain(FxRobot robot) {
    open();
    ComboBox<Integer> over = window.find("users-more", ComboBox.class);
    CheckBox unrated = window.find("users-unrated", CheckBox.class);
    act(
        () -> {
          over.setValue(9);
          unrated.setSelected(false);
        });
    until(() -> text("users-count").equals("0 of 5 titles"));
    assertThat(onFx(() -> robot.lookup("None of the 5 titles fits this filter").tryQuery()))
        .isPresent();
    robot.clickOn("Show all");
    until(() -> text("users-count").equals("5 of 5 titles"));
    assertThat(onFx(over::getValue)).isNull();
  }

  @Test
  void theTableIsInTheOrderAskedForAndUnknownNumbersComeLastEitherWay() {
    open();
    assertThat(onFx(() -> table.getItems().getLast().rated())).isFalse();
    TableColumn<Watched, ?> difference = onFx(() -> table.getColumns().get(5));
    for (TableColumn.SortType way : TableColumn.SortType.values()) {
      act(
          () -> {
            difference.setSortType(way);
            table.getSortOrder().setAll(List.of(difference));
          });
      Comparator<Double> order = Comparator.naturalOrder();
      boolean up = way == TableColumn.SortType.ASCENDING;
      until(() -> differences().subList(0, 4).equals(sorted(up ? order : order.reversed())));
      assertThat(differences().getLast()).isNaN();
    }
  }

  private List<Double> differences() {
    return onFx(() -> table.getItems().stream().map(Watched::difference).toList());
  }

  private List<Double> sorted(Comparator<Double> order) {
    return differences().stream().filter(d -> !d.isNaN()).sorted(order).toList();
  }

  @Test
  void theProfileSaysWhatTheListSays() {
    open();
    // 0 to 3 with a 9, 4 unrated; MyAnimeList gives them 7.0, 7.1, 7.2 and 7.3.
    assertThat(text("profile-summary")).isEqualTo("5 titles, 4 rated");
    assertThat(text("profile-mean")).isEqualTo("Mean 9.0 ± 0.0");
    assertThat(text("profile-community"))
        .isEqualTo("Rates 1.9 higher than MyAnimeList’s members do.");
    List<ShareRows.Row> genres = rows("profile-genres");
    assertThat(genres).extracting(ShareRows.Row::name).containsExactly("Drama", "School");
    assertThat(genres).extracting(ShareRows.Row::figure).containsExactly("100%", "100%");
    // Half of what is watched is drama: both crowds watch the same.
    assertThat(genres.getFirst().spoken())
        .isEqualTo(
            "Drama: 100% of this list (5 titles), 50% of what everybody here watches, mean rating"
                + " 9.0");
    assertThat(rows("profile-types"))
        .extracting(ShareRows.Row::name, ShareRows.Row::figure)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("TV", "60%"),
            org.assertj.core.groups.Tuple.tuple("Movie", "40%"));
  }

  @Test
  void whatAUserChoosesIsSaidBesideEverybody() {
    open();
    // Of all watches half are drama and half sports; this list is drama alone.
    Habits habits = overview().habits();
    assertThat(habits.genresChosenMore(4)).isEmpty();
    assertThat(text("habits-chosen-more")).isEmpty();
    assertThat(text("habits-alike"))
        .isEqualTo("No genre stands out from what everybody here watches.");
    choose(10);
    assertThat(text("profile-scale")).isEqualTo(strictness());
    assertThat(text("habits-popularity")).startsWith("Better known titles: typically watched by ");
    assertThat(rows("profile-bands"))
        .extracting(ShareRows.Row::name, ShareRows.Row::figure)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Top 100", "100%"));
    assertThat(rows("profile-lengths")).extracting(ShareRows.Row::name).containsExactly("7–13 ep");
  }

  private String strictness() {
    Habits.Scale scale = overview().habits().scale();
    long lower = Math.round(100 * scale.stricterUsers());
    String all =
        String.format(
            java.util.Locale.US,
            " (all of them: %.1f ± %.1f).",
            scale.everybodysMean(),
            scale.everybodysSpread());
    return switch (scale.strictness()) {
      case STRICT ->
          "Strict: "
              + Math.round(100 * (1 - scale.stricterUsers()))
              + "% of the users here rate as high or higher on average"
              + all;
      case ALIKE ->
          "Neither strict nor generous: "
              + lower
              + "% of the users here rate lower on average"
              + all;
      case GENEROUS -> "Generous: " + lower + "% of the users here rate lower on average" + all;
      case UNKNOWN -> "";
    };
  }

  @Test
  void genresThatStandOutAreNamed() throws IOException {
    window.keep(Fans.data());
    window.open();
    window.untilTrained();
    untilShown(Fans.OF_DRAMA);
    choose(Fans.OF_SPORTS);
    assertThat(text("habits-chosen-more")).isEqualTo("More often than others: Sports.");
    assertThat(text("habits-chosen-less")).isEqualTo("Less often than others: Drama.");
    assertThat(text("habits-alike")).isEmpty();
    choose(Fans.OF_DRAMA);
    assertThat(text("habits-chosen-less")).isEqualTo("Less often than others: Sports.");
  }

  private List<ShareRows.Row> rows(String id) {
    ShareRows rows = window.find(id, ShareRows.class);
    return onFx(rows::rows);
  }

  @Test
  void somebodyWhoRatedNothingHasNoMeanAndNoGroup() {
    open();
    choose(SmallWorld.ONLY_UNRATED);
    assertThat(text("profile-summary")).isEqualTo("2 titles, 0 rated");
    assertThat(text("profile-mean")).isEmpty();
    assertThat(text("profile-community")).isEmpty();
    assertThat(text("profile-scale")).isEmpty();
    assertThat(text("habits-liked-more")).isEmpty();
    assertThat(rows("profile-group-rows")).isEmpty();
  }

  @Test
  @SuppressWarnings("unchecked")
  void aGroupShareLeadsToTheGroupInTheModelTab(FxRobot robot) {
    open();
    List<GroupShare> shares = overview().groups().orElseThrow();
    until(() -> rows("profile-group-rows").size() == shares.size());
    assertThat(shares.stream().mapToDouble(GroupShare::share).sum())
        .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-6));
    ShareRows groups = window.find("profile-group-rows", ShareRows.class);
    Hyperlink first = (Hyperlink) onFx(() -> groups.lookup(".hyperlink"));
    // By keyboard: on its way the mouse would be caught by the tooltips of the histogram.
    focus(first);
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    until(() -> window.assembly.navigation().tabProperty().get() == TabPage.MODEL);
    ListView<TasteGroup> list = window.find("groups-list", ListView.class);
    until(() -> list.getSelectionModel().getSelectedItem() != null);
    assertThat(onFx(() -> list.getSelectionModel().getSelectedItem().index()))
        .isEqualTo(shares.getFirst().group().index());
    assertThat(onFx(() -> window.assembly.navigation().groupProperty().get())).isNull();
  }

  @Test
  void enterShowsATitleInTheAnimeTab(FxRobot robot) {
    open();
    focus(table);
    act(() -> table.getSelectionModel().select(1));
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    until(() -> window.assembly.navigation().tabProperty().get() == TabPage.ANIME);
    until(() -> window.assembly.navigation().titleProperty().get() == null);
  }

  @Test
  void theButtonLeadsToRecommendationsForThisUser(FxRobot robot) {
    open();
    choose(13);
    robot.clickOn("#users-recommend");
    assertThat(onFx(() -> window.assembly.navigation().tabProperty().get()))
        .isEqualTo(TabPage.RECOMMENDATIONS);
    assertThat(user()).isEqualTo(13);
  }

  @Test
  void whatIsTypedInTheHeaderIsShownHereToo() {
    open();
    choose(14);
    TextField number = (TextField) inPicker("#user-number");
    String typed = onFx(number::getText);
    assertThat(typed).isEqualTo("14");
    act(() -> window.assembly.user().next());
    untilShown(15);
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(wanted(15, null, null, true));
  }
}
