package osusume.evaluate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import osusume.file.AtomicFile;
import osusume.json.Json;

/** A {@link Report} as a JSON document; where there is no number stands null. */
public final class ReportDocument {
  private ReportDocument() {}

  /**
   * Replaces {@code target} by the document, as one line of UTF-8.
   *
   * @throws IOException if it can't be written, worded for a person; the target is then as it was
   */
  public static void write(Path target, Report report) throws IOException {
    byte[] line = (Json.line(of(report)) + "\n").getBytes(StandardCharsets.UTF_8);
    AtomicFile.replace(
        target,
        channel -> {
          ByteBuffer bytes = ByteBuffer.wrap(line);
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }

  public static Map<String, Object> of(Report report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("dataset", report.dataset());
    document.put("simulated", report.simulated());
    document.put("fingerprint", report.fingerprint());
    document.put("seed", report.seed());
    document.put("folds", report.folds());
    document.put("sections", report.sections().stream().map(ReportDocument::section).toList());
    return document;
  }

  private static Map<String, Object> section(Section section) {
    Condition condition = section.condition();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("protocol", condition.protocol().key());
    document.put("given", condition.given() == 0 ? null : condition.given());
    document.put("people", section.people());
    Map<String, Object> strategies = new LinkedHashMap<>();
    for (String strategy : section.strategies()) {
      Map<String, Object> metrics = new LinkedHashMap<>();
      for (Figure one : section.figures()) {
        if (one.strategy().equals(strategy)) {
          metrics.put(
              one.metric().key(), numbers(one.value(), one.standardError(), one.low(), one.high()));
        }
      }
      strategies.put(strategy, metrics);
    }
    document.put("strategies", strategies);
    List<Map<String, Object>> differences =
        section.differences().stream().map(ReportDocument::difference).toList();
    document.put("differences", differences);
    return document;
  }

  private static Map<String, Object> difference(Difference one) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("strategy", one.strategy());
    document.put("than", one.than());
    document.put("metric", one.metric().key());
    document.putAll(numbers(one.value(), one.standardError(), one.low(), one.high()));
    return document;
  }

  private static Map<String, Object> numbers(
      double value, double standardError, double low, double high) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("value", known(value));
    numbers.put("standard_error", known(standardError));
    numbers.put("low", known(low));
    numbers.put("high", known(high));
    return numbers;
  }

  private static Double known(double number) {
    return Double.isNaN(number) ? null : number;
  }
}
