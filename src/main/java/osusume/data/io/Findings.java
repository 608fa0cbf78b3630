package osusume.data.io;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import osusume.data.ImportReport.Cause;
import osusume.data.ImportReport.Finding;

/** Counts the rows of one file that are not kept as they stand, by cause. */
final class Findings {
  /** How many line numbers are kept of each cause. */
  static final int LINES = 5;

  private final String file;
  private final Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
  private final Map<Cause, List<Long>> lines = new EnumMap<>(Cause.class);

  Findings(String file) {
    this.file = file;
  }

  /** Counts a row; within a cause the lines must ascend. */
  void add(Cause cause, long line) {
    counts.merge(cause, 1, Integer::sum);
    List<Long> first = lines.computeIfAbsent(cause, c -> new ArrayList<>());
    if (first.size() < LINES) {
      first.add(line);
    }
  }

  /** Counts many rows at once, of which the first few lines are given. */
  void addAll(Cause cause, int count, List<Long> firstLines) {
    if (count > 0) {
      counts.merge(cause, count, Integer::sum);
      lines.computeIfAbsent(cause, c -> new ArrayList<>()).addAll(firstLines);
    }
  }

  /** One finding a cause, in the order in which {@link Cause} has them. */
  List<Finding> list() {
    List<Finding> list = new ArrayList<>();
    counts.forEach((cause, count) -> list.add(new Finding(cause, file, count, lines.get(cause))));
    return list;
  }
}
