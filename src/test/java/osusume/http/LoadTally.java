package osusume.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long answers took and what went wrong, by kind; each thread keeps its own. */
final class LoadTally {
  private static final int MOST_SENTENCES = 5;

  private final Map<LoadKind, Nanos> took = new EnumMap<>(LoadKind.class);
  private final Map<LoadKind, Integer> errors = new EnumMap<>(LoadKind.class);
  private final Nanos sentLate = new Nanos();
  private final List<String> sentences = new ArrayList<>();

  LoadTally() {
    for (LoadKind kind : LoadKind.values()) {
      took.put(kind, new Nanos());
      errors.put(kind, 0);
    }
  }

  /** An answer of 200 that found something. */
  void answered(LoadKind kind, long nanos) {
    took.get(kind).add(nanos);
  }

  /** Anything else. */
  void failed(LoadKind kind, String sentence) {
    errors.merge(kind, 1, Integer::sum);
    if (sentences.size() < MOST_SENTENCES) {
      sentences.add(sentence);
    }
  }

  /** How long after it was due a request was sent. */
  void sent(long nanosLate) {
    sentLate.add(nanosLate);
  }

  void addAll(LoadTally other) {
    other.took.forEach((kind, nanos) -> took.get(kind).addAll(nanos));
    other.errors.forEach((kind, count) -> errors.merge(kind, count, Integer::sum));
    sentLate.addAll(other.sentLate);
    for (String sentence : other.sentences) {
      if (sentences.size() < MOST_SENTENCES) {
        sentences.add(sentence);
      }
    }
  }

  /** Times in milliseconds; those of no request at all are 0. */
  record Line(
      String kind, int answered, int errors, double p50, double p95, double p99, double most) {}

  /** One line a kind, in their order, and one of all together. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    Nanos all = new Nanos();
    took.forEach(
        (kind, nanos) -> {
          lines.add(line(kind.label(), nanos, errors.get(kind)));
          all.addAll(nanos);
        });
    lines.add(line("all", all, errors()));
    return lines;
  }

  /** How late requests were sent: what of the times is the sender's own. */
  Line sentLate() {
    return line("sent late", sentLate, 0);
  }

  int errors() {
    return errors.values().stream().mapToInt(Integer::intValue).sum();
  }

  int answered() {
    return took.values().stream().mapToInt(nanos -> nanos.count).sum();
  }

  /** The first of what went wrong. */
  List<String> sentences() {
    return List.copyOf(sentences);
  }

  /** Everything, for a machine. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("answered", answered());
    document.put("errors", errors());
    document.put("milliseconds", lines());
    document.put("sent_late", sentLate());
    document.put("sentences", sentences);
    return document;
  }

  private static Line line(String name, Nanos nanos, int errors) {
    long[] sorted = nanos.sorted();
    return new Line(
        name,
        sorted.length,
        errors,
        millis(sorted, 0.5),
        millis(sorted, 0.95),
        millis(sorted, 0.99),
        millis(sorted, 1));
  }

  /** The smallest time within which that share of them lies. */
  private static double millis(long[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
  }

  /** Times that grow without a box each. */
  private static final class Nanos {
    private long[] values = new long[1 << 10];
    private int count;

    void add(long nanos) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = nanos;
    }

    void addAll(Nanos other) {
      for (int i = 0; i < other.count; i++) {
        add(other.values[i]);
      }
    }

    long[] sorted() {
      long[] sorted = Arrays.copyOf(values, count);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
