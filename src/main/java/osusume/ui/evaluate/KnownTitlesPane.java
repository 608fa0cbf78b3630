package osusume.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import osusume.evaluate.Condition;
import osusume.evaluate.Figure;
import osusume.evaluate.Metric;
import osusume.evaluate.Section;
import osusume.ui.text.Numbers;
import osusume.ui.text.Texts;

/** The cold-start chart with its legend, and what it says in words for hover and keyboard. */
final class KnownTitlesPane extends VBox {
  private static final Metric METRIC = Metric.NDCG_10;

  private final Texts texts;
  private final Numbers numbers;
  private final MetricText metricText;
  private final KnownTitlesChart chart;
  private final FlowPane legend = new FlowPane(16, 4);
  private final Label reading = new Label();
  private List<Integer> known = List.of();
  private List<List<Figure>> lines = List.of();

  KnownTitlesPane(Texts texts, Numbers numbers, MetricText metricText) {
    super(8);
    this.texts = texts;
    this.numbers = numbers;
    this.metricText = metricText;
    chart = new KnownTitlesChart(texts, numbers, this::read);
    chart.setId("known-titles-chart");
    Label heading = new Label(texts.format("evaluate.known.heading", metricText.toString(METRIC)));
    heading.getStyleClass().add("heading");
    reading.setId("known-titles-reading");
    reading.getStyleClass().add("caption");
    reading.setWrapText(true);
    reading.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().setAll(heading, chart, reading, legend);
  }

  /**
   * Shows the sections of the cold start.
   *
   * @param sections by rising number of known titles, all with the same strategies
   */
  void show(List<Section> sections) {
    known = sections.stream().map(Section::condition).map(Condition::given).toList();
    List<String> strategies = sections.getFirst().strategies();
    lines = new ArrayList<>();
    legend.getChildren().clear();
    for (int i = 0; i < strategies.size(); i++) {
      String strategy = strategies.get(i);
      lines.add(sections.stream().map(section -> section.figure(strategy, METRIC)).toList());
      legend.getChildren().add(entry(i, strategy));
    }
    chart.show(known, lines);
    chart.setAccessibleText(texts.format("evaluate.known.heading", metricText.toString(METRIC)));
    read(-1, 0);
  }

  private Label entry(int index, String strategy) {
    Label entry = new Label(strategy, SeriesMark.sample(index));
    entry.setId("series-" + strategy);
    entry.getStyleClass().add("legend-entry");
    entry.setFocusTraversable(true);
    entry.setAccessibleRole(AccessibleRole.TEXT);
    entry.setAccessibleText(spoken(index));
    entry.hoverProperty().addListener((_, _, on) -> readLine(on ? index : -1));
    entry.focusedProperty().addListener((_, _, on) -> readLine(on ? index : -1));
    return entry;
  }

  private String spoken(int index) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      values.add(
          texts.format(
              "evaluate.known.value",
              numbers.count(known.get(i)),
              metricText.number(METRIC, lines.get(index).get(i).value())));
    }
    return texts.format(
        "evaluate.known.line", lines.get(index).getFirst().strategy(), String.join(", ", values));
  }

  private void readLine(int index) {
    chart.highlight(index);
    reading.setText(index < 0 ? texts.get("evaluate.known.hint") : spoken(index));
  }

  private void read(int index, int point) {
    chart.highlight(index);
    reading.setText(
        index < 0
            ? texts.get("evaluate.known.hint")
            : texts.format(
                "evaluate.known.point",
                metricText.spoken(lines.get(index).get(point)),
                known.get(point)));
  }
}
