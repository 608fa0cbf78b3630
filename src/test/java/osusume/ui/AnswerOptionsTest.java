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
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
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
import osusume.nmf.NmfSettings;
import osusume.recommend.Aim;
import osusume.recommend.BlendPart;
import osusume.recommend.BlendWeights;
import osusume.recommend.Request;
import osusume.recommend.SmallWorld;
import osusume.ui.control.StatePane;
import osusume.ui.control.ValueSlider;
import osusume.ui.state.Training;
import osusume.ui.view.TabPage;

/** The form on the left of the Recommendations tab, by what it makes the tab ask. */
@ExtendWith(ApplicationExtension.class)
class AnswerOptionsTest {
  @TempDir static Path temp;
  private final StagedDoor door = new StagedDoor();
  private TestWindow window;

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
    untilAnswered();
  }

  @AfterEach
  void close() {
    window.close();
  }

  /** Waits until what was asked last is on the screen. */
  private Request untilAnswered() {
    ListView<?> list = window.find("recommendations", ListView.class);
    StatePane state = window.find("recommend-state", StatePane.class);
    until(() -> !state.busyProperty().get() && !list.getItems().isEmpty());
    return door.last();
  }

  private Slider slider(String id) {
    ValueSlider slider = window.find(id, ValueSlider.class);
    return onFx(() -> (Slider) slider.lookup(".slider"));
  }

  private void slide(String id, double value) {
    Slider slider = slider(id);
    act(() -> slider.setValue(value));
  }

  private String text(String id) {
    Label label = window.find(id, Label.class);
    return onFx(label::getText);
  }

  private String valueOf(String id) {
    ValueSlider slider = window.find(id, ValueSlider.class);
    return onFx(() -> ((Label) slider.lookup(".slider-value")).getText());
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> strategy() {
    return window.find("strategy", ComboBox.class);
  }

  @Test
  void whatNobodyChangedIsAskedAsItStands() {
    open();
    Request request = untilAnswered();
    assertThat(request.strategy()).isEqualTo("blend");
    assertThat(request.k()).isEqualTo(Request.DEFAULT_K);
    assertThat(request.aim()).isEqualTo(Aim.WATCH);
    assertThat(request.novelty()).isZero();
    assertThat(request.diversity()).isZero();
    assertThat(request.franchises()).isTrue();
    assertThat(request.takenOut().isEmpty()).isTrue();
    assertThat(request.weights()).isEqualTo(BlendWeights.LEARNED);
  }

  @Test
  void theSlidersAreMovedByKeysAndPutBackByDelete(FxRobot robot) {
    open();
    Slider novelty = slider("novelty");
    assertThat(onFx(novelty::getAccessibleText)).isEqualTo("Known or obscure");
    assertThat(valueOf("novelty")).isEqualTo("as ranked");
    act(novelty::requestFocus);
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    until(() -> door.last().novelty() == 0.1);
    assertThat(valueOf("novelty")).isEqualTo("+0.1");
    robot.press(KeyCode.HOME).release(KeyCode.HOME);
    until(() -> door.last().novelty() == -1);
    robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
    until(() -> door.last().novelty() == 0);
    Slider diversity = slider("diversity");
    act(diversity::requestFocus);
    robot.press(KeyCode.END).release(KeyCode.END);
    until(() -> door.last().diversity() == 1);
  }

  @Test
  void aSliderThatIsDraggedAsksForTheLastPlaceAndNotForEach() {
    open();
    int before = door.asked.size();
    Slider diversity = slider("diversity");
    act(
        () -> {
          for (int pixel = 0; pixel <= 200; pixel++) {
            diversity.setValue(pixel / 200.0 * 0.7);
          }
        });
    until(() -> door.last().diversity() == 0.7);
    untilAnswered();
    // There are seven tenths on the way, and two hundred places.
    assertThat(door.asked.size() - before).isLessThanOrEqualTo(7);
  }

  @Test
  void weightsAreThoseOfTheBlendAndNotOfAnotherStrategy() {
    open();
    Node sliders = window.find("weights-body", Node.class);
    ToggleButton unfold = window.find("weights-unfold", ToggleButton.class);
    assertThat(onFx(sliders::isVisible)).isFalse();
    act(unfold::fire);
    assertThat(onFx(sliders::isVisible)).isTrue();
    slide("weight-popular", 0);
    until(() -> door.last().weights().of(BlendPart.POPULAR) == 0);
    assertThat(valueOf("weight-popular")).isEqualTo("off");
    slide("weight-similar", 1.5);
    until(() -> door.last().weights().of(BlendPart.SIMILAR) == 1.5);
    assertThat(valueOf("weight-similar")).isEqualTo("× 1.5");
    act(() -> strategy().setValue("mix"));
    until(() -> door.last().strategy().equals("mix"));
    assertThat(onFx(window.find("weights", Node.class)::isVisible)).isFalse();
  }

  @Test
  void allWeightsAtZeroIsToldInPlaceAndTheLastAnswerStays() {
    open();
    act(window.find("weights-unfold", ToggleButton.class)::fire);
    for (BlendPart part : BlendPart.values()) {
      slide("weight-" + part.key(), 0);
    }
    assertThat(text("weights-trouble")).startsWith("All weights of the blend are 0");
    Request request = untilAnswered();
    assertThat(request.weights().of(BlendPart.FRANCHISE)).isPositive();
    assertThat(onFx(() -> window.assembly.messages().shown())).isEmpty();
    act(window.find("weights-reset", Hyperlink.class)::fire);
    until(() -> door.last().weights().equals(BlendWeights.LEARNED));
    assertThat(text("weights-trouble")).isEmpty();
  }

  @Test
  void ratingHighestIsOfferedOnlyWhereRatingsArePredicted() {
    door.predicts = false;
    open();
    ToggleButton rate = window.find("aim-rate", ToggleButton.class);
    assertThat(onFx(rate::isDisabled)).isTrue();
    assertThat(text("aim-hint")).contains("once predicting ratings has been learned");
    door.predicts = true;
    reopen();
    until(() -> !rate.isDisabled());
    assertThat(text("aim-hint")).isEmpty();
    act(rate::fire);
    until(() -> door.last().aim() == Aim.RATE);
    assertThat(onFx(() -> strategy().isDisabled())).isTrue();
    // One of the two holds in any case.
    act(rate::fire);
    assertThat(onFx(rate::isSelected)).isTrue();
    act(window.find("aim-watch", ToggleButton.class)::fire);
    until(() -> door.last().aim() == Aim.WATCH);
    assertThat(onFx(() -> strategy().isDisabled())).isFalse();
  }

  /** Opens the same data once more, as when something new has been learned from it. */
  private void reopen() {
    Object before = onFx(() -> window.assembly.data().opened());
    act(() -> window.assembly.datasets().open("small"));
    until(() -> window.assembly.data().opened() != before);
    until(() -> window.assembly.jobs().running().isEmpty());
    untilAnswered();
  }

  @Test
  void partsOfAStoryAreRowsOfTheirOwnWhereThePersonWantsThat() {
    open();
    CheckBox franchises = window.find("franchises", CheckBox.class);
    assertThat(text("recommend-hidden")).contains("11 further parts of a story");
    act(franchises::fire);
    until(() -> !door.last().franchises());
    until(() -> !text("recommend-hidden").contains("story"));
  }

  @Test
  void theTabMovesToABetterStrategyUnlessThePersonChoseOne() {
    door.strategies = List.of("mix", "popular");
    open();
    assertThat(untilAnswered().strategy()).isEqualTo("mix");
    door.strategies = List.of("blend", "mix", "popular");
    reopen();
    until(() -> door.last().strategy().equals("blend"));
    act(() -> strategy().setValue("popular"));
    until(() -> door.last().strategy().equals("popular"));
    reopen();
    assertThat(door.last().strategy()).isEqualTo("popular");
    door.strategies = List.of("blend");
    reopen();
    until(() -> door.last().strategy().equals("blend"));
  }

  @Test
  void aQuietNoteSaysThatTheBestIsStillBeingLearned() {
    door.strategies = List.of("mix", "popular");
    open();
    assertThat(text("recommend-note")).isEmpty();
    NmfSettings endless = NmfSettings.DEFAULT.withComponents(2).withTolerance(0);
    Training training = window.assembly.training();
    until(
        () -> {
          // So small a data set is learned to the last digit before a busy machine looks.
          act(
              () -> {
                if (training.runningProperty().get() == null) {
                  training.start(endless.withMaxIterations(1_000_000));
                }
              });
          return text("recommend-note").startsWith("The best strategy is still being learned.");
        });
    act(
        () -> {
          if (training.runningProperty().get() != null) {
            training.runningProperty().get().cancel();
          }
        });
    until(() -> text("recommend-note").isEmpty());
  }

  @Test
  void aStrategyWithoutATextIsShownByItsName() {
    open();
    assertThat(onFx(() -> strategy().getConverter().toString("blend"))).contains("(blend)");
    assertThat(text("strategy-hint")).isNotEmpty();
    act(() -> strategy().setValue("newest"));
    until(() -> door.last().strategy().equals("newest"));
    assertThat(onFx(() -> strategy().getConverter().toString("newest"))).isEqualTo("newest");
    assertThat(text("strategy-hint")).isEmpty();
  }

  @Test
  void whatWasAskedForIsRememberedForTheNextStart() throws IOException {
    open();
    slide("novelty", -0.4);
    slide("diversity", 0.3);
    slide("weight-rated", 2);
    act(window.find("franchises", CheckBox.class)::fire);
    act(window.find("aim-rate", ToggleButton.class)::fire);
    untilAnswered();
    window.close();
    var kept = new SettingsFile(window.places.settings()).read();
    assertThat(kept.asked().aim()).isEqualTo(Aim.RATE);
    TestWindow second = new TestWindow(window.folder);
    second.doors = door::before;
    act(() -> second.show(new Stage(), kept));
    int before = door.asked.size();
    window = second;
    window.open();
    until(() -> door.asked.size() > before);
    Request request = door.asked.get(before);
    assertThat(request.aim()).isEqualTo(Aim.RATE);
    assertThat(request.novelty()).isEqualTo(-0.4);
    assertThat(request.diversity()).isEqualTo(0.3);
    assertThat(request.franchises()).isFalse();
    assertThat(request.weights().of(BlendPart.RATED)).isEqualTo(2);
  }
}
