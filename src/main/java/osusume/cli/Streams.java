package osusume.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints: answers to {@code out}, everything else to {@code err}.
 *
 * @param interactive whether a person watches, so that progress may be shown
 */
record Streams(PrintStream out, PrintStream err, boolean interactive) {
  PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }
}
