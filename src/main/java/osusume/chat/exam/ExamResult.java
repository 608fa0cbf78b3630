package osusume.chat.exam;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import osusume.chat.Tokens;

/**
 * What came of one request.
 *
 * @param said what was said, turn by turn, filled in
 * @param answer the text of the last answer; empty where there was none
 * @param failures what is wrong with it, a sentence for each check that failed; empty: it passed
 * @param skipped why the request could not be put on this data set; empty: it was put
 * @param times how long each answer took
 * @param tokens what they took; empty where that is not known
 */
public record ExamResult(
    ExamItem item,
    List<String> said,
    String answer,
    List<String> failures,
    Optional<String> skipped,
    List<Duration> times,
    Optional<Tokens> tokens) {
  public ExamResult {
    said = List.copyOf(said);
    failures = List.copyOf(failures);
    times = List.copyOf(times);
  }

  static ExamResult skipped(ExamItem item, String why) {
    return new ExamResult(
        item, List.of(), "", List.of(), Optional.of(why), List.of(), Optional.empty());
  }

  /** Whether it was put and all checks passed. */
  public boolean passed() {
    return skipped.isEmpty() && failures.isEmpty();
  }

  /** Whether it was put and a check failed. */
  public boolean failed() {
    return skipped.isEmpty() && !failures.isEmpty();
  }
}
