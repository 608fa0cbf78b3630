package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import osusume.recommend.SmallWorld;
import osusume.recommend.TakenOut;
import osusume.ui.control.StatePane;
import osusume.ui.view.TabPage;

/** The rows of the Recommendations tab: why a title is there, and without which reasons. */
@ExtendWith(ApplicationExtension.class)
class ReasonsTest {
  @TempDir static Path temp;
  private final StagedDoor door = new StagedDoor();
  private TestWindow window;
  private ListView<?> list;

  @Start
  void start(Stage ofTestFx) throws IOException {
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
    window.keep(SmallWorld.data());
    window.doors = door::before;
    window.show(new Stage(), TabPage.RECOMMENDATIONS);
  }

  private void open() {
    window.open();
    window.untilTrained();
    list = window.find("recommendations", ListView.class);
    untilAnswered();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static String title(int row) {
    return SmallWorld.data().catalogue().anime(row).name();
  }

  private void untilAnswered() {
    StatePane state = window.find("recommend-state", StatePane.class);
    until(() -> !state.busyProperty().get() && !list.getItems().isEmpty());
  }

  private <T extends Node> List<T> all(String selector, Class<T> type) {
    return onFx(
        () -> {
          list.getScene().getRoot().applyCss();
          list.getScene().getRoot().layout();
          return window.find("recommendations-page", Node.class).lookupAll(selector).stream()
              .filter(TestWindow::shown)
              .map(type::cast)
              .toList();
        });
  }

  private List<String> crosses() {
    return all(".reason-cross", Button.class).stream()
        .map(cross -> onFx(cross::getAccessibleText))
        .toList();
  }

  private void fireCross(String name) {
    Button cross =
        all(".reason-cross", Button.class).stream()
            .filter(button -> button.getAccessibleText().equals("Take out “" + name + "”"))
            .findFirst()
            .orElseThrow();
    act(cross::fire);
  }

  private List<Button> chips() {
    return all("#taken-out .chip", Button.class);
  }

  @Test
  void aReasonThatIsTakenOutCountsNoMoreAndIsPutBackByItsChip() {
    open();
    assertThat(chips()).isEmpty();
    fireCross(title(0));
    until(() -> door.last().takenOut().animeRows().equals(Set.of(0)));
    untilAnswered();
    assertThat(crosses()).isNotEmpty().doesNotContain("Take out “" + title(0) + "”");
    fireCross(title(1));
    until(() -> door.last().takenOut().animeRows().equals(Set.of(0, 1)));
    untilAnswered();
    assertThat(chips()).extracting(Button::getText).containsExactly(title(0), title(1));
    act(chips().getFirst()::fire);
    until(() -> door.last().takenOut().animeRows().equals(Set.of(1)));
    act(window.find("put-all-back", Hyperlink.class)::fire);
    until(() -> door.last().takenOut().isEmpty());
    assertThat(chips()).isEmpty();
  }

  @Test
  void aTasteGroupIsTakenOutTheSameWay() {
    open();
    String group =
        onFx(() -> window.assembly.data().opened().trained().orElseThrow().groups().groups())
            .get(1)
            .label();
    fireCross(group);
    until(() -> door.last().takenOut().equals(new TakenOut(Set.of(), Set.of(1))));
    assertThat(chips()).extracting(Button::getText).containsExactly(group);
  }

  @Test
  void reasonsOfTheDataCanNotBeTakenOut() {
    open();
    act(all(".why", Hyperlink.class).getFirst()::fire);
    assertThat(all(".reason", Node.class)).hasSizeGreaterThan(crosses().size());
    assertThat(crosses())
        .noneMatch(cross -> cross.contains("a liked genre") || cross.contains("average"));
  }

  @Test
  void theReasonsOfTheChosenRowAreReachedAndTakenOutByKeys(FxRobot robot) {
    open();
    assertThat(crosses()).isNotEmpty();
    act(list::requestFocus);
    until(() -> list.getSelectionModel().getSelectedIndex() == 0);
    // Nobody presses a key before the next frame.
    WaitForAsyncUtils.waitForFxEvents();
    robot.press(KeyCode.TAB).release(KeyCode.TAB);
    until(() -> list.getScene().getFocusOwner().getStyleClass().contains("reason-cross"));
    assertThat(onFx(() -> list.getScene().getFocusOwner().getAccessibleText()))
        .isEqualTo("Take out “" + title(0) + "”");
    robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
    until(() -> door.last().takenOut().animeRows().equals(Set.of(0)));
    until(list::isFocused);
    assertThat(onFx(() -> window.assembly.navigation().tabProperty().get()))
        .isEqualTo(TabPage.RECOMMENDATIONS);
  }

  @Test
  void anotherUserOrDataSetStartsWithEveryReason() {
    open();
    fireCross(title(0));
    until(() -> !door.last().takenOut().isEmpty());
    act(() -> window.assembly.user().choose(SmallWorld.OF_SECOND_CROWD));
    until(() -> door.last().takenOut().isEmpty());
    untilAnswered();
    fireCross(title(8));
    until(() -> !door.last().takenOut().isEmpty());
    act(() -> window.assembly.datasets().open("demo"));
    until(() -> window.assembly.data().opened().data().simulated());
    until(() -> door.last().takenOut().isEmpty());
    assertThat(chips()).isEmpty();
  }

  @Test
  void theReasonsThatDoNotFitAreShownOnDemand() {
    open();
    Hyperlink why = all(".why", Hyperlink.class).getFirst();
    int folded = all(".reason", Node.class).size();
    assertThat(onFx(why::getText)).isEqualTo("Why this?");
    act(why::fire);
    assertThat(onFx(why::getText)).isEqualTo("Less");
    assertThat(all(".reason", Node.class)).hasSizeGreaterThan(folded);
    act(why::fire);
    until(() -> all(".reason", Node.class).size() == folded);
  }

  @Test
  void aRowTellsTheTwoStrongestKindsOfReasonUntilItIsAskedForAll() {
    open();
    assertThat(leads()).containsOnly("because of", "taste");
    act(all(".why", Hyperlink.class).getFirst()::fire);
    until(() -> leads().contains("others"));
    assertThat(leads()).contains("because of", "taste", "habits", "others");
  }

  private List<String> leads() {
    return all(".reason-lead", Label.class).stream()
        .map(Label::getText)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  @Test
  void thePredictedRatingIsShownWhereThereIsOne() {
    door.predicts = false;
    open();
    assertThat(all(".predicted", Label.class)).isEmpty();
    door.predicts = true;
    act(() -> window.assembly.user().choose(SmallWorld.OF_SECOND_CROWD));
    until(() -> !all(".predicted", Label.class).isEmpty());
    // Title 0, in row 0: what the staged door makes of its mean rating.
    assertThat(all(".predicted", Label.class)).extracting(Label::getText).contains("7.0 ± 0.7");
  }

  @Test
  void aRowNamesTheOtherPartsOfItsStory() {
    open();
    door.story = List.of(16, 17);
    act(() -> window.assembly.user().choose(SmallWorld.OF_SECOND_CROWD));
    until(() -> !all(".story", Label.class).isEmpty());
    assertThat(all(".story", Label.class).getFirst().getText())
        .isEqualTo("and 2 more parts: %s, %s".formatted(title(16), title(17)));
  }

  @Test
  void aRowNamesThePartThatRanksIt() {
    open();
    door.story = List.of(16, 17);
    door.lastPartRanks = true;
    act(() -> window.assembly.user().choose(SmallWorld.OF_SECOND_CROWD));
    until(() -> !all(".story", Label.class).isEmpty());
    assertThat(all(".story", Label.class).getFirst().getText())
        .isEqualTo(
            "ranked for %s; and 2 more parts: %s, %s".formatted(title(17), title(16), title(17)));
  }
}
