package osusume.data.io;

import osusume.progress.Progress;

/** Says how far the reading of {@code rating.csv} is. */
final class RatingProgress {
  private RatingProgress() {}

  static void report(Progress progress, CsvSource source, long bytesRead, long rows) {
    long size = source.size();
    if (size <= 0 || bytesRead <= 0) {
      progress.report(Double.NaN, "reading " + source.name() + ": " + rounded(rows) + " rows");
      return;
    }
    double fraction = Math.min(1.0, (double) bytesRead / size);
    progress.report(
        fraction,
        "reading %s: %s of about %s rows"
            .formatted(source.name(), rounded(rows), rounded(Math.round(rows / fraction))));
  }

  private static String rounded(long rows) {
    return rows < 100_000
        ? Long.toString(rows)
        : rows / 1_000_000 + "." + rows / 100_000 % 10 + " M";
  }
}
