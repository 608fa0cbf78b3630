package osusume.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import osusume.http.RequestLog;

/** Makes a line of a request that was answered. */
final class RequestLines {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final double NANOS_PER_MILLI = 1e6;

  private RequestLines() {}

  static String of(RequestLog.Served served) {
    return "%s  %s  %s %s  %,d bytes  %.1f ms  %s"
        .formatted(
            TIME.format(served.at().atZone(ZoneId.systemDefault())),
            served.status() == 0 ? "left" : String.valueOf(served.status()),
            served.method(),
            served.target(),
            served.bytes(),
            served.took().toNanos() / NANOS_PER_MILLI,
            served.from());
  }
}
