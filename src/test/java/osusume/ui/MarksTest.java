package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import osusume.mylist.ListEntry;
import osusume.mylist.Status;
import osusume.recommend.SmallWorld;
import osusume.ui.control.RatingBar;
import osusume.ui.control.StatusMenu;
import osusume.ui.control.TitleMark;
import osusume.ui.state.Messages;
import osusume.ui.view.TabPage;

/** What a person says of titles, wherever they are shown. */
@ExtendWith(ApplicationExtension.class)
class MarksTest {
  private static final Map<KeyCode, Status> STATUSES =
      Map.of(
          KeyCode.P, Status.PLANNED,
          KeyCode.W, Status.WATCHING,
          KeyCode.C, Status.COMPLETED,
          KeyCode.H, Status.ON_HOLD,
          KeyCode.D, Status.DROPPED,
          KeyCode.X, Status.NOT_INTERESTED);

  @TempDir static Path temp;
  private TestWindow window;

  @Start
  void start(Stage ofTestFx) throws IOException {
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
    window.keep(SmallWorld.data());
    window.show(new Stage(), TabPage.ANIME);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void open(TabPage tab) {
    window.open();
    act(() -> window.assembly.navigation().tabProperty().set(tab));
  }

  /** What the list says of SmallWorld's title of a number. */
  private Optional<ListEntry> entry(int title) {
    return onFx(() -> window.assembly.list().get().ofAnime(100 + title));
  }

  private void untilScore(int title, int score) {
    until(() -> entry(title).map(ListEntry::score).orElse(0) == score);
  }

  private void untilStatus(int title, Status status) {
    until(() -> entry(title).map(ListEntry::status).orElse(null) == status);
  }

  private TableView<?> table(String id, int chosen) {
    TableView<?> table = window.find(id, TableView.class);
    until(() -> table.getItems().size() > chosen);
    act(
        () -> {
          table.requestFocus();
          table.getSelectionModel().clearAndSelect(chosen);
        });
    return table;
  }

  private static void press(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
  }

  private void everyKeyWorksOn(int title, FxRobot robot) {
    press(robot, KeyCode.DIGIT7);
    untilScore(title, 7);
    assertThat(entry(title).orElseThrow().status()).isEqualTo(Status.COMPLETED);
    press(robot, KeyCode.DIGIT0);
    untilScore(title, 10);
    press(robot, KeyCode.DELETE);
    untilScore(title, 0);
    press(robot, KeyCode.Z);
    untilScore(title, 10);
    STATUSES.forEach(
        (key, status) -> {
          press(robot, key);
          untilStatus(title, status);
        });
  }

  @Test
  void everyKeyWorksInTheAnimeTab(FxRobot robot) {
    open(TabPage.ANIME);
    table("anime-table", 1);
    everyKeyWorksOn(1, robot);
  }

  @Test
  void everyKeyWorksInTheUsersTab(FxRobot robot) {
    open(TabPage.USERS);
    table("users-table", 0);
    everyKeyWorksOn(0, robot);
  }

  @Test
  void everyKeyWorksInTheRecommendations(FxRobot robot) {
    open(TabPage.RECOMMENDATIONS);
    window.untilTrained();
    ListView<?> list = window.find("recommendations", ListView.class);
    until(() -> list.getItems().size() == 5);
    act(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(0);
        });
    int title = Integer.parseInt(nameOf(list, 0).substring("Title".length()));
    everyKeyWorksOn(title, robot);
    press(robot, KeyCode.SPACE);
    until(() -> window.assembly.navigation().tabProperty().get() == TabPage.ANIME);
    until(() -> text("details-name").equals("Title" + title));
  }

  @Test
  void keysWorkOnTheTitlesOfATasteGroup(FxRobot robot) {
    open(TabPage.MODEL);
    window.untilTrained();
    ListView<?> groups = window.find("groups-list", ListView.class);
    until(() -> !groups.getItems().isEmpty());
    act(
        () -> {
          groups.requestFocus();
          groups.getSelectionModel().select(0);
        });
    press(robot, KeyCode.ENTER);
    until(() -> shown(groups, ".title-chip").isPresent());
    Button chip = (Button) shown(groups, ".title-chip").orElseThrow();
    String name = onFx(chip::getAccessibleText);
    act(chip::requestFocus);
    press(robot, KeyCode.DIGIT8);
    untilScore(Integer.parseInt(name.substring("Title".length())), 8);
    until(() -> chip.getAccessibleText().equals(name + ". Completed, you gave it 8"));
  }

  @Test
  void keysThatAreTypedSayNothing(FxRobot robot) {
    open(TabPage.ANIME);
    table("anime-table", 0);
    robot.clickOn("#filter-title").write("px9");
    TextField field = window.find("filter-title", TextField.class);
    until(() -> field.getText().equals("px9"));
    act(
        () ->
            window.assembly.list().rate(window.workspace.opened().data().catalogue().anime(3), 5));
    untilScore(3, 5);
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    until(() -> !field.getText().equals("px9"));
    assertThat(onFx(() -> window.assembly.list().get().size())).isEqualTo(1);
  }

  @Test
  void ctrlZUndoesAnywhere(FxRobot robot) {
    open(TabPage.ANIME);
    table("anime-table", 2);
    press(robot, KeyCode.DIGIT9);
    untilScore(2, 9);
    act(() -> window.assembly.navigation().tabProperty().set(TabPage.MODEL));
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    until(() -> entry(2).isEmpty());
  }

  @Test
  void severalChosenTitlesAreMarkedAsOneChange(FxRobot robot) {
    open(TabPage.ANIME);
    TableView<?> table = table("anime-table", 0);
    act(() -> table.getSelectionModel().selectRange(0, 3));
    press(robot, KeyCode.P);
    until(() -> onFx(() -> window.assembly.list().get().size()) == 3);
    until(() -> message().equals("3 titles: Plan to watch."));
    press(robot, KeyCode.Z);
    until(() -> onFx(() -> window.assembly.list().get().isEmpty()));
  }

  private String message() {
    return onFx(
        () -> {
          List<Messages.Message> shown = window.assembly.messages().shown();
          return shown.isEmpty() ? "" : shown.getLast().sentence();
        });
  }

  @Test
  void aKeyOnVeryManyTitlesAsksFirst(FxRobot robot) {
    open(TabPage.ANIME);
    act(() -> window.assembly.datasets().open("demo"));
    TableView<?> table = table("anime-table", 200);
    act(
        () -> {
          table.getSelectionModel().clearSelection();
          table.getSelectionModel().selectRange(0, 150);
        });
    press(robot, KeyCode.P);
    until(() -> message().startsWith("150 titles are chosen."));
    press(robot, KeyCode.DIGIT8);
    until(() -> message().equals("150 titles are chosen. Change them all at once: score 8?"));
    assertThat(onFx(() -> window.assembly.messages().shown().size())).isEqualTo(1);
    assertThat(onFx(() -> window.assembly.list().get().size())).isZero();
    robot.clickOn(".message-action");
    until(() -> onFx(() -> window.assembly.list().get().size()) == 150);
    until(() -> message().equals("150 titles: score 8."));
  }

  @Test
  void toChooseTheStatusThatIsChosenLeavesItChosen(FxRobot robot) {
    open(TabPage.ANIME);
    table("anime-table", 3);
    press(robot, KeyCode.D);
    untilStatus(3, Status.DROPPED);
    StatusMenu status = window.find("details-status", StatusMenu.class);
    until(() -> status.getText().equals("Dropped"));
    for (int i = 0; i < 2; i++) {
      robot.clickOn(status);
      until(() -> robot.lookup(".radio-menu-item:checked").tryQuery().isPresent());
      robot.clickOn(".radio-menu-item:checked");
      until(() -> !status.isShowing());
      RadioMenuItem item = (RadioMenuItem) item(status.getItems(), "Dropped");
      assertThat(onFx(item::isSelected)).isTrue();
    }
  }

  private static Optional<Node> shown(Node in, String selector) {
    return onFx(() -> in.lookupAll(selector).stream().filter(TestWindow::shown).findFirst());
  }

  private static void askForMenu(Node node) {
    act(
        () -> {
          // A menu whose item was fired by a program does not go by itself.
          List.copyOf(Window.getWindows()).stream()
              .filter(ContextMenu.class::isInstance)
              .forEach(Window::hide);
          Point2D at = node.localToScreen(20, 20);
          node.fireEvent(
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                  20,
                  20,
                  at.getX(),
                  at.getY(),
                  false,
                  null));
        });
  }

  /** The items of the menu that is open. */
  private static List<MenuItem> menu() {
    return onFx(
        () ->
            Window.getWindows().stream()
                .filter(shown -> shown instanceof ContextMenu menu && menu.isShowing())
                .map(shown -> List.copyOf(((ContextMenu) shown).getItems()))
                .findFirst()
                .orElseThrow());
  }

  private static MenuItem item(List<MenuItem> items, String text) {
    return items.stream()
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text));
  }

  @Test
  void theMenuOffersEverythingInWords(FxRobot robot) {
    open(TabPage.ANIME);
    Node table = table("anime-table", 4);
    askForMenu(table);
    act(item(menu(), "Watching")::fire);
    untilStatus(4, Status.WATCHING);
    askForMenu(table);
    act(item(((Menu) item(menu(), "Rate")).getItems(), "9 Great")::fire);
    untilScore(4, 9);
    askForMenu(table);
    act(item(menu(), "Open on MyAnimeList")::fire);
    assertThat(window.shownOutside).containsExactly("https://myanimelist.net/anime/104");
    askForMenu(table);
    act(item(menu(), "Take off my list")::fire);
    until(() -> entry(4).isEmpty());
    assertThat(onFx(() -> window.assembly.messages().shown().getLast().sentence()))
        .isEqualTo("“Title4” is off your list.");
  }

  @Test
  void aReasonIsChosenOrWritten(FxRobot robot) {
    open(TabPage.ANIME);
    Node table = table("anime-table", 4);
    askForMenu(table);
    act(item(((Menu) item(menu(), "Not interested")).getItems(), "Too long")::fire);
    until(() -> entry(4).map(ListEntry::reason).orElse("").equals("Too long"));
    until(() -> text("details-reason").equals("Too long"));
    askForMenu(table);
    act(item(((Menu) item(menu(), "Not interested")).getItems(), "In my own words…")::fire);
    until(() -> robot.lookup("#own-reason").tryQuery().isPresent());
    TextField field = robot.lookup("#own-reason").queryAs(TextField.class);
    act(
        () -> {
          field.setText("  the ending ");
          field.fireEvent(new javafx.event.ActionEvent());
        });
    until(() -> entry(4).map(ListEntry::reason).orElse("").equals("the ending"));
  }

  @Test
  void theOfferUnderAnUnwantedTitleUndoesIt(FxRobot robot) {
    open(TabPage.ANIME);
    table("anime-table", 5);
    press(robot, KeyCode.X);
    untilStatus(5, Status.NOT_INTERESTED);
    until(() -> robot.lookup(".message-action").tryQuery().isPresent());
    robot.clickOn(".message-action");
    until(() -> entry(5).isEmpty());
  }

  @Test
  void theDetailsRateByClickAndKeysAndFollowTheList(FxRobot robot) {
    open(TabPage.ANIME);
    table("anime-table", 3);
    until(() -> text("details-name").equals("Title3"));
    RatingBar bar = window.find("details-score", RatingBar.class);
    StatusMenu status = window.find("details-status", StatusMenu.class);
    assertThat(onFx(status::getText)).isEqualTo("Add to my list");
    press(robot, KeyCode.SPACE);
    until(bar::isFocused);
    robot.clickOn(bar.getChildren().get(6));
    untilScore(3, 7);
    until(() -> bar.getAccessibleText().equals("You gave it 7 of 10"));
    assertThat(onFx(status::getText)).isEqualTo("Completed");
    robot.clickOn(bar.getChildren().get(6));
    untilScore(3, 0);
    press(robot, KeyCode.RIGHT);
    press(robot, KeyCode.RIGHT);
    press(robot, KeyCode.ENTER);
    untilScore(3, 2);
    act(() -> item(status.getItems(), "Dropped").fire());
    untilStatus(3, Status.DROPPED);
    until(() -> status.getText().equals("Dropped"));
    press(robot, KeyCode.ESCAPE);
    until(() -> window.find("anime-table", TableView.class).isFocused());
  }

  @Test
  void theChosenRowOffersItsActions(FxRobot robot) {
    open(TabPage.RECOMMENDATIONS);
    window.untilTrained();
    ListView<?> list = window.find("recommendations", ListView.class);
    until(() -> list.getItems().size() == 5);
    assertThat(shown(list, ".title-actions")).isEmpty();
    act(() -> list.getSelectionModel().select(0));
    int title = Integer.parseInt(nameOf(list, 0).substring("Title".length()));
    until(() -> shown(list, ".title-actions").isPresent());
    fire(list, ".mark-plan-hint");
    untilStatus(title, Status.PLANNED);
    until(() -> shown(list, ".title-mark").isPresent());
    fire(list, ".mark-rate-hint");
    until(
        () ->
            robot
                .lookup("#asked-rating")
                .tryQuery()
                .filter(bar -> bar.getScene().getFocusOwner() == bar)
                .isPresent());
    press(robot, KeyCode.DIGIT4);
    untilScore(title, 4);
    until(() -> robot.lookup("#asked-rating").tryQuery().isEmpty());
    fire(list, ".mark-notInterested-hint");
    untilStatus(title, Status.NOT_INTERESTED);
    fire(list, ".mark-page");
    assertThat(window.shownOutside)
        .containsExactly("https://myanimelist.net/anime/" + (100 + title));
    fire(list, ".mark-moreLike");
    until(() -> text("like-chip").equals("Title" + title));
  }

  private static void fire(Node in, String selector) {
    act(((Button) shown(in, selector).orElseThrow())::fire);
  }

  /** Row by row, what the marks of a table say; empty where there is none. */
  private static List<String> marks(TableView<?> table) {
    return onFx(
        () -> {
          table.getScene().getRoot().applyCss();
          table.getScene().getRoot().layout();
          return table.lookupAll(".title-mark").stream()
              .filter(TestWindow::shown)
              .map(mark -> ((TitleMark) mark).getText())
              .toList();
        });
  }

  @Test
  void marksFollowTheListInEveryTabWithoutMovingAnything(FxRobot robot) {
    open(TabPage.USERS);
    TableView<?> users = table("users-table", 1);
    act(() -> window.assembly.navigation().tabProperty().set(TabPage.ANIME));
    TableView<?> anime = table("anime-table", 1);
    Object chosen = onFx(() -> users.getSelectionModel().getSelectedItem());
    List<?> rows = onFx(() -> List.copyOf(users.getItems()));
    press(robot, KeyCode.DIGIT6);
    untilScore(1, 6);
    until(() -> marks(anime).equals(List.of("6")));
    act(() -> window.assembly.navigation().tabProperty().set(TabPage.USERS));
    until(() -> marks(users).equals(List.of("6")));
    assertThat(onFx(() -> users.getSelectionModel().getSelectedItem())).isEqualTo(chosen);
    assertThat(onFx(() -> List.copyOf(users.getItems()))).isEqualTo(rows);
    act(() -> window.assembly.list().undo());
    until(() -> marks(users).isEmpty());
  }

  private String text(String id) {
    Labeled label = window.find(id, Labeled.class);
    return onFx(label::getText);
  }

  /** The name of a title of the recommendations. */
  static String nameOf(ListView<?> list, int index) {
    return onFx(
        () -> {
          list.getScene().getRoot().applyCss();
          list.getScene().getRoot().layout();
          return list.lookupAll(".recommendation").stream()
              .map(Node::getAccessibleText)
              .filter(text -> text != null && text.startsWith(index + 1 + ": "))
              .map(text -> text.replaceAll("^\\d+: (.*?)\\. .*$", "$1"))
              .findFirst()
              .orElseThrow();
        });
  }
}
