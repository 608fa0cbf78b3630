package osusume.chat.exam;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import osusume.chat.Mode;
import osusume.chat.Tokens;

/**
 * What came of an exam.
 *
 * @param assistant which one it was, as it names itself
 * @param dataset on which data set
 * @param results one for each request
 */
public record ExamReport(
    String assistant, String dataset, Half half, Mode mode, List<ExamResult> results) {
  public ExamReport {
    results = List.copyOf(results);
  }

  /** How many of some requests passed. */
  public record Tally(int passed, int put, int skipped) {
    static Tally of(List<ExamResult> results) {
      int passed = (int) results.stream().filter(ExamResult::passed).count();
      int failed = (int) results.stream().filter(ExamResult::failed).count();
      return new Tally(passed, passed + failed, results.size() - passed - failed);
    }

    /** NaN where none was put. */
    public double share() {
      return put == 0 ? Double.NaN : (double) passed / put;
    }
  }

  public Tally all() {
    return Tally.of(results);
  }

  /** Of the held requests alone, or of the open ones. */
  public Tally ofHalf(boolean held) {
    return Tally.of(those(result -> result.item().held() == held));
  }

  /** Only the kinds of which there are requests. */
  public Map<Kind, Tally> byKind() {
    Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    for (ExamResult result : results) {
      Kind kind = result.item().kind();
      tallies.computeIfAbsent(kind, k -> Tally.of(those(r -> r.item().kind() == k)));
    }
    return tallies;
  }

  private List<ExamResult> those(Predicate<ExamResult> wanted) {
    return results.stream().filter(wanted).toList();
  }

  /**
   * How long an answer takes.
   *
   * @param share 0.5: half of them are quicker; 1: the slowest
   * @return empty where none came
   */
  public Optional<Duration> time(double share) {
    List<Duration> times =
        results.stream()
            .flatMap(result -> result.times().stream())
            .sorted(Comparator.naturalOrder())
            .toList();
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(times.get((int) Math.min(times.size() - 1.0, share * times.size())));
  }

  /** What all answers took; empty where that is not known. */
  public Optional<Tokens> tokens() {
    return results.stream().flatMap(result -> result.tokens().stream()).reduce(Tokens::plus);
  }
}
