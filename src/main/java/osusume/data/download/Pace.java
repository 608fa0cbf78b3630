package osusume.data.download;

import java.util.ArrayDeque;
import java.util.Deque;
import osusume.progress.Progress;

/** How fast a file arrives, over the last few seconds, and how that is told. */
final class Pace {
  private static final long LOOK_BACK = 5_000_000_000L;
  private static final long BETWEEN = 200_000_000L;
  private static final double MB = 1e6;

  private record Mark(long nanos, long bytes) {}

  private final Deque<Mark> marks = new ArrayDeque<>();
  private final long total;
  private long told = Long.MIN_VALUE;

  /**
   * @param total size of the file, in bytes; −1: not known
   */
  Pace(long total) {
    this.total = total;
  }

  /** Tells how far the download is, several times a second at the most. */
  void at(long bytes, long nanos, Progress progress) {
    if (told != Long.MIN_VALUE && nanos - told < BETWEEN) {
      return;
    }
    told = nanos;
    marks.add(new Mark(nanos, bytes));
    while (marks.size() > 2 && nanos - marks.getFirst().nanos() > LOOK_BACK) {
      marks.removeFirst();
    }
    progress.report(part(bytes, total), far(bytes, total) + speed(bytes, nanos));
  }

  private String speed(long bytes, long nanos) {
    Mark first = marks.getFirst();
    double seconds = (nanos - first.nanos()) / 1e9;
    if (seconds <= 0 || bytes <= first.bytes()) {
      return "";
    }
    double pace = (bytes - first.bytes()) / seconds;
    String speed = ", %.1f MB/s".formatted(pace / MB);
    return total < 0 ? speed : speed + ", " + left((total - bytes) / pace);
  }

  private static String left(double seconds) {
    return seconds < 120
        ? "%.0f s left".formatted(Math.ceil(seconds))
        : "%.0f min left".formatted(Math.ceil(seconds / 60));
  }

  /** For instance "12.3 of 25.1 MB". */
  static String far(long bytes, long total) {
    return total < 0
        ? "%.1f MB".formatted(bytes / MB)
        : "%.1f of %.1f MB".formatted(bytes / MB, total / MB);
  }

  /** 0 to 1; NaN where the size is not known. */
  static double part(long bytes, long total) {
    return total <= 0 ? Double.NaN : (double) bytes / total;
  }
}
