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
    // Put together by hand, for String.format takes longer to load than a small file to read.
    String all = rounded(Math.round(rows / fraction));
    String message =
        "reading " + source.name() + ": " + rounded(rows) + " of about " + all + " rows";
    progress.report(fraction, message);
  }

  private static String rounded(long rows) {
    return rows < 100_000
        ? Long.toString(rows)
        : rows / 1_000_000 + "." + rows / 100_000 % 10 + " M";
  }
}
