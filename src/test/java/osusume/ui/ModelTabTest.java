package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
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
import osusume.app.Kept;
import osusume.app.Opened;
import osusume.app.Opened.Trained;
import osusume.app.Part;
import osusume.app.Workspace;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.nmf.IterationListener;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;
import osusume.recommend.SmallWorld;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;
import osusume.recommend.TasteGroups.TasteGroup;
import osusume.ui.job.JobTask;
import osusume.ui.state.Training.Iteration;
import osusume.ui.view.TabPage;

@ExtendWith(ApplicationExtension.class)
class ModelTabTest {
  private static final Dataset DATA = SmallWorld.data();

  @TempDir static Path temp;
  private TestWindow window;

  @Start
  void start(Stage ofTestFx) throws IOException {
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
    window.show(new Stage(), TabPage.MODEL);
  }

  private void openSmall() throws IOException {
    window.keep(DATA);
    open();
  }

  /** The demo is large enough for a training that can be stopped half-way. */
  private void open() {
    window.open();
    window.untilTrained();
    untilListed(trained().model().components());
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Trained trained() {
    return onFx(() -> window.assembly.data().opened().trained().orElseThrow());
  }

  private void type(String id, String text) {
    TextField field = window.find(id, TextField.class);
    act(() -> field.setText(text));
  }

  private void press(String id) {
    Button button = window.find(id, Button.class);
    act(button::fire);
  }

  private String text(String id) {
    Label label = window.find(id, Label.class);
    return onFx(() -> label.isVisible() ? label.getText() : "");
  }

  @SuppressWarnings("unchecked")
  private ListView<TasteGroup> list() {
    return window.find("groups-list", ListView.class);
  }

  private void untilListed(int groups) {
    until(() -> list().getItems().size() == groups);
  }

  @SuppressWarnings("unchecked")
  private List<XYChart.Data<Number, Number>> line() {
    Node chart = window.find("loss-chart", Node.class);
    return onFx(
        () ->
            List.copyOf(
                ((LineChart<Number, Number>) chart.lookup(".chart"))
                    .getData()
                    .getFirst()
                    .getData()));
  }

  private void train(String components) {
    type("train-components", components);
    press("train");
    until(() -> window.assembly.training().runningProperty().get() == null);
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

  private String standing(Part<?> part) {
    Node row = window.find("part-" + part.name(), Node.class);
    return onFx(() -> ((Label) row.lookup(".part-standing")).getText());
  }

  private Button learn(Part<?> part) {
    Node row = window.find("part-" + part.name(), Node.class);
    return onFx(() -> (Button) row.lookup(".learn-part"));
  }

  private Opened opened() {
    return onFx(() -> window.assembly.data().opened());
  }

  @Test
  void everythingElseIsLearnedByItselfOnceTheTasteGroupsAreThere() throws IOException {
    openSmall();
    for (Part<?> part : window.assembly.learning().parts()) {
      assertThat(opened().part(part)).as(part.name()).isPresent();
      until(() -> standing(part).startsWith("Learned on "));
      assertThat(onFx(() -> learn(part).getText())).isEqualTo("Learn anew");
    }
    assertThat(opened().recommendations().strategies())
        .containsExactlyElementsOf(Strategies.ALL.stream().map(Strategy::name).toList());
  }

  @Test
  void onePartIsLearnedAnewAtAClickAndTheOthersStay() throws IOException {
    openSmall();
    Kept<?> similar = opened().part(Part.SIMILAR).orElseThrow();
    Kept<?> blend = opened().part(Part.BLEND).orElseThrow();
    Boolean otherIsDisabled =
        onFx(
            () -> {
              learn(Part.SIMILAR).fire();
              return learn(Part.BLEND).isDisabled();
            });
    assertThat(otherIsDisabled).as("one at a time").isTrue();
    until(() -> window.assembly.jobs().running().isEmpty());
    assertThat(opened().part(Part.SIMILAR).orElseThrow()).isNotSameAs(similar);
    assertThat(opened().part(Part.BLEND).orElseThrow()).isSameAs(blend);
    assertThat(onFx(() -> learn(Part.BLEND).isDisabled())).isFalse();
  }

  @Test
  void trainingAnewLearnsNothingElseAnew() throws IOException {
    openSmall();
    Kept<?> blend = opened().part(Part.BLEND).orElseThrow();
    train("3");
    assertThat(onFx(() -> window.assembly.learning().runningProperty().get())).isNull();
    assertThat(opened().part(Part.BLEND).orElseThrow()).isSameAs(blend);
    assertThat(opened().recommendations().strategies()).contains("blend", "mix");
  }

  @Test
  void whatWasCancelledDoesNotComeBackByItselfButAtAClick() throws IOException {
    window.keep(DATA);
    act(
        () ->
            window
                .assembly
                .learning()
                .runningProperty()
                .addListener(
                    (_, _, job) -> {
                      if (job != null) {
                        job.cancel();
                      }
                    }));
    open();
    assertThat(opened().part(Part.SIMILAR)).isEmpty();
    assertThat(opened().recommendations().strategies()).contains("mix").doesNotContain("blend");
    train("3");
    assertThat(opened().part(Part.SIMILAR)).isEmpty();
    until(() -> standing(Part.SIMILAR).equals("Not learned yet."));
    window.workspace.learn(Part.SIMILAR, Progress.NONE);
    until(() -> opened().recommendations().strategies().contains("similar"));
    until(() -> standing(Part.SIMILAR).startsWith("Learned on "));
  }

  @Test
  void anotherDataSetStopsTheLearningAndGetsItsOwn() throws IOException {
    window.keep(DATA);
    act(() -> window.assembly.datasets().open("demo"));
    until(() -> window.assembly.learning().currentProperty().get() != null);
    JobTask<Void> ofDemo = onFx(() -> window.assembly.learning().runningProperty().get());
    act(() -> window.assembly.datasets().open(DATA.name()));
    until(() -> window.assembly.data().opened().data().name().equals(DATA.name()));
    window.untilTrained();
    assertThat(onFx(() -> ofDemo.phaseProperty().get())).isEqualTo(JobTask.Phase.CANCELLED);
    for (Part<?> part : window.assembly.learning().parts()) {
      until(() -> standing(part).startsWith("Learned on "));
      assertThat(opened().part(part)).isPresent();
    }
  }

  @Test
  void closingTheWindowWhileSomethingIsLearnedLeavesOnlyWholeFiles() throws IOException {
    act(() -> window.assembly.start(List.of()));
    until(() -> window.assembly.learning().currentProperty().get() != null);
    window.close();
    assertThat(window.places.models()).isDirectoryNotContaining("glob:**.part");
    List<String> told = new java.util.ArrayList<>();
    Opened again =
        new Workspace(window.places)
            .open("demo", Progress.NONE, trouble -> told.add(trouble.getMessage()));
    assertThat(told).isEmpty();
    assertThat(again.trained()).isPresent();
  }

  @Test
  void aPartTheDataAreTooSmallForSaysSoAndTheOthersAreLearned() throws IOException {
    window.keep(alone());
    open();
    until(() -> standing(Part.SIMILAR).contains("too few ratings"));
    assertThat(opened().part(Part.RATING)).isPresent();
    assertThat(onFx(() -> window.assembly.messages().shown())).isEmpty();
  }

  @Test
  void whereNobodyRatedAnythingWhatNeedsNoRatingsIsLearnedAllTheSame() throws IOException {
    window.keep(unrated());
    window.open();
    until(() -> opened().part(Part.SIMILAR).isPresent() && opened().part(Part.BAGGED).isPresent());
    until(() -> window.assembly.jobs().running().isEmpty());
    assertThat(opened().trained()).isEmpty();
    assertThat(opened().recommendations().strategies()).contains("similar", "bagged", "people");
  }

  private static Dataset unrated() {
    RatingMatrix rated = DATA.ratings();
    byte[] values = new byte[rated.entryCount()];
    java.util.Arrays.fill(values, (byte) -1);
    return new Dataset(
        "unrated",
        false,
        DATA.catalogue(),
        new RatingMatrix(
            java.util.stream.IntStream.range(0, rated.rowCount()).map(rated::idOfRow).toArray(),
            rated.starts(),
            rated.columns(),
            values,
            SmallWorld.TITLES),
        "u7d",
        DATA.report());
  }

  @Test
  void aPartThatIsThereAndDamagedSaysSoAsAWarning() throws IOException {
    openSmall();
    window.close();
    Path file = window.places.models().resolve("rating-small.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 3] ^= 2;
    Files.write(file, bytes);
    act(() -> reopen(file.getParent().getParent()));
    // What is damaged is learned anew at once, which is asked to stop here.
    act(
        () ->
            window
                .assembly
                .learning()
                .runningProperty()
                .addListener(
                    (_, _, job) -> {
                      if (job != null) {
                        job.cancel();
                      }
                    }));
    window.open();
    until(() -> standing(Part.RATING).contains("rating-small"));
    Label standing =
        onFx(() -> (Label) window.find("part-rating", Node.class).lookup(".part-standing"));
    assertThat(standing.getStyleClass()).contains("inline-trouble").doesNotContain("muted");
  }

  private void reopen(Path folder) {
    window = new TestWindow(folder);
    window.show(new Stage(), TabPage.MODEL);
  }

  /** Nobody shares a title with anybody. */
  private static Dataset alone() {
    int[] starts = java.util.stream.IntStream.rangeClosed(0, SmallWorld.TITLES).toArray();
    int[] columns = java.util.stream.IntStream.range(0, SmallWorld.TITLES).toArray();
    byte[] values = new byte[SmallWorld.TITLES];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (5 + i % 5);
    }
    int[] ids = java.util.stream.IntStream.rangeClosed(1, SmallWorld.TITLES).toArray();
    return new Dataset(
        "alone",
        false,
        DATA.catalogue(),
        new RatingMatrix(ids, starts, columns, values, SmallWorld.TITLES),
        "a10e",
        DATA.report());
  }

  @Test
  void trainingWithAnotherNumberOfGroupsChangesTheGroups() throws IOException {
    openSmall();
    NmfModel before = trained().model();
    train("3");
    NmfModel after = trained().model();
    assertThat(after.components()).isEqualTo(3).isNotEqualTo(before.components());
    untilListed(3);
    assertThat(text("model-summary"))
        .isEqualTo("3 taste groups learned from “small” (43 users, 18 titles)");
    assertThat(text("train-ended")).startsWith("3 taste groups learned in ");
    assertThat(text("groups-count")).isEqualTo("3 of 3");
  }

  @Test
  void theFirstTrainingOfASessionBeginsWithAnEmptyChart() throws IOException {
    window.keep(DATA);
    Workspace before = new Workspace(window.places);
    before.open(DATA.name(), Progress.NONE, trouble -> {});
    before.train(NmfSettings.DEFAULT.withComponents(2), Progress.NONE, IterationListener.NONE);
    open();
    assertThat(line()).as("the chart of the model that was opened").isNotEmpty();
    int[] atStart = {-1};
    act(
        () ->
            window
                .assembly
                .training()
                .runningProperty()
                .addListener((_, _, now) -> atStart[0] = now == null ? atStart[0] : line().size()));
    train("4");
    assertThat(atStart[0]).isZero();
    assertThat(line()).hasSize(trained().model().iterations());
  }

  @Test
  void theChartGetsOnePointAnIterationWhileTrainingRuns() throws IOException {
    openSmall();
    int[] wrong = {0};
    int[] heard = {0};
    act(
        () ->
            window
                .assembly
                .training()
                .iterations()
                .addListener(
                    (ListChangeListener<Iteration>)
                        change -> {
                          long done = change.getList().stream().filter(i -> i.number() > 0).count();
                          heard[0]++;
                          wrong[0] += done == line().size() ? 0 : 1;
                        }));
    train("4");
    NmfModel model = trained().model();
    assertThat(heard[0]).isGreaterThan(model.iterations());
    assertThat(wrong[0]).isZero();
    List<XYChart.Data<Number, Number>> line = line();
    assertThat(line).hasSize(model.iterations());
    for (int i = 0; i < line.size(); i++) {
      assertThat(line.get(i).getXValue().intValue()).isEqualTo(i + 1);
      assertThat(line.get(i).getYValue().doubleValue()).isEqualTo(model.loss()[i + 1]);
    }
  }

  @Test
  void cancellingMidTrainingKeepsTheOldModelAndItsFile() throws IOException {
    open();
    Trained before = trained();
    byte[] file = Files.readAllBytes(before.file());
    type("train-components", "120");
    type("train-iterations", "100000");
    type("train-tolerance", "0");
    press("train");
    until(() -> window.assembly.training().iterations().size() > 3);
    assertThat(text("train-how")).contains("of at most 100,000");
    assertThat(text("train-left")).startsWith("at most ");
    assertThat(trained()).isSameAs(before);
    press("train-cancel");
    until(() -> text("train-ended").startsWith("Cancelled."));
    assertThat(trained()).isSameAs(before);
    assertThat(Files.readAllBytes(before.file())).isEqualTo(file);
    assertThat(line()).hasSize(before.model().iterations());
    Button train = window.find("train", Button.class);
    assertThat(onFx(() -> train.isVisible() && !train.isDisabled())).isTrue();
  }

  @Test
  void whatIsNoNumberOfGroupsIsSaidBesideTheFieldAndNotTrained() throws IOException {
    openSmall();
    Trained before = trained();
    Button train = window.find("train", Button.class);
    for (String wrong : List.of("1", "201", "", "many", "2.5", "-3")) {
      type("train-components", wrong);
      assertThat(text("train-components-wrong")).isEqualTo("A whole number from 2 to 200, please.");
      assertThat(onFx(train::isDisabled)).isTrue();
    }
    type("train-components", "2");
    assertThat(text("train-components-wrong")).isEmpty();
    type("train-tolerance", "-1");
    assertThat(text("train-tolerance-wrong")).isNotEmpty();
    type("train-tolerance", "1e-3");
    assertThat(text("train-tolerance-wrong")).isEmpty();
    type("train-iterations", "0");
    assertThat(text("train-iterations-wrong")).isNotEmpty();
    type("train-iterations", "50");
    type("train-seed", "x");
    assertThat(text("train-seed-wrong")).isNotEmpty();
    assertThat(trained()).isSameAs(before);
  }

  @Test
  void theFormTrainsWhatItSays() throws IOException {
    openSmall();
    type("train-iterations", "7");
    type("train-tolerance", "0,001");
    type("train-seed", "42");
    var random = window.find("train-random", javafx.scene.control.ToggleButton.class);
    act(random::fire);
    train("3");
    assertThat(trained().model().settings())
        .isEqualTo(new NmfSettings(3, 7, 0.001, NmfSettings.Start.RANDOM, 42));
  }

  @Test
  void moreGroupsThanTheDataAllowIsSaidInlineAndNothingIsLost() throws IOException {
    openSmall();
    Trained before = trained();
    train("100");
    assertThat(text("train-ended"))
        .startsWith("100 components are more than this data set allows")
        .contains("Ask for 16 or fewer.");
    assertThat(trained()).isSameAs(before);
    assertThat(before.file()).exists();
    assertThat(onFx(() -> window.assembly.messages().shown())).isEmpty();
  }

  @Test
  void aCopyIsSavedPutInUseAndDeletedAfterAsking() throws IOException {
    openSmall();
    NmfModel first = trained().model();
    type("files-name", "mine");
    press("files-save");
    Path copy = window.places.models().resolve("mine.safetensors");
    until(() -> text("files-said").equals("Saved as “mine”."));
    assertThat(copy).exists();
    untilRows(2);
    train("3");
    until(() -> in("mine", ".use-model").size() == 1);
    fire("mine", ".use-model");
    until(() -> trained().file().getFileName().equals(copy.getFileName()));
    assertThat(trained().model().loss()).isEqualTo(first.loss());
    until(() -> said("mine").contains("in use"));
    until(() -> window.assembly.jobs().running().isEmpty());

    fire("mine", ".delete-model");
    assertThat(said("mine")).anyMatch(line -> line.contains("at the next start"));
    fire("mine", ".keep-model");
    assertThat(in("mine", ".really-delete-model")).isEmpty();
    assertThat(copy).exists();
    fire("mine", ".delete-model");
    fire("mine", ".really-delete-model");
    until(() -> text("files-said").equals("“mine” was deleted."));
    assertThat(copy).doesNotExist();
    untilRows(1);
    assertThat(trained().model().loss()).isEqualTo(first.loss());
  }

  @Test
  void aNameThatIsTakenOrIsNoFileNameIsSaidInline() throws IOException {
    openSmall();
    type("files-name", "mine");
    press("files-save");
    untilRows(2);
    type("files-name", "mine");
    press("files-save");
    until(() -> text("files-said").contains("already"));
    type("files-name", "../out");
    press("files-save");
    until(() -> text("files-said").contains("can't be the name of a model"));
    assertThat(window.places.models().resolveSibling("out.safetensors")).doesNotExist();
    untilRows(2);
  }

  @Test
  void aDamagedFileIsListedWithItsReasonAndOneOfOtherDataCannotBeUsed() throws IOException {
    Path models = Files.createDirectories(window.places.models());
    Files.write(models.resolve("broken.safetensors"), "nonsense".getBytes(StandardCharsets.UTF_8));
    openSmall();
    untilRows(2);
    assertThat(said("broken")).anyMatch(line -> line.contains("can't be used"));
    assertThat(in("broken", ".use-model")).isEmpty();
    act(() -> window.assembly.datasets().open("demo"));
    until(() -> window.assembly.data().opened().data().simulated());
    window.untilTrained();
    untilRows(3);
    until(() -> said("nmf-small").contains("Made from another data set"));
    assertThat(in("nmf-small", ".use-model")).isEmpty();
  }

  @Test
  void aFileWhoseNumbersWereAlteredIsRefusedAndTheModelInUseStays() throws IOException {
    openSmall();
    type("files-name", "mine");
    press("files-save");
    untilRows(2);
    Path copy = window.places.models().resolve("mine.safetensors");
    byte[] bytes = Files.readAllBytes(copy);
    bytes[bytes.length - 5] ^= 1;
    Files.write(copy, bytes);
    Trained before = trained();
    fire("mine", ".use-model");
    until(() -> text("files-said").contains("damaged or altered"));
    assertThat(trained()).isSameAs(before);
  }

  private void untilRows(int count) {
    Node rows = window.find("files-rows", Node.class);
    until(() -> rows.lookupAll(".model-file").size() == count);
  }

  private Set<Node> in(String file, String selector) {
    Node rows = window.find("files-rows", Node.class);
    return onFx(
        () ->
            rows.lookupAll(".model-file").stream()
                .filter(row -> ((Label) row.lookup(".title-name")).getText().equals(file))
                .findFirst()
                .map(row -> row.lookupAll(selector))
                .orElse(Set.of()));
  }

  private List<String> said(String file) {
    return in(file, ".label").stream().map(node -> ((Labeled) node).getText()).toList();
  }

  private void fire(String file, String selector) {
    Set<Node> buttons = in(file, selector);
    assertThat(buttons).hasSize(1);
    act(() -> ((Button) buttons.iterator().next()).fire());
  }

  @Test
  void groupsAreFoundByGenreTitleAndNumber() throws IOException {
    openSmall();
    train("2");
    untilListed(2);
    TasteGroup sports =
        trained().groups().groups().stream()
            .filter(group -> group.typicalGenres().contains("Sports"))
            .findFirst()
            .orElseThrow();
    type("groups-search", "sport");
    untilListed(1);
    assertThat(onFx(() -> list().getItems().getFirst())).isEqualTo(sports);
    type("groups-search", "2");
    until(() -> list().getItems().getFirst().number() == 2);
    type("groups-search", "nothing like it");
    until(() -> text("groups-count").equals("0 of 2"));
    assertThat(onFx(() -> window.find("groups", Node.class).lookup("#state-what")))
        .extracting(node -> ((Label) node).getText())
        .isEqualTo("No group fits “nothing like it”");
    type("groups-search", "");
    untilListed(2);
  }

  @Test
  void aGroupFoldsOutByKeyAndItsTitlesLeadToTheAnimeTab(FxRobot robot) throws IOException {
    openSmall();
    focus(list());
    act(() -> list().getSelectionModel().select(0));
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    int titles = trained().groups().groups().getFirst().typicalRows().size();
    until(() -> list().lookupAll(".title-chip").size() == titles);
    act(() -> ((Button) list().lookup(".title-chip")).fire());
    assertThat(onFx(() -> window.assembly.navigation().tabProperty().get()))
        .isEqualTo(TabPage.ANIME);
  }

  @Test
  void theSizesAndTheirBandAreSaidInWords() throws IOException {
    openSmall();
    train("2");
    untilListed(2);
    // Two crowds of 21, and one user who rated nothing.
    until(() -> text("model-within").contains("(mean 21 "));
    assertThat(text("model-within"))
        .isEqualTo(
            "100% of the groups have 21 to 21 users (mean 21 ± 2 standard deviations)."
                + " 1 user without a rating is in no group.");
    assertThat(text("model-explained")).matches("The groups account for \\d+% of the ratings .*");
  }
}
