package osusume.evaluate;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import osusume.file.AtomicFile;

/**
 * Writes a {@link Report} as CSV: one row a figure, and one a paired difference, which has a name
 * in the column {@code than}. Where there is no number the field is empty.
 */
public final class ReportCsv {
  private static final List<String> HEADER =
      List.of(
          "protocol",
          "given",
          "people",
          "strategy",
          "than",
          "metric",
          "value",
          "standard_error",
          "low",
          "high");

  private ReportCsv() {}

  /**
   * Replaces {@code target} by the report.
   *
   * @throws IOException if it can't be written, worded for a person; the target is then as it was
   */
  public static void write(Path target, Report report) throws IOException {
    AtomicFile.replace(
        target,
        channel -> {
          Writer text = Channels.newWriter(channel, StandardCharsets.UTF_8);
          CsvWriter csv = CsvWriter.builder().build(text);
          csv.writeRecord(HEADER);
          for (Section section : report.sections()) {
            for (Figure one : section.figures()) {
              csv.writeRecord(
                  row(
                      section,
                      one.strategy(),
                      "",
                      one.metric(),
                      one.value(),
                      one.standardError(),
                      one.low(),
                      one.high()));
            }
            for (Difference one : section.differences()) {
              csv.writeRecord(
                  row(
                      section,
                      one.strategy(),
                      one.than(),
                      one.metric(),
                      one.value(),
                      one.standardError(),
                      one.low(),
                      one.high()));
            }
          }
          csv.flush();
        });
  }

  private static List<String> row(
      Section section, String strategy, String than, Metric metric, double... numbers) {
    Condition condition = section.condition();
    return List.of(
        condition.protocol().key(),
        condition.given() == 0 ? "" : String.valueOf(condition.given()),
        String.valueOf(section.people()),
        strategy,
        than,
        metric.key(),
        text(numbers[0]),
        text(numbers[1]),
        text(numbers[2]),
        text(numbers[3]));
  }

  private static String text(double number) {
    return Double.isNaN(number) ? "" : String.valueOf(number);
  }
}
