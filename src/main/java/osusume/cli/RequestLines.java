package osusume.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import osusume.http.RequestLog;

/** Prints a line for each request that was answered. */
final class RequestLines {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final double NANOS_PER_MILLI = 1e6;

  private final RequestLog log;
  private final Consumer<String> print;
  private long printed;

  RequestLines(RequestLog log, Consumer<String> print) {
    this.log = log;
    this.print = print;
  }

  /** Prints those that came since the last time, each once, in their order. */
  synchronized void print() {
    List<RequestLog.Served> fresh =
        log.recent().stream().takeWhile(served -> served.number() > printed).toList();
    if (fresh.isEmpty()) {
      return;
    }
    fresh.reversed().forEach(served -> print.accept(line(served)));
    printed = fresh.getFirst().number();
  }

  private static String line(RequestLog.Served served) {
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
