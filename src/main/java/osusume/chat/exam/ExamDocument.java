package osusume.chat.exam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import osusume.json.Json;

/**
 * The report of an exam as JSON. What is said in the held requests, and answered to them, is left
 * out unless it is asked for, so that nobody builds by it unawares.
 */
public final class ExamDocument {
  private static final double NANOS_A_MILLISECOND = 1e6;

  private ExamDocument() {}

  /**
   * @param heldToo whether to tell the words of the held requests
   */
  public static ObjectNode of(ExamReport report, boolean heldToo) {
    ObjectNode document = Json.mapper().createObjectNode();
    document.put("assistant", report.assistant());
    document.put("dataset", report.dataset());
    document.put("mode", report.mode().name().toLowerCase(Locale.ROOT));
    document.put("requests", report.half().name().toLowerCase(Locale.ROOT));
    write(document, report.all());
    write(document.putObject("open"), report.ofHalf(false));
    write(document.putObject("held"), report.ofHalf(true));
    ObjectNode kinds = document.putObject("kinds");
    report.byKind().forEach((kind, tally) -> write(kinds.putObject(kind.key()), tally));
    ObjectNode times = document.putObject("milliseconds");
    report.time(0.5).ifPresent(time -> times.put("median", milliseconds(time)));
    report.time(1).ifPresent(time -> times.put("slowest", milliseconds(time)));
    report
        .tokens()
        .ifPresentOrElse(
            tokens ->
                document
                    .putObject("tokens")
                    .put("in", tokens.in())
                    .put("out", tokens.out())
                    .put("exact", tokens.exact()),
            () -> document.putNull("tokens"));
    ArrayNode failed = document.putArray("failed");
    ArrayNode skipped = document.putArray("skipped_requests");
    for (ExamResult result : report.results()) {
      if (result.item().held() && !heldToo) {
        continue;
      }
      if (result.failed()) {
        ObjectNode one = failed.addObject();
        write(one, result.item());
        texts(one.putArray("said"), result.said());
        one.put("answer", result.answer());
        texts(one.putArray("failures"), result.failures());
      }
      result.skipped().ifPresent(why -> write(skipped.addObject(), result.item()).put("why", why));
    }
    return document;
  }

  private static void write(ObjectNode to, ExamReport.Tally tally) {
    to.put("passed", tally.passed());
    to.put("put", tally.put());
    to.put("skipped", tally.skipped());
  }

  private static ObjectNode write(ObjectNode to, ExamItem item) {
    return to.put("id", item.id()).put("kind", item.kind().key());
  }

  private static void texts(ArrayNode to, List<String> texts) {
    texts.forEach(to::add);
  }

  private static double milliseconds(Duration time) {
    return Math.round(time.toNanos() / NANOS_A_MILLISECOND * 10) / 10.0;
  }
}
