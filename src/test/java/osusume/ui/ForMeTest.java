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
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import osusume.app.SettingsFile;
import osusume.data.Anime;
import osusume.mylist.ListEntry;
import osusume.mylist.Status;
import osusume.mylist.TitleKey;
import osusume.recommend.SmallWorld;
import osusume.ui.control.StatePane;
import osusume.ui.control.UserPicker;
import osusume.ui.state.Panel;
import osusume.ui.view.TabPage;

/** Recommendations for the person at the keyboard, for two people, and like some titles. */
@ExtendWith(ApplicationExtension.class)
class ForMeTest {
  @TempDir static Path temp;
  private TestWindow window;
  private ListView<?> list;

  @Start
  void start(Stage ofTestFx) throws IOException {
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
    window.forMe = true;
    window.keep(SmallWorld.data());
    window.show(new Stage(), TabPage.RECOMMENDATIONS);
  }

  private void open() {
    window.open();
    window.untilTrained();
    list = window.find("recommendations", ListView.class);
    ComboBox<?> strategy = window.find("strategy", ComboBox.class);
    until(() -> "blend".equals(strategy.getValue()));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Anime title(int number) {
    return window.workspace.opened().data().catalogue().anime(number);
  }

  private void rate(int number, int score) {
    act(() -> window.assembly.list().rate(title(number), score));
    until(() -> onFx(() -> window.assembly.list().get().ofAnime(100 + number)).isPresent());
  }

  private void untilHeading(String text) {
    Label heading = window.find("recommend-heading", Label.class);
    StatePane state = window.find("recommend-state", StatePane.class);
    until(() -> !state.busyProperty().get() && heading.getText().equals(text));
  }

  private List<String> names() {
    return onFx(
        () ->
            java.util.stream.IntStream.range(0, list.getItems().size())
                .mapToObj(i -> MarksTest.nameOf(list, i))
                .toList());
  }

  private String text(String id) {
    Labeled label = window.find(id, Labeled.class);
    return onFx(label::getText);
  }

  /** The texts of the shown nodes of a style, within the list. */
  private List<String> texts(String selector) {
    return onFx(
        () -> {
          list.getScene().getRoot().applyCss();
          list.getScene().getRoot().layout();
          return list.lookupAll(selector).stream()
              .filter(TestWindow::shown)
              .map(node -> ((Labeled) node).getText())
              .toList();
        });
  }

  @Test
  void anEmptyListGetsThePopularTitlesAndAnInvitation() {
    open();
    untilHeading("5 titles for you");
    Node invite = window.find("recommend-invite", Node.class);
    assertThat(onFx(invite::isVisible)).isTrue();
    assertThat(names()).contains("Title0", "Title8");
    act(window.find("invite-rate", Button.class)::fire);
    until(() -> window.assembly.navigation().panelProperty().get() == Panel.RATE_TITLES);
    act(() -> window.assembly.navigation().panelProperty().set(null));
    assertThat(text("invite-text")).startsWith("Your list is empty");
    rate(0, 9);
    until(() -> !invite.isVisible());
  }

  @Test
  void theInvitationChoosesTheListToImport() throws IOException {
    open();
    untilHeading("5 titles for you");
    Path file = window.folder.resolve("mine.csv");
    Files.writeString(file, "title,name,status,score\nmal:108,Title8,completed,9\n");
    window.toImport = List.of(file);
    act(window.find("invite-import", Button.class)::fire);
    until(() -> window.assembly.listImport().waitingProperty().get() != null);
    assertThat(onFx(() -> window.assembly.navigation().tabProperty().get()))
        .isEqualTo(TabPage.MY_LIST);
  }

  @Test
  @SuppressWarnings("unchecked")
  void theInvitationSaysWhyTheListSaysNothing() {
    open();
    untilHeading("5 titles for you");
    Node invite = window.find("recommend-invite", Node.class);
    ListEntry nowhere =
        ListEntry.of(
            TitleKey.mal(900), "Nowhere", "TV", 12, Status.COMPLETED, java.time.Instant.EPOCH);
    act(() -> window.assembly.list().put(nowhere));
    until(() -> text("invite-text").startsWith("This data set knows no title of your list"));
    act(() -> window.assembly.list().mark(title(2), Status.PLANNED));
    until(() -> text("invite-text").startsWith("Nothing on your list says yet what you like"));
    assertThat(onFx(invite::isVisible)).isTrue();
    ComboBox<Object> companion = window.find("companion-kind", ComboBox.class);
    act(() -> companion.setValue(companion.getItems().get(1)));
    untilHeading("5 titles for you and user 1");
    assertThat(onFx(invite::isVisible)).isFalse();
  }

  @Test
  void whatIsRatedLeavesTheListTheNextIsChosenAndTheReasonsSpeakToThePerson(FxRobot robot) {
    open();
    rate(0, 9);
    rate(1, 8);
    until(() -> !names().contains("Title0") && !names().contains("Title1"));
    // Those who watched the first titles watched the rest of the first eight.
    until(() -> names().getFirst().matches("Title[2-7]"));
    String first = names().getFirst();
    act(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(0);
        });
    robot.press(KeyCode.DIGIT9).release(KeyCode.DIGIT9);
    until(() -> !names().contains(first));
    assertThat(names()).hasSize(5);
    assertThat(onFx(() -> list.getSelectionModel().getSelectedIndex())).isZero();
    assertThat(texts(".reason-lead")).contains("you gave").doesNotContain("because of");
    assertThat(texts(".caption")).contains("you’d give it").doesNotContain("predicted");
    robot.press(KeyCode.Z).release(KeyCode.Z);
    until(() -> names().contains(first));
  }

  @Test
  void whatIsPlannedOrNotWantedIsNotRecommended() {
    open();
    rate(0, 9);
    until(() -> names().contains("Title2"));
    act(() -> window.assembly.list().mark(title(2), Status.PLANNED));
    act(() -> window.assembly.list().notInterested(title(3), "Too long"));
    until(() -> !names().contains("Title2") && !names().contains("Title3"));
    until(() -> text("recommend-hidden").contains("1 watched, 2 planned or not wanted"));
  }

  @Test
  void theChoiceIsRememberedAndTheUsersTabChoosesTheUser() throws Exception {
    open();
    untilHeading("5 titles for you");
    UserPicker picker = window.find("user-picker", UserPicker.class);
    assertThat(onFx(picker::isVisible)).isFalse();
    act(window.find("for-user", ToggleButton.class)::fire);
    untilHeading("5 titles for user 1");
    assertThat(onFx(picker::isVisible)).isTrue();
    until(() -> kept("\"forUser\" : true") || kept("\"forUser\":true"));
    assertThat(new SettingsFile(window.places.settings()).read().start().forUser()).isTrue();
    act(window.find("for-me", ToggleButton.class)::fire);
    untilHeading("5 titles for you");
    act(() -> window.assembly.user().choose(2));
    act(() -> window.assembly.navigation().tabProperty().set(TabPage.USERS));
    until(() -> text("users-recommend").equals("Recommend for 2"));
    act(window.find("users-recommend", Button.class)::fire);
    untilHeading("5 titles for user 2");
    assertThat(onFx(() -> window.find("for-user", ToggleButton.class).isSelected())).isTrue();
  }

  private boolean kept(String text) {
    try {
      return Files.readString(window.places.settings()).contains(text);
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aUserGetsTheSameWhateverThePersonRates() {
    open();
    act(window.find("for-user", ToggleButton.class)::fire);
    untilHeading("5 titles for user 1");
    List<String> before = names();
    rate(5, 10);
    assertThat(names()).isEqualTo(before);
  }

  @Test
  @SuppressWarnings("unchecked")
  void forBothOfUsEachIsToldWhy() {
    open();
    rate(0, 9);
    rate(1, 9);
    ComboBox<Object> companion = window.find("companion-kind", ComboBox.class);
    act(() -> companion.setValue(companion.getItems().get(1)));
    // User 2 is of the other crowd; the picker starts with the first user.
    until(() -> shownPicker() != null);
    untilHeading("5 titles for you and user 1");
    act(() -> ((javafx.scene.control.TextField) shownPicker().lookup(".text-field")).setText("2"));
    untilHeading("5 titles for you and user 2");
    assertThat(names()).doesNotContain("Title0", "Title1", "Title8", "Title9", "Title12");
    assertThat(texts(".reason-lead")).contains("for you", "for user 2");
    assertThat(texts(".caption")).contains("you’d give it", "user 2");
    act(() -> companion.setValue(companion.getItems().getFirst()));
    untilHeading("5 titles for you");
  }

  private UserPicker shownPicker() {
    Node page = window.find("recommendations-page", Node.class);
    return onFx(
        () ->
            (UserPicker)
                page.lookupAll("*").stream()
                    .filter(UserPicker.class::isInstance)
                    .findFirst()
                    .orElse(null));
  }

  @Test
  @SuppressWarnings("unchecked")
  void theOthersListMayLieInAFile() throws IOException {
    open();
    rate(0, 9);
    Path file = window.folder.resolve("theirs.csv");
    window.toImport = List.of(file);
    Files.writeString(file, "no list at all");
    ComboBox<Object> companion = window.find("companion-kind", ComboBox.class);
    act(() -> companion.setValue(companion.getItems().getLast()));
    until(() -> !text("companion-trouble").isEmpty());
    untilHeading("5 titles for you");
    Files.writeString(
        file, "title,name,status,score\nmal:108,Title8,completed,9\nmal:109,Title9,completed,8\n");
    act(window.find("companion-file", Button.class)::fire);
    untilHeading("5 titles for you and theirs");
    assertThat(text("companion-trouble")).isEmpty();
    assertThat(names()).doesNotContain("Title0", "Title8", "Title9");
  }

  @Test
  void moreLikeChosenTitlesUntilTheChipIsPressed(FxRobot robot) {
    open();
    rate(10, 9);
    act(() -> window.assembly.navigation().tabProperty().set(TabPage.ANIME));
    TableView<?> table = window.find("anime-table", TableView.class);
    until(() -> table.getItems().size() > 10);
    Button like = window.find("anime-more-like", Button.class);
    act(() -> table.getSelectionModel().clearAndSelect(8));
    assertThat(onFx(like::isVisible)).isFalse();
    act(() -> table.getSelectionModel().select(9));
    until(like::isVisible);
    assertThat(onFx(like::getText)).isEqualTo("More like these 2");
    act(like::fire);
    until(() -> window.assembly.navigation().tabProperty().get() == TabPage.RECOMMENDATIONS);
    untilHeading("5 titles in the same vein");
    assertThat(text("like-chip")).isEqualTo("Title8, Title9");
    // Of the second crowd, but for the chosen ones and what the person has seen.
    assertThat(names()).contains("Title11").doesNotContain("Title8", "Title9", "Title10");
    assertThat(texts(".reason-lead")).contains("like");
    Node companion = window.find("companion-kind", Node.class);
    assertThat(TestWindow.shown(companion)).isFalse();
    act(window.find("like-chip", Button.class)::fire);
    untilHeading("5 titles for you");
    assertThat(TestWindow.shown(companion)).isTrue();
  }

  private void askForMoreLike(int number) {
    act(() -> window.assembly.navigation().recommendLike(List.of(title(number).id())));
    untilHeading("5 titles in the same vein");
  }

  @Test
  void whatIsRatedAmongMoreLikeTheseLeavesThePlaceToTheNext(FxRobot robot) {
    open();
    askForMoreLike(8);
    List<String> before = names();
    act(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(1);
        });
    robot.press(KeyCode.DIGIT7).release(KeyCode.DIGIT7);
    until(() -> !names().contains(before.get(1)));
    assertThat(onFx(() -> list.getSelectionModel().getSelectedIndex())).isEqualTo(1);
    assertThat(text("recommend-heading")).isEqualTo("5 titles in the same vein");
  }

  @Test
  void whoeverChoosesAPersonNoLongerAsksForTitlesLikeSome() {
    open();
    askForMoreLike(8);
    // The one that holds already is chosen as well.
    act(window.find("for-me", ToggleButton.class)::fire);
    untilHeading("5 titles for you");
    assertThat(onFx(() -> window.find("for-me", ToggleButton.class).isSelected())).isTrue();
    askForMoreLike(8);
    act(window.find("for-user", ToggleButton.class)::fire);
    untilHeading("5 titles for user 1");
    askForMoreLike(8);
    act(() -> window.assembly.user().choose(2));
    untilHeading("5 titles for user 2");
  }

  @Test
  @SuppressWarnings("unchecked")
  void aHalfLifeIsRememberedAndAsksAgain() {
    open();
    rate(0, 9);
    ComboBox<Integer> halfLife = window.find("half-life", ComboBox.class);
    act(() -> halfLife.setValue(2));
    assertThat(onFx(() -> window.assembly.settings().get().asked().halfLifeYears())).isEqualTo(2);
    act(window.find("for-user", ToggleButton.class)::fire);
    until(() -> !halfLife.getParent().isVisible());
  }
}
