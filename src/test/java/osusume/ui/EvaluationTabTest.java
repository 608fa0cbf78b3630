package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static osusume.ui.TestWindow.act;
import static osusume.ui.TestWindow.onFx;
import static osusume.ui.TestWindow.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
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
import osusume.evaluate.Evaluation;
import osusume.evaluate.Figure;
import osusume.evaluate.Metric;
import osusume.evaluate.Plan;
import osusume.evaluate.Protocol;
import osusume.evaluate.Report;
import osusume.evaluate.ReportCsv;
import osusume.evaluate.ReportDocument;
import osusume.evaluate.Section;
import osusume.evaluate.TwoTastes;
import osusume.json.Json;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;
import osusume.recommend.SmallWorld;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;
import osusume.ui.view.TabPage;

@ExtendWith(ApplicationExtension.class)
class EvaluationTabTest {
  private static final Dataset DATA = TwoTastes.data();
  private static final List<String> TESTED = List.of("mix", "group", "popular");

  @TempDir static Path temp;
  private TestWindow window;
  private boolean closed;

  @Start
  void start(Stage ofTestFx) throws IOException {
    window = new TestWindow(Files.createTempDirectory(temp, "window"));
    window.show(new Stage(), TabPage.EVALUATION);
  }

  private void open(Dataset data) throws IOException {
    window.keep(data);
    window.open();
    window.untilTrained();
  }

  @AfterEach
  void close() {
    if (!closed) {
      window.close();
    }
  }

  private void press(String id) {
    Node node = window.find(id, Node.class);
    act(
        () -> {
          switch (node) {
            case Button button -> button.fire();
            case Hyperlink link -> link.fire();
            case ToggleButton toggle -> toggle.fire();
            case CheckBox box -> box.fire();
            default -> throw new AssertionError(id);
          }
        });
  }

  private String text(String id) {
    Label label = window.find(id, Label.class);
    return onFx(() -> label.isVisible() && label.getParent().isVisible() ? label.getText() : "");
  }

  private void chooseRankers(List<String> names) {
    press("rankers-none");
    names.forEach(name -> press("ranker-" + name));
  }

  private void chooseProtocols(Protocol... protocols) {
    press("protocols-none");
    for (Protocol protocol : protocols) {
      press("protocol-" + protocol.key());
    }
  }

  private void run() {
    press("evaluation-run");
    untilEnded();
  }

  private void untilEnded() {
    until(() -> window.assembly.evaluations().runningProperty().get() == null);
  }

  private Report report() {
    return onFx(() -> window.assembly.evaluations().resultProperty().get().report());
  }

  @SuppressWarnings("unchecked")
  private TableView<String> table() {
    return window.find("evaluation-table", TableView.class);
  }

  private List<String> rows() {
    return onFx(() -> List.copyOf(table().getItems()));
  }

  private TableColumn<String, ?> column(Metric metric) {
    return onFx(
        () ->
            table().getColumns().stream()
                .filter(column -> ("figures-" + metric.key()).equals(column.getId()))
                .findFirst()
                .orElseThrow());
  }

  /** What is said of the strategies below the table, in their order. */
  private List<String> compared() {
    Node rows = window.find("comparison-rows", Node.class);
    return onFx(
        () -> rows.lookupAll(".comparison-row").stream().map(Node::getAccessibleText).toList());
  }

  @SuppressWarnings("unchecked")
  private <T> void choose(String id, T value) {
    ComboBox<T> box = window.find(id, ComboBox.class);
    act(() -> box.setValue(value));
  }

  /** The values of a metric in the order of the table's rows. */
  private List<Double> values(Section section, Metric metric) {
    return rows().stream().map(row -> section.figure(row, metric).value()).toList();
  }

  private static List<String> strategies(Section section, Metric metric) {
    return section.ranked(metric).stream().map(Figure::strategy).toList();
  }

  @Test
  void whatIsChosenIsMeasuredAndShownAsTheCommandMeasuresIt() throws IOException {
    open(DATA);
    chooseRankers(TESTED);
    act(() -> window.find("evaluation-seed", TextField.class).setText("7"));
    run();
    List<Strategy> rankers =
        Strategies.ALL.stream().filter(strategy -> TESTED.contains(strategy.name())).toList();
    Plan plan = new Plan(rankers, List.of(), EnumSet.of(Protocol.P1), 7, 1, NmfSettings.DEFAULT);
    assertThat(report()).isEqualTo(Evaluation.run(DATA, plan, Progress.NONE));
    Section section = report().section(Protocol.P1);
    assertThat(rows()).isEqualTo(strategies(section, Metric.NDCG_10));
    assertThat(text("evaluation-facts"))
        .startsWith("60 users, 100 titles · seed 7 · 1 fold · took ");
    assertThat(text("evaluation-what")).endsWith("? 55 people tested.");
    assertThat(text("evaluation-note")).contains("simulated");
    assertThat(text("evaluation-ended")).startsWith("Done in ");
    Figure best = section.ranked(Metric.NDCG_10).getFirst();
    assertThat(compared().getFirst())
        .isEqualTo(
            String.format(
                java.util.Locale.US,
                "%s: NDCG@10 %.3f, 95 %% interval %.3f to %.3f.",
                best.strategy(),
                best.value(),
                best.low(),
                best.high()));
  }

  @Test
  void theTableSortsByTheNumbersOfAColumn() throws IOException {
    open(DATA);
    chooseRankers(TESTED);
    run();
    Section section = report().section(Protocol.P1);
    for (Metric metric : List.of(Metric.POPULARITY_RANK_10, Metric.COVERAGE_10)) {
      TableColumn<String, ?> column = column(metric);
      act(
          () -> {
            column.setSortType(TableColumn.SortType.DESCENDING);
            table().getSortOrder().setAll(List.of(column));
          });
      assertThat(values(section, metric)).isSortedAccordingTo(Comparator.reverseOrder());
      act(() -> column.setSortType(TableColumn.SortType.ASCENDING));
      assertThat(values(section, metric)).isSorted().hasSize(3);
    }
  }

  @Test
  void anotherReferenceAndAnotherMetricChangeTheComparison() throws IOException {
    open(DATA);
    chooseRankers(TESTED);
    run();
    Section section = report().section(Protocol.P1);
    choose("evaluation-reference", "popular");
    assertThat(compared()).hasSize(3);
    for (String spoken : compared()) {
      assertThat(spoken.contains("Against popular, person by person"))
          .isEqualTo(!spoken.startsWith("popular:"));
    }
    choose("evaluation-metric", Metric.RECALL_20);
    List<String> order = strategies(section, Metric.RECALL_20);
    for (int i = 0; i < order.size(); i++) {
      assertThat(compared().get(i)).startsWith(order.get(i) + ": Recall@20 ");
    }
    choose("evaluation-metric", Metric.COVERAGE_10);
    assertThat(compared()).noneMatch(spoken -> spoken.contains("Against"));
    assertThat(onFx(() -> window.find("evaluation-reference", Node.class).getParent().isVisible()))
        .isFalse();
    assertThat(text("evaluation-meaning")).startsWith("Share of the catalogue");
  }

  @Test
  void aRunThatIsCancelledLeavesTheLastResult() throws IOException {
    open(DATA);
    chooseRankers(TESTED);
    run();
    Report before = report();
    press("protocols-all");
    Spinner<?> folds = window.find("evaluation-folds", Spinner.class);
    act(() -> folds.getEditor().setText("100"));
    press("evaluation-run");
    Label how = window.find("evaluation-how", Label.class);
    until(() -> how.getText().contains("fold"));
    assertThat(rows()).hasSize(3);
    assertThat(onFx(() -> window.find("evaluation-run", Button.class).isVisible())).isFalse();
    press("evaluation-cancel");
    untilEnded();
    assertThat(report()).isSameAs(before);
    assertThat(text("evaluation-ended"))
        .isEqualTo("Cancelled. The figures are those of the run before.");
    assertThat(onFx(() -> window.find("evaluation-run", Button.class).isDisabled())).isFalse();
  }

  @Test
  void aRunThatFailsSaysWhyAndLeavesTheLastResult() throws IOException {
    Catalogue oneStory =
        new Catalogue(
            IntStream.range(0, TwoTastes.TITLES)
                .mapToObj(
                    t -> new Anime(t, "One Story: Part " + t, List.of("Drama"), "TV", 12, 7, 100))
                .toList());
    open(new Dataset("same", false, oneStory, DATA.ratings(), "beef", DATA.report()));
    chooseRankers(List.of("popular"));
    run();
    Report before = report();
    chooseProtocols(Protocol.P1F);
    run();
    until(() -> text("evaluation-ended").equals("P1f found nobody to test in this data set."));
    assertThat(report()).isSameAs(before);
    assertThat(rows()).containsExactly("popular");
  }

  @Test
  void theWindowCanBeClosedMidRun() throws IOException {
    open(DATA);
    press("protocols-all");
    press("evaluation-run");
    Label how = window.find("evaluation-how", Label.class);
    until(() -> how.getText().contains("fold"));
    window.close();
    closed = true;
    assertThat(onFx(() -> window.assembly.evaluations().resultProperty().get())).isNull();
  }

  @Test
  void theFiguresAreExportedAsTheCommandWritesThem() throws IOException {
    open(DATA);
    chooseRankers(TESTED);
    run();
    Path expected = temp.resolve("expected.csv");
    ReportCsv.write(expected, report());
    press("evaluation-csv");
    press("evaluation-json");
    until(
        () ->
            window.assembly.messages().shown().stream()
                    .filter(message -> message.sentence().startsWith("The figures were written to"))
                    .count()
                == 2);
    assertThat(window.folder.resolve("evaluation-two-tastes.csv"))
        .hasSameTextualContentAs(expected);
    assertThat(Files.readString(window.folder.resolve("evaluation-two-tastes.json")))
        .isEqualTo(Json.line(ReportDocument.of(report())) + "\n");
  }

  @Test
  void aResultSaysWhoseItIsOnceAnotherDataSetIsOpen() throws IOException {
    window.keep(SmallWorld.data());
    open(DATA);
    chooseRankers(TESTED);
    run();
    act(() -> window.assembly.datasets().open("small"));
    until(() -> text("evaluation-note").startsWith("These figures are of “two-tastes”"));
    assertThat(text("evaluation-note")).contains("not of “small”");
    assertThat(rows()).hasSize(3);
  }

  @Test
  void whatADataSetIsTooSmallForIsSaidBesideItAndCantBeChosen() throws IOException {
    open(SmallWorld.data());
    CheckBox first = window.find("protocol-P1", CheckBox.class);
    until(first::isDisable);
    Set<Node> lines =
        onFx(() -> window.find("evaluation-plan", Node.class).lookupAll(".choice-line"));
    assertThat(lines.stream().map(line -> ((Label) line).getText()))
        .contains(
            "P1 needs at least 2 people with more than 20 ratings; this data set has 0.",
            "P4 needs at least 20 people with more than 20 ratings; this data set has 0.");
    assertThat(text("evaluation-problem")).isEqualTo("Choose at least one protocol.");
    assertThat(onFx(() -> window.find("evaluation-run", Button.class).isDisabled())).isTrue();
    press("protocol-P3");
    assertThat(text("evaluation-problem")).isEmpty();
    assertThat(onFx(() -> window.find("evaluation-run", Button.class).isDisabled())).isFalse();
    press("raters-none");
    assertThat(text("evaluation-problem"))
        .isEqualTo("P3 tests strategies that predict ratings; none was chosen.");
  }

  @Test
  void theColdStartIsACurveAndATableForEachNumberOfKnownTitles() throws IOException {
    open(DATA);
    chooseRankers(List.of("popular"));
    chooseProtocols(Protocol.P1, Protocol.COLD_START);
    run();
    assertThat(onFx(() -> window.find("evaluation-curve", Node.class).isVisible())).isFalse();
    press("show-cold-start");
    assertThat(onFx(() -> window.find("evaluation-curve", Node.class).isVisible())).isTrue();
    assertThat(onFx(() -> window.find("series-popular", Label.class).getAccessibleText()))
        .matches("popular, by known titles: 0\\.\\d{3} at 1, .* 0\\.\\d{3} at 40");
    moveOntoFirstPoint(window.find("known-titles-chart", Node.class));
    assertThat(text("known-titles-reading"))
        .matches("popular: NDCG@10 .*, 95 % interval .* Known titles: 1");
    press("show-5");
    Figure five =
        report().sections().stream()
            .filter(section -> section.condition().given() == 5)
            .findFirst()
            .orElseThrow()
            .figure("popular", Metric.NDCG_10);
    assertThat(compared().getFirst())
        .startsWith(String.format(java.util.Locale.US, "popular: NDCG@10 %.3f", five.value()));
    press("show-5");
    assertThat(onFx(() -> window.find("show-5", ToggleButton.class).isSelected())).isTrue();
  }

  @Test
  void theTabHasItsKey(FxRobot robot) throws IOException {
    open(DATA);
    act(() -> window.assembly.navigation().tabProperty().set(TabPage.ANIME));
    Node tabs = window.find("tabs", Node.class);
    act(
        () -> {
          tabs.getScene().getWindow().requestFocus();
          tabs.requestFocus();
        });
    until(() -> tabs.getScene().getWindow().isFocused());
    KeyCode digit = KeyCode.getKeyCode(String.valueOf(TabPage.EVALUATION.ordinal() + 1));
    robot.press(KeyCode.CONTROL, digit).release(digit, KeyCode.CONTROL);
    until(() -> window.assembly.navigation().tabProperty().get() == TabPage.EVALUATION);
  }

  private static void moveOntoFirstPoint(Node chart) {
    Node point = onFx(() -> chart.lookup(".series-point"));
    until(() -> point.getLayoutX() > 0);
    act(
        () -> {
          Point2D there = chart.localToScene(point.getLayoutX(), point.getLayoutY());
          Event.fireEvent(
              chart,
              new MouseEvent(
                  MouseEvent.MOUSE_MOVED,
                  there.getX(),
                  there.getY(),
                  0,
                  0,
                  MouseButton.NONE,
                  0,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  null));
        });
  }
}
