package osusume.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * What is said to the program, line by line. Each is read in a thread of its own: whoever waits for
 * one can be called off, while a read itself ends for nobody.
 */
final class TypedLines {
  private static final long LOOK_MILLIS = 50;

  private final BufferedReader lines;

  /** A line that is waited for, also by nobody any more; null: none. */
  private CompletableFuture<Optional<String>> awaited;

  TypedLines(BufferedReader lines) {
    this.lines = lines;
  }

  /**
   * Waits for the next line.
   *
   * @param calledOff whether to wait no longer; a line that comes after that is the next one's
   * @return empty: there are no more, or it was called off
   */
  Optional<String> next(BooleanSupplier calledOff) throws IOException {
    if (awaited == null) {
      awaited = new CompletableFuture<>();
      CompletableFuture<Optional<String>> line = awaited;
      Thread.ofPlatform().daemon().name("osusume-typed").start(() -> read(line));
    }
    while (!calledOff.getAsBoolean()) {
      try {
        Optional<String> line = awaited.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        awaited = null;
        return line;
      } catch (TimeoutException e) {
        // Nothing was said yet.
      } catch (ExecutionException e) {
        awaited = null;
        throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private void read(CompletableFuture<Optional<String>> line) {
    try {
      line.complete(Optional.ofNullable(lines.readLine()));
    } catch (IOException | RuntimeException e) {
      line.completeExceptionally(e);
    }
  }
}
