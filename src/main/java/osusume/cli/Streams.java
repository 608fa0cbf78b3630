package osusume.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import osusume.progress.Progress;

/** Where a command prints: answers to {@code out}, everything else to {@code err}. */
final class Streams {
  private final PrintStream out;
  private final PrintStream err;
  private final ConsoleProgress progress;
  private final TypedLines lines;

  /**
   * @param interactive whether a person watches, so that progress may be shown
   */
  Streams(PrintStream out, PrintStream err, boolean interactive) {
    this(out, err, interactive, System.in);
  }

  /**
   * @param in what is said to the program
   */
  Streams(PrintStream out, PrintStream err, boolean interactive, InputStream in) {
    this.lines =
        new TypedLines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    this.out = new HarmlessPrint(out);
    this.err = new HarmlessPrint(err);
    this.progress = interactive ? new ConsoleProgress(err) : null;
  }

  /** For answers; the line of progress is wiped first, so that it does not stand among them. */
  PrintStream out() {
    wipeProgress();
    return out;
  }

  /** For everything else; likewise. */
  PrintStream err() {
    wipeProgress();
    return err;
  }

  boolean watched() {
    return progress != null;
  }

  TypedLines lines() {
    return lines;
  }

  Progress progress() {
    return progress == null ? Progress.NONE : progress;
  }

  private void wipeProgress() {
    if (progress != null) {
      progress.wipe();
    }
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  /**
   * Sends on what was printed so far.
   *
   * @throws IOException if it could not be written: the disk is full, or nobody reads any more
   */
  void flushAnswer() throws IOException {
    if (out.checkError()) {
      throw new IOException(
          "The answer could not be written: the disk is full, or the program that read it has"
              + " ended.");
    }
  }
}
