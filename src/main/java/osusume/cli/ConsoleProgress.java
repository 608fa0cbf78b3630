package osusume.cli;

import java.io.PrintStream;
import java.util.Locale;
import osusume.progress.Progress;

/**
 * Shows progress on one line of a terminal, rewritten in place and wiped before anything else is
 * printed.
 */
final class ConsoleProgress implements Progress {
  private static final long NANOS_BETWEEN = 100_000_000;

  private final PrintStream err;
  private long lastShown;
  private int lastLength;

  ConsoleProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public synchronized void report(double fraction, String message) {
    long now = System.nanoTime();
    if (lastLength > 0 && now - lastShown < NANOS_BETWEEN) {
      return;
    }
    lastShown = now;
    String line =
        Double.isNaN(fraction)
            ? message
            : String.format(Locale.ROOT, "%3.0f %%  %s", 100 * fraction, message);
    show(line);
  }

  /** Leaves the line empty, and the cursor at its start. */
  synchronized void wipe() {
    if (lastLength > 0) {
      show("");
      err.print("\r");
      err.flush();
    }
  }

  private void show(String line) {
    err.print("\r" + line + " ".repeat(Math.max(0, lastLength - line.length())));
    err.flush();
    lastLength = line.length();
  }

  /** Ctrl+C ends the process; files are replaced whole or not at all, so nothing else is needed. */
  @Override
  public boolean cancelled() {
    return false;
  }
}
