package osusume.ui.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import osusume.app.Opened;
import osusume.evaluate.Metric;
import osusume.evaluate.Protocol;
import osusume.evaluate.Report;
import osusume.evaluate.ReportCsv;
import osusume.evaluate.ReportDocument;
import osusume.evaluate.Section;
import osusume.ui.job.Jobs;
import osusume.ui.state.Evaluations.Result;
import osusume.ui.state.FileChoices;
import osusume.ui.state.Messages;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** What an evaluation found: one protocol at a time, as figures, differences and charts. */
public final class ResultController {
  private final Jobs jobs;
  private final Messages messages;
  private final FileChoices files;
  private final Texts texts;
  private final Numbers numbers;
  private final MetricText metricText;
  private OneOf<Protocol> protocol;
  private OneOf<Integer> given;
  private FigureTable figures;
  private ComparisonRows rows;
  private KnownTitlesPane knownTitles;
  private Result result;
  private boolean filling;

  @FXML private Label heading;
  @FXML private Label facts;
  @FXML private HBox noteBox;
  @FXML private Label note;
  @FXML private VBox protocolBox;
  @FXML private Label what;
  @FXML private VBox curveBox;
  @FXML private HBox givenBox;
  @FXML private TableView<String> table;
  @FXML private Label signs;
  @FXML private ComboBox<Metric> metric;
  @FXML private Node referencePart;
  @FXML private ComboBox<String> reference;
  @FXML private Label meaning;
  @FXML private VBox comparisonBox;

  public ResultController(
      Jobs jobs, Messages messages, FileChoices files, Texts texts, Numbers numbers) {
    this.jobs = jobs;
    this.messages = messages;
    this.files = files;
    this.texts = texts;
    this.numbers = numbers;
    this.metricText = new MetricText(texts, numbers);
  }

  @FXML
  private void initialize() {
    figures = new FigureTable(table, texts, metricText);
    rows = new ComparisonRows(texts, numbers, metricText);
    rows.setId("comparison-rows");
    knownTitles = new KnownTitlesPane(texts, numbers, metricText);
    comparisonBox.getChildren().add(rows);
    curveBox.getChildren().add(knownTitles);
    metric.setConverter(metricText);
    reference.setConverter(new ReferenceText(texts));
    metric.valueProperty().addListener((_, _, _) -> compare());
    reference.valueProperty().addListener((_, _, _) -> compare());
    protocol = new OneOf<>(Protocol::key, metricText::protocol, this::showProtocol);
    protocol.setId("evaluation-protocols");
    protocolBox.getChildren().addFirst(protocol);
    given =
        new OneOf<>(
            count -> numbers.count(count),
            count -> texts.format("evaluate.given.hint", count),
            this::showSection);
    given.setId("evaluation-given");
    givenBox.getChildren().add(given);
    for (Node part : new Node[] {noteBox, curveBox, givenBox, signs, referencePart}) {
      part.managedProperty().bind(part.visibleProperty());
    }
  }

  /**
   * Shows what was found.
   *
   * @param opened what is open now, which need not be what was evaluated; null: nothing
   */
  void show(Result fresh, Opened opened) {
    showNote(fresh.report(), opened);
    if (fresh == result) {
      return;
    }
    result = fresh;
    Report report = fresh.report();
    heading.setText(
        report.simulated()
            ? texts.get("evaluate.heading.demo")
            : texts.format("evaluate.heading", report.dataset()));
    facts.setText(
        texts.format(
            "evaluate.facts",
            numbers.count(fresh.users()),
            numbers.count(fresh.titles()),
            String.valueOf(report.seed()),
            report.folds(),
            numbers.duration(fresh.seconds())));
    List<Protocol> found =
        report.sections().stream()
            .map(section -> section.condition().protocol())
            .distinct()
            .toList();
    protocol.offer(found);
    showProtocol();
  }

  private void showNote(Report report, Opened opened) {
    String sentence = "";
    if (opened != null && !opened.data().fingerprint().equals(report.fingerprint())) {
      sentence = texts.format("evaluate.other", report.dataset(), opened.data().name());
    } else if (report.simulated()) {
      sentence = texts.get("evaluate.simulated");
    }
    note.setText(sentence);
    noteBox.setVisible(!sentence.isEmpty());
  }

  private void showProtocol() {
    List<Section> cold = sections(Protocol.COLD_START);
    boolean coldStart = protocol.chosen() == Protocol.COLD_START;
    curveBox.setVisible(coldStart);
    givenBox.setVisible(coldStart);
    if (coldStart) {
      knownTitles.show(cold);
      given.offer(cold.stream().map(ResultController::given).toList());
    }
    showSection();
  }

  private List<Section> sections(Protocol protocol) {
    return result.report().sections().stream()
        .filter(section -> section.condition().protocol() == protocol)
        .toList();
  }

  private Section section() {
    List<Section> sections = sections(protocol.chosen());
    return sections.stream()
        .filter(one -> one.condition().given() == 0 || given(one).equals(given.chosen()))
        .findFirst()
        .orElseThrow();
  }

  private static Integer given(Section section) {
    return section.condition().given();
  }

  private void showSection() {
    Section section = section();
    what.setText(metricText.people(section.condition().protocol(), section.people()));
    figures.show(section);
    signs.setVisible(section.strategies().size() > 1);
    Metric oldMetric = metric.getValue();
    String oldReference = reference.getValue();
    filling = true;
    metric.getItems().setAll(section.metrics().stream().sorted().toList());
    metric.setValue(
        metric.getItems().contains(oldMetric) ? oldMetric : metric.getItems().getFirst());
    List<String> references = new ArrayList<>(section.strategies());
    references.addFirst(ReferenceText.BEST);
    reference.getItems().setAll(references);
    // Without this the box stays blank where the same thing is chosen again.
    reference.getSelectionModel().clearSelection();
    reference
        .getSelectionModel()
        .select(references.contains(oldReference) ? oldReference : ReferenceText.BEST);
    filling = false;
    compare();
  }

  private void compare() {
    if (filling || result == null) {
      return;
    }
    Section section = section();
    Metric shown = metric.getValue();
    String wanted = reference.getValue();
    String best = section.ranked(shown).getFirst().strategy();
    meaning.setText(metricText.meaning(shown));
    referencePart.setVisible(shown.tellsQuality() && section.strategies().size() > 1);
    rows.show(section, shown, ReferenceText.BEST.equals(wanted) ? best : wanted);
  }

  private interface Writing {
    void write(Path target, Report report) throws IOException;
  }

  @FXML
  private void exportCsv() {
    export(files::toSaveCsv, ".csv", ReportCsv::write);
  }

  @FXML
  private void exportJson() {
    export(files::toSaveJson, ".json", ReportDocument::write);
  }

  private interface Asking {
    Optional<Path> file(String suggestion);
  }

  private void export(Asking asking, String ending, Writing writing) {
    Report report = result.report();
    Consumer<Path> written = path -> messages.done(texts.format("evaluate.written", path));
    asking
        .file("evaluation-" + report.dataset() + ending)
        .ifPresent(
            target ->
                jobs.create(
                        texts.format("csv.job", target.getFileName()),
                        progress -> {
                          writing.write(target, report);
                          return target;
                        })
                    .onDone(written)
                    .start());
  }
}
