package osusume.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import osusume.evaluate.Difference;
import osusume.evaluate.Figure;
import osusume.evaluate.Metric;
import osusume.evaluate.Report;
import osusume.evaluate.Section;

/**
 * A {@link Report} as tables of text: one a condition, the best strategy first, each figure with
 * half the width of its 95 % interval, and how far each strategy is from the best one.
 */
final class ReportText {
  private final Report report;

  ReportText(Report report) {
    this.report = report;
  }

  void print(PrintStream out) {
    String folds = report.folds() == 1 ? "1 fold" : report.folds() + " folds";
    out.printf("%s, seed %d, %s; ± is a 95 %% interval%n", report.dataset(), report.seed(), folds);
    for (Section section : report.sections()) {
      out.printf(
          Locale.ROOT,
          "%n%s: %s; %,d people%n",
          section.condition().label(),
          section.condition().protocol().meaning(),
          section.people());
      table(section).print(out);
    }
  }

  private static TextTable table(Section section) {
    List<Metric> metrics = section.metrics();
    Metric main = metrics.getFirst();
    Comparator<String> byMain =
        Comparator.comparingDouble(strategy -> section.figure(strategy, main).value());
    List<String> strategies =
        section.strategies().stream()
            .sorted(main.moreIsBetter() ? byMain.reversed() : byMain)
            .toList();
    List<String> headings = new ArrayList<>(List.of("strategy"));
    metrics.forEach(metric -> headings.add(">" + metric.label()));
    headings.add(">from the best, " + main.label());
    TextTable table = new TextTable(headings.toArray(String[]::new));
    for (String strategy : strategies) {
      List<String> cells = new ArrayList<>(List.of(strategy));
      metrics.forEach(metric -> cells.add(cell(section.figure(strategy, metric))));
      cells.add(
          strategy.equals(strategies.getFirst())
              ? ""
              : cell(section.difference(strategy, strategies.getFirst(), main)));
      table.add(cells.toArray(String[]::new));
    }
    return table;
  }

  private static String cell(Figure figure) {
    String format = figure.metric() == Metric.POPULARITY_RANK_10 ? "%.1f" : "%.4f";
    return number(format, figure.value(), figure.high());
  }

  private static String cell(Difference difference) {
    return number("%+.4f", difference.value(), difference.high());
  }

  private static String number(String format, double value, double high) {
    String text = String.format(Locale.ROOT, format, value);
    return Double.isNaN(high)
        ? text
        : text + " ±" + String.format(Locale.ROOT, format.replace("+", ""), high - value);
  }
}
