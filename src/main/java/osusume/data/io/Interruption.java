package osusume.data.io;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import osusume.progress.CancelledException;

/**
 * An interrupted thread was asked to stop, as a cancelled JavaFX task is: no trouble with a file.
 */
final class Interruption {
  private Interruption() {}

  /**
   * Hands trouble with a file back to be thrown.
   *
   * @throws CancelledException instead, if the file was closed because the thread was interrupted
   */
  static IOException orTrouble(IOException trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClosedByInterruptException) {
        throw cancelled(trouble);
      }
    }
    return trouble;
  }

  /** The word that the work was stopped; the thread stays interrupted. */
  static CancelledException cancelled(Exception cause) {
    Thread.currentThread().interrupt();
    var cancelled = new CancelledException();
    cancelled.initCause(cause);
    return cancelled;
  }
}
