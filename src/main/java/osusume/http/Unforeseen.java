package osusume.http;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Puts into the program's log what was not foreseen: where it happened, but not in which words, for
 * those may hold what somebody said or asked.
 */
final class Unforeseen {
  private static final Logger LOG = Logger.getLogger(Unforeseen.class.getName());

  private Unforeseen() {}

  /**
   * @param what was done, for instance the template of a route
   */
  static void log(String what, Throwable trouble) {
    LOG.log(Level.WARNING, "The listener could not answer " + what, wordless(trouble));
  }

  private static Throwable wordless(Throwable trouble) {
    Throwable cause = trouble.getCause();
    Throwable wordless =
        new IllegalStateException(
            trouble.getClass().getName(), cause == null ? null : wordless(cause));
    wordless.setStackTrace(trouble.getStackTrace());
    return wordless;
  }
}
