package osusume.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import osusume.chat.exam.ExamReport;
import osusume.chat.exam.ExamReport.Tally;
import osusume.chat.exam.ExamResult;

/**
 * The report of an exam for a person: how many passed by kind, how long answers took, and what was
 * wrong with those that failed; of held requests only how many.
 */
final class ExamText {
  private static final int BEGINNING = 200;

  private final ExamReport report;
  private final boolean showHeld;

  ExamText(ExamReport report, boolean showHeld) {
    this.report = report;
    this.showHeld = showHeld;
  }

  void print(PrintStream out) {
    out.printf(
        "%s on \"%s\", %s mode%n%n",
        report.assistant(), report.dataset(), report.mode().name().toLowerCase(Locale.ROOT));
    TextTable table = new TextTable("requests", ">passed", ">of", ">share", ">skipped");
    report.byKind().forEach((kind, tally) -> row(table, kind.words(), tally));
    if (report.ofHalf(true).put() > 0 && report.ofHalf(false).put() > 0) {
      row(table, "the open half", report.ofHalf(false));
      row(table, "the held half", report.ofHalf(true));
    }
    row(table, "all", report.all());
    table.print(out);
    out.println();
    report
        .time(0.5)
        .ifPresent(
            median ->
                out.printf(
                    "An answer took %s (median), the slowest %s.%n",
                    seconds(median), seconds(report.time(1).orElseThrow())));
    report
        .tokens()
        .ifPresent(
            tokens ->
                out.printf(
                    "Tokens: %,d in, %,d out%s.%n",
                    tokens.in(), tokens.out(), tokens.exact() ? "" : " (an estimate)"));
    printSkipped(out);
    printFailed(out);
  }

  private static void row(TextTable table, String name, Tally tally) {
    table.add(
        name,
        String.valueOf(tally.passed()),
        String.valueOf(tally.put()),
        tally.put() == 0 ? "–" : "%.0f %%".formatted(100 * tally.share()),
        tally.skipped() == 0 ? "" : String.valueOf(tally.skipped()));
  }

  private void printSkipped(PrintStream out) {
    if (report.all().skipped() > 0) {
      out.printf(
          "%n%d requests were skipped, for this data set can't answer them:%n",
          report.all().skipped());
      for (ExamResult result : report.results()) {
        if (told(result)) {
          result.skipped().ifPresent(why -> out.printf("%s: %s%n", result.item().id(), why));
        }
      }
    }
  }

  private void printFailed(PrintStream out) {
    List<ExamResult> failed = report.results().stream().filter(ExamResult::failed).toList();
    for (ExamResult result : failed) {
      if (told(result)) {
        out.printf("%n%s failed%n", result.item().id());
        result.said().forEach(said -> out.printf("  said:     %s%n", said));
        out.printf("  answered: %s%n", beginning(result.answer()));
        result.failures().forEach(why -> out.printf("  wrong:    %s%n", why));
      }
    }
    long hidden = failed.stream().filter(result -> !told(result)).count();
    if (hidden > 0) {
      out.printf(
          "%n%d held requests failed; their words are kept back, so that nobody builds by them.%n",
          hidden);
    }
  }

  private boolean told(ExamResult result) {
    return showHeld || !result.item().held();
  }

  private static String beginning(String answer) {
    String line = answer.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return "(nothing)";
    }
    return line.codePointCount(0, line.length()) <= BEGINNING
        ? line
        : line.substring(0, line.offsetByCodePoints(0, BEGINNING)) + "…";
  }

  private static String seconds(Duration time) {
    return time.toMillis() < 1_000
        ? "%.1f ms".formatted(time.toNanos() / 1e6)
        : "%.1f s".formatted(time.toNanos() / 1e9);
  }
}
