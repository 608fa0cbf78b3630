package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import osusume.app.Settings;
import osusume.data.Catalogue;
import osusume.mylist.ListColumn;
import osusume.mylist.ListEntry;
import osusume.mylist.ListStore;
import osusume.mylist.ListTitle;
import osusume.mylist.MyList;
import osusume.mylist.PartialDate;
import osusume.mylist.Status;
import osusume.mylist.TitleKey;
import osusume.recommend.Aim;
import osusume.recommend.BlendWeights;
import osusume.recommend.Request;
import osusume.recommend.SmallWorld;
import osusume.ui.control.ShareRows;
import osusume.ui.recommend.Door;
import osusume.ui.state.Messages;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

@ExtendWith(ApplicationExtension.class)
class MyListTabTest {
  private static final Catalogue CATALOGUE = SmallWorld.data().catalogue();
  private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
  private static final TitleKey NOT_HERE = TitleKey.mal(900);

  @TempDir static Path temp;
  private final AtomicInteger doorsAsked = new AtomicInteger();
  private TestWindow window;
  private TableView<ListTitle> table;

  @Start
  void start(Stage ofTestFx) throws IOException {
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
    window.keep(SmallWorld.data());
    window.doors =
        opened -> {
          doorsAsked.incrementAndGet();
          return Door.of(opened);
        };
    window.show(new Stage(), TabPage.MY_LIST);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static ListEntry entry(int title, Status status, int score, int minutes) {
    return ListEntry.of(CATALOGUE.anime(title), status, THEN.plusSeconds(60L * minutes))
        .but()
        .score(score)
        .build();
  }

  /** Title 0 completed 9, 1 completed 6, 2 watching, 3 planned, and one the data set lacks. */
  private static List<ListEntry> list() {
    return List.of(
        entry(0, Status.COMPLETED, 9, 5),
        entry(1, Status.COMPLETED, 6, 4),
        entry(2, Status.WATCHING, 0, 3),
        entry(3, Status.PLANNED, 0, 2),
        ListEntry.of(NOT_HERE, "Nowhere", "TV", 12, Status.ON_HOLD, THEN.plusSeconds(60)));
  }

  @SuppressWarnings("unchecked")
  private void open(List<ListEntry> entries) throws IOException {
    if (!entries.isEmpty()) {
      SampleLists.keep(window, entries);
    }
    window.open();
    until(() -> window.assembly.list().readyProperty().get());
    table = window.find("mylist-table", TableView.class);
    until(() -> window.assembly.list().get().size() == entries.size());
    until(() -> table.getItems().size() == entries.size());
  }

  private ListEntry now(TitleKey key) {
    return onFx(() -> window.assembly.list().get().get(key).orElse(null));
  }

  private static TitleKey key(int title) {
    return TitleKey.mal(CATALOGUE.anime(title).id());
  }

  private List<String> names() {
    return onFx(() -> table.getItems().stream().map(row -> row.anime().name()).toList());
  }

  private void select(String name) {
    act(
        () -> {
          for (ListTitle row : table.getItems()) {
            if (row.anime().name().equals(name)) {
              table.getSelectionModel().clearAndSelect(table.getItems().indexOf(row));
            }
          }
        });
    until(() -> text("mylist-entry-name").equals(name));
  }

  private String text(String id) {
    return window.find(id, Label.class).getText();
  }

  private void fire(String button) {
    act(() -> window.find(button, Button.class).fire());
  }

  private ToggleButton chip(String start) {
    return onFx(
        () ->
            window.find("mylist-chips", Node.class).lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(chip -> chip.getText().startsWith(start))
                .findFirst()
                .orElseThrow());
  }

  private static void focus(Node node) {
    act(
        () -> {
          node.getScene().getWindow().requestFocus();
          node.requestFocus();
        });
    until(() -> node.getScene().getWindow().isFocused() && node.isFocused());
  }

  private void write(String field, String text) {
    TextField input = window.find(field, TextField.class);
    act(
        () -> {
          input.setText(text);
          input.fireEvent(new javafx.event.ActionEvent());
        });
  }

  private void section(String name) {
    act(() -> window.find("mylist-section-" + name, ToggleButton.class).setSelected(true));
  }

  @Test
  void anEmptyListSaysWhatToDo() throws IOException {
    open(List.of());
    assertThat(TestWindow.shown(window.find("mylist-empty", Node.class))).isTrue();
    assertThat(TestWindow.shown(window.find("mylist-table", Node.class))).isFalse();
    assertThat(window.find("mylist-section-next", ToggleButton.class).isDisabled()).isTrue();
    fire("mylist-empty-rate");
    assertThat(TestWindow.shown(window.find("rate-titles", Node.class))).isTrue();
    fire("rate-close");
    fire("mylist-empty-anilist");
    assertThat(window.find("anilist-user", TextField.class).isVisible()).isTrue();
    assertThat(window.find("anilist-ask", Button.class).isDisabled()).isTrue();
  }

  @Test
  void whatWasChangedLastComesFirstAndEachColumnSorts() throws IOException {
    open(list());
    assertThat(names()).containsExactly("Title0", "Title1", "Title2", "Title3", "Nowhere");
    for (ListColumn column : ListColumn.values()) {
      for (boolean descending : new boolean[] {false, true}) {
        sort(column, descending);
        List<String> expected =
            list().stream()
                .map(entry -> ListTitle.of(entry, CATALOGUE))
                .sorted(column.order(descending))
                .map(title -> title.anime().name())
                .toList();
        until(() -> names().equals(expected));
      }
    }
  }

  private void sort(ListColumn by, boolean descending) {
    act(
        () -> {
          TableColumn<ListTitle, ?> column =
              table.getColumns().stream().filter(c -> c.getUserData() == by).findFirst().get();
          column.setSortType(
              descending ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
          table.getSortOrder().setAll(List.of(column));
        });
  }

  @Test
  void chipsCountAndChoose() throws IOException {
    open(list());
    assertThat(chip("All").getText()).isEqualTo("All 5");
    assertThat(chip("Completed").getText()).isEqualTo("Completed 2");
    assertThat(chip("Dropped").isDisabled()).isTrue();
    act(() -> chip("Completed").fire());
    until(() -> names().equals(List.of("Title0", "Title1")));
    act(() -> chip("Completed").fire());
    assertThat(chip("Completed").isSelected()).isTrue();
    act(() -> chip("Not in this data set").fire());
    until(() -> names().equals(List.of("Nowhere")));
  }

  @Test
  void theTextFiltersAndWhereNothingFitsEverythingIsOffered() throws IOException {
    open(list());
    act(() -> window.find("mylist-text", TextField.class).setText("nowh"));
    until(() -> names().equals(List.of("Nowhere")));
    act(() -> window.find("mylist-text", TextField.class).setText("zzz"));
    until(() -> names().isEmpty());
    assertThat(TestWindow.shown(window.find("mylist-entry", Node.class))).isFalse();
    fire("state-button");
    until(() -> names().size() == 5);
  }

  @Test
  void keysRateAndMarkTheChosenRowAndControlZUndoes(FxRobot robot) throws IOException {
    open(list());
    select("Title2");
    focus(table);
    robot.push(KeyCode.DIGIT8);
    until(() -> now(key(2)).score() == 8);
    until(() -> window.find("mylist-undo", Button.class).getText().equals("Undo: rated Title2 8"));
    robot.push(KeyCode.DIGIT0);
    until(() -> now(key(2)).score() == 10);
    robot.push(KeyCode.D);
    until(() -> now(key(2)).status() == Status.DROPPED);
    until(() -> chip("Dropped").getText().equals("Dropped 1"));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    until(() -> now(key(2)).status() == Status.WATCHING);
    fire("mylist-undo");
    until(() -> now(key(2)).score() == 8);
    robot.push(KeyCode.DELETE);
    until(() -> now(key(2)).score() == 0);
  }

  @Test
  void digitsTypedIntoTheFilterRateNothing(FxRobot robot) throws IOException {
    open(list());
    TextField filter = window.find("mylist-text", TextField.class);
    focus(filter);
    robot.write("Title1");
    until(() -> names().equals(List.of("Title1")));
    assertThat(now(key(1)).score()).isEqualTo(6);
  }

  @Test
  void aRowThatIsChangedStaysWhereItIsUntilTheOrderIsAskedForAnew() throws IOException {
    open(list());
    sort(ListColumn.SCORE, true);
    List<String> before = List.of("Title0", "Title1", "Nowhere", "Title2", "Title3");
    until(() -> names().equals(before));
    select("Title2");
    act(() -> window.assembly.list().rate(now(key(2)), 10));
    until(() -> table.getItems().stream().anyMatch(row -> row.entry().score() == 10));
    assertThat(names()).isEqualTo(before);
    assertThat(onFx(() -> table.getSelectionModel().getSelectedItem().entry().score()))
        .isEqualTo(10);
    sort(ListColumn.SCORE, true);
    act(() -> table.sort());
    until(() -> names().getFirst().equals("Title2"));
  }

  @Test
  void oneMoreEpisodeBeginsTheTitleAndTheLastOneCompletesIt() throws IOException {
    open(list());
    int episodes = CATALOGUE.anime(3).episodes();
    select("Title3");
    fire("mylist-entry-more");
    until(() -> now(key(3)).seen() == 1);
    assertThat(now(key(3)).started().known()).isTrue();
    assertThat(now(key(3)).status()).isEqualTo(episodes == 1 ? Status.COMPLETED : Status.WATCHING);
    for (int seen = 2; seen <= episodes; seen++) {
      int wanted = seen;
      fire("mylist-entry-more");
      until(() -> now(key(3)).seen() == wanted);
    }
    assertThat(now(key(3)).status()).isEqualTo(Status.COMPLETED);
    assertThat(now(key(3)).finished().known()).isTrue();
    until(() -> window.find("mylist-entry-more", Button.class).isDisabled());
  }

  @Test
  void everyPartOfATitleTheDataSetLacksCanBeChanged() throws IOException {
    open(list());
    select("Nowhere");
    assertThat(TestWindow.shown(window.find("mylist-entry-unknown", Node.class))).isTrue();
    assertThat(TestWindow.shown(window.find("mylist-entry-show", Node.class))).isFalse();
    write("mylist-entry-seen", "7");
    until(() -> now(NOT_HERE).seen() == 7);
    write("mylist-entry-started", "2015-03");
    until(() -> now(NOT_HERE).started().equals(new PartialDate(2015, 3, 0)));
    write("mylist-entry-finished", "2016");
    until(() -> now(NOT_HERE).finished().equals(new PartialDate(2016, 0, 0)));
    write("mylist-entry-rewatches", "2");
    until(() -> now(NOT_HERE).rewatches() == 2);
    write("mylist-entry-rewatches", "often");
    assertThat(text("mylist-entry-trouble")).contains("\u201coften\u201d is no number of times");
    write("mylist-entry-rewatches", "2");
    write("mylist-entry-tags", "slow, \"quiet\" \u2764");
    until(() -> now(NOT_HERE).tags().equals("slow, \"quiet\" \u2764"));
    act(() -> window.assembly.list().rate(now(NOT_HERE), 4));
    until(() -> now(NOT_HERE).score() == 4);
    assertThat(now(NOT_HERE).seen()).isEqualTo(7);
  }

  @Test
  void whatIsNoDateOrNumberIsSaidAndNothingChanges() throws IOException {
    open(list());
    select("Title0");
    ListEntry before = now(key(0));
    write("mylist-entry-finished", "2015-02-30");
    assertThat(text("mylist-entry-trouble")).isEqualTo("2015-02-30 is no date.");
    // Whatever is shown anew meanwhile, what was refused stays to be put right.
    act(() -> window.assembly.list().rate(before, 3));
    until(() -> now(key(0)).score() == 3);
    act(() -> window.assembly.list().undo());
    until(() -> now(key(0)).score() == 9);
    assertThat(text("mylist-entry-trouble")).isEqualTo("2015-02-30 is no date.");
    write("mylist-entry-finished", "soon");
    assertThat(text("mylist-entry-trouble")).contains("\"soon\" is no date");
    write("mylist-entry-seen", "-3");
    assertThat(text("mylist-entry-trouble")).contains("\u201c-3\u201d is no number of episodes");
    select("Title1");
    assertThat(text("mylist-entry-trouble")).isEmpty();
    assertThat(now(key(0))).isEqualTo(before);
  }

  @Test
  void whatWasWrittenIsKeptWhenAnotherTitleIsChosen() throws IOException {
    open(list());
    select("Title0");
    focus(window.find("mylist-entry-tags", TextField.class));
    act(() -> window.find("mylist-entry-tags", TextField.class).setText("loved"));
    select("Title1");
    until(() -> now(key(0)).tags().equals("loved"));
    assertThat(now(key(1)).tags()).isEmpty();
  }

  private TextArea comments() {
    return window.find("mylist-entry-comments", TextArea.class);
  }

  @Test
  void whatIsBeingWrittenIsKeptWhenTheWindowIsClosed(FxRobot robot) throws IOException {
    open(list());
    select("Title0");
    focus(comments());
    robot.write("quiet");
    assertThat(now(key(0)).comments()).isEmpty();
    window.close();
    MyList kept =
        ListStore.open(
                window.places.list(),
                Clock.systemUTC(),
                trouble -> {
                  throw new AssertionError(trouble);
                })
            .list();
    assertThat(kept.get(key(0)).orElseThrow().comments()).isEqualTo("quiet");
  }

  @Test
  void theUndoButtonTakesBackWhatItNamedWhenItWasPressedOrNothing(FxRobot robot)
      throws IOException {
    open(list());
    select("Title0");
    act(() -> window.assembly.list().rate(now(key(0)), 8));
    Button undo = window.find("mylist-undo", Button.class);
    until(() -> undo.getText().equals("Undo: rated Title0 8"));
    focus(comments());
    robot.write("quiet");
    robot.moveTo(undo).press(MouseButton.PRIMARY);
    until(() -> undo.getText().equals("Undo: changed Title0"));
    robot.release(MouseButton.PRIMARY);
    until(
        () -> messages().stream().anyMatch(each -> each.startsWith("Your list has changed since")));
    assertThat(now(key(0)).comments()).isEqualTo("quiet");
    assertThat(now(key(0)).score()).isEqualTo(8);
    robot.clickOn(undo);
    until(() -> now(key(0)).comments().isEmpty());
  }

  private List<String> messages() {
    return onFx(
        () -> window.assembly.messages().shown().stream().map(Messages.Message::sentence).toList());
  }

  /** Does what the only message on the screen offers. */
  private void takeOffer() {
    act(
        () -> {
          assertThat(window.assembly.messages().shown()).hasSize(1);
          window.assembly.messages().shown().getFirst().action().orElseThrow().run().run();
        });
  }

  private void key(EventType<KeyEvent> what, boolean control) {
    act(
        () ->
            table.fireEvent(new KeyEvent(what, "z", "z", KeyCode.Z, false, control, false, false)));
  }

  @Test
  void aKeyThatIsHeldUndoesOnceAndWhatWasUndoneIsSaidAndCanBeDoneAgain() throws IOException {
    open(list());
    select("Title2");
    for (int score = 1; score <= 6; score++) {
      int given = score;
      act(() -> window.assembly.list().rate(now(key(2)), given));
      until(() -> now(key(2)).score() == given);
    }
    for (boolean control : new boolean[] {false, true}) {
      for (int i = 0; i < 5; i++) {
        key(KeyEvent.KEY_PRESSED, control);
      }
      key(KeyEvent.KEY_RELEASED, control);
    }
    until(() -> messages().equals(List.of("Undone: rated Title2 5")));
    assertThat(now(key(2)).score()).isEqualTo(4);
    takeOffer();
    until(() -> messages().equals(List.of("Done again: rated Title2 5")));
    assertThat(now(key(2)).score()).isEqualTo(5);
    takeOffer();
    until(() -> messages().equals(List.of("Undone: rated Title2 5")));
    act(() -> window.assembly.list().rate(now(key(2)), 9));
    until(() -> messages().isEmpty());
  }

  @Test
  void whatCannotBeWrittenIsSaidAndNotShownAsSaved() throws IOException {
    open(list());
    select("Title0");
    Path folder = window.places.list();
    Path aside = folder.resolveSibling("aside");
    Files.move(folder, aside);
    Files.writeString(folder, "a file where the folder should be");
    TextField tags = window.find("mylist-entry-tags", TextField.class);
    write("mylist-entry-tags", "loved");
    until(() -> text("mylist-entry-trouble").startsWith("This could not be saved."));
    assertThat(messages()).hasSize(1);
    assertThat(tags.getText()).isEqualTo("loved");
    assertThat(now(key(0)).tags()).isEmpty();
    act(() -> window.assembly.navigation().panelProperty().set(Panel.KEYS));
    assertThat(
            onFx(
                () -> window.find("messages-above", Node.class).lookupAll(".message-wrong").size()))
        .isEqualTo(1);
    act(() -> window.assembly.navigation().panelProperty().set(null));
    Files.delete(folder);
    Files.move(aside, folder);
    act(() -> tags.fireEvent(new javafx.event.ActionEvent()));
    until(() -> now(key(0)).tags().equals("loved"));
    until(() -> text("mylist-entry-trouble").isEmpty());
  }

  @Test
  void aListThatCannotBeReadIsNotCalledEmpty() throws IOException {
    Path folder = window.places.list();
    Files.writeString(folder, "a file where the folder should be");
    window.open();
    until(() -> text("mylist-unread-what").equals("Your list could not be read"));
    assertThat(text("mylist-unread-why")).contains("is a file");
    assertThat(TestWindow.shown(window.find("mylist-unread", Node.class))).isTrue();
    assertThat(TestWindow.shown(window.find("mylist-empty", Node.class))).isFalse();
    Files.delete(folder);
    fire("mylist-unread-again");
    until(() -> TestWindow.shown(window.find("mylist-empty", Node.class)));
  }

  @Test
  void aTitleThatIsTakenOffCanBePutBack() throws IOException {
    open(list());
    select("Nowhere");
    ListEntry before = now(NOT_HERE);
    fire("mylist-entry-remove");
    until(() -> !names().contains("Nowhere"));
    fire("mylist-undo");
    until(() -> names().contains("Nowhere"));
    assertThat(now(NOT_HERE)).isEqualTo(before);
  }

  @Test
  void theStatisticsAddUpWhatTheListSays() throws IOException {
    open(list());
    section("statistics");
    until(() -> text("statistics-titles").equals("5"));
    assertThat(text("statistics-mean")).isEqualTo("7.50");
    assertThat(text("statistics-unknown")).startsWith("1 title is not in this data set");
    assertThat(text("statistics-hours")).startsWith("about ");
    List<ShareRows.Row> statuses = window.find("statistics-statuses", ShareRows.class).rows();
    assertThat(statuses.stream().map(row -> row.name() + " " + row.figure()))
        .containsExactly("Watching 1", "Completed 2", "On hold 1", "Plan to watch 1");
    act(() -> window.assembly.list().rate(now(key(2)), 3));
    until(() -> text("statistics-mean").equals("6.00"));
  }

  @SuppressWarnings("unchecked")
  private ListView<Object> planned() {
    return window.find("next-list", ListView.class);
  }

  private List<ListEntry> planning() {
    return List.of(
        entry(0, Status.COMPLETED, 9, 1),
        entry(1, Status.COMPLETED, 8, 1),
        entry(4, Status.PLANNED, 0, 1),
        entry(5, Status.PLANNED, 0, 1),
        entry(9, Status.PLANNED, 0, 1),
        entry(12, Status.PLANNED, 0, 1));
  }

  @Test
  void plannedTitlesAreRankedAsTheDefaultStrategyRanksThem() throws IOException {
    open(planning());
    window.untilTrained();
    section("next");
    until(() -> planned().getItems().size() == 4);
    var opened = window.assembly.data().opened();
    var door = opened.recommendations();
    List<Integer> expected =
        door
            .answer(
                Request.of(
                        onFx(() -> window.assembly.person().own(CATALOGUE)),
                        door.strategies().getFirst())
                    .k(4)
                    .franchises(false)
                    .among(window.assembly.list().get().rows(Status.PLANNED, CATALOGUE))
                    .build())
            .recommendations()
            .stream()
            .map(title -> title.animeRow())
            .toList();
    assertThat(expected).containsExactlyInAnyOrder(4, 5, 9, 12);
    assertThat(rankedNames())
        .isEqualTo(expected.stream().map(row -> CATALOGUE.anime(row).name()).toList());
    assertThat(text("next-heading")).startsWith("4 of 4 planned titles");
    act(() -> window.assembly.list().mark(now(key(4)), Status.DROPPED));
    until(() -> planned().getItems().size() == 3);
  }

  private List<String> rankedNames() {
    return onFx(
        () -> {
          ListView<Object> list = planned();
          list.getScene().getRoot().applyCss();
          list.getScene().getRoot().layout();
          return list.lookupAll(".recommendation").stream()
              .map(cell -> cell.getAccessibleText())
              .filter(spoken -> spoken != null)
              .sorted()
              .map(spoken -> spoken.replaceAll("^\\d+: (.*?)\\. .*$", "$1"))
              .toList();
        });
  }

  @Test
  void afterARatingTheNextPlannedTitleIsChosen(FxRobot robot) throws IOException {
    open(planning());
    section("next");
    until(() -> planned().getItems().size() == 4);
    focus(planned());
    act(() -> planned().getSelectionModel().select(1));
    robot.press(KeyCode.DIGIT8).release(KeyCode.DIGIT8);
    until(() -> planned().getItems().size() == 3);
    assertThat(onFx(() -> planned().getSelectionModel().getSelectedIndex())).isEqualTo(1);
    act(() -> planned().getSelectionModel().select(2));
    robot.press(KeyCode.X).release(KeyCode.X);
    until(() -> planned().getItems().size() == 2);
    assertThat(onFx(() -> planned().getSelectionModel().getSelectedIndex())).isEqualTo(1);
  }

  @Test
  void anotherHalfLifeRanksThePlannedTitlesAnew() throws IOException {
    open(planning());
    section("next");
    until(() -> planned().getItems().size() == 4);
    window.untilTrained();
    int before = doorsAsked.get();
    Settings.Asked shorter = new Settings.Asked(Aim.WATCH, 0, 0, true, BlendWeights.LEARNED, 2);
    act(() -> window.assembly.settings().change(old -> old.withAsked(shorter)));
    assertThat(doorsAsked.get()).isGreaterThan(before);
  }

  @Test
  void oneIsPickedAtRandomAndAnotherIsAnotherOne() throws IOException {
    open(planning());
    section("next");
    until(() -> planned().getItems().size() == 4);
    fire("next-pick");
    String first = text("next-picked-name");
    assertThat(first).isIn("Title4", "Title5", "Title9", "Title12");
    for (int i = 0; i < 20; i++) {
      String before = text("next-picked-name");
      fire("next-another");
      assertThat(text("next-picked-name")).isNotEqualTo(before);
    }
    fire("next-watch");
    until(() -> planned().getItems().size() == 3);
    assertThat(TestWindow.shown(window.find("next-picked", Node.class))).isFalse();
  }

  @Test
  void theFilterHoldsForTheRankingAndThePick() throws IOException {
    open(planning());
    section("next");
    until(() -> planned().getItems().size() == 4);
    act(() -> window.find("filter-title", TextField.class).setText("Title12"));
    until(() -> planned().getItems().size() == 1);
    fire("next-pick");
    assertThat(text("next-picked-name")).isEqualTo("Title12");
    assertThat(window.find("next-another", Button.class).isDisabled()).isTrue();
    act(() -> window.find("filter-title", TextField.class).setText("zzz"));
    until(() -> planned().getItems().isEmpty());
    assertThat(window.find("next-pick", Button.class).isDisabled()).isTrue();
    assertThat(text("next-heading")).isEqualTo("4 planned titles");
  }
}
