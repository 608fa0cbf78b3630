package osusume.ui;

import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.ImportReport.Finding;
import osusume.data.ImportReport.Outcome;
import osusume.ui.state.CurrentData;
import osusume.ui.state.Navigation;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** What an import kept, dropped and mended, for a person to read. */
public final class ImportReportController {
  private final CurrentData data;
  private final Navigation navigation;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private Label title;
  @FXML private Label simulated;
  @FXML private GridPane counts;
  @FXML private VBox findings;

  ImportReportController(CurrentData data, Navigation navigation, Texts texts, Numbers numbers) {
    this.data = data;
    this.navigation = navigation;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    Dataset open = data.opened().data();
    ImportReport report = open.report();
    title.setText(texts.format("report.title", open.name()));
    simulated.setVisible(open.simulated());
    simulated.setManaged(open.simulated());
    count("report.anime", report.anime());
    count("report.users", report.users());
    count("report.ratings", report.ratings());
    count("report.unrated", report.unrated());
    show("report.dropped", report, Outcome.DROPPED);
    show("report.mended", report, Outcome.MENDED);
    if (report.findings().isEmpty()) {
      findings.getChildren().add(new Label(texts.get("report.clean")));
    }
  }

  private void count(String key, long number) {
    Label value = new Label(numbers.count(number));
    value.getStyleClass().add("figure");
    GridPane.setHalignment(value, HPos.RIGHT);
    counts.addRow(counts.getRowCount(), value, new Label(texts.get(key)));
  }

  private void show(String heading, ImportReport report, Outcome outcome) {
    List<Finding> found =
        report.findings().stream().filter(f -> f.cause().outcome() == outcome).toList();
    if (found.isEmpty()) {
      return;
    }
    Label name = new Label(texts.get(heading));
    name.getStyleClass().add("heading");
    GridPane grid = new GridPane(8, 8);
    found.forEach(finding -> add(grid, finding));
    findings.getChildren().addAll(name, grid);
  }

  private void add(GridPane grid, Finding finding) {
    Label number = new Label(numbers.count(finding.count()));
    number.getStyleClass().add("figure");
    number.setMinWidth(64);
    number.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHalignment(number, HPos.RIGHT);
    GridPane.setValignment(number, javafx.geometry.VPos.TOP);
    Label meaning = new Label(finding.cause().meaning());
    meaning.setWrapText(true);
    Label where = new Label(where(finding));
    where.getStyleClass().add("caption");
    where.setWrapText(true);
    grid.addRow(grid.getRowCount(), number, new VBox(meaning, where));
  }

  private String where(Finding finding) {
    String lines =
        finding.firstLines().stream().map(numbers::count).collect(Collectors.joining(", "));
    boolean more = finding.count() > finding.firstLines().size();
    return texts.format(
        more ? "report.linesAndMore" : "report.lines",
        finding.file(),
        lines,
        finding.firstLines().size());
  }

  @FXML
  private void close() {
    navigation.panelProperty().set(null);
  }
}
