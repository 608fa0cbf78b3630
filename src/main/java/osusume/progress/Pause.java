package osusume.progress;

/**
 * By this a person halts long work that can be halted, and lets it go on. May be used from any
 * thread.
 */
public final class Pause {
  private static final long LOOK_MILLIS = 100;

  private boolean asked;

  /** Asks the work to halt at its next chance. */
  public synchronized void halt() {
    asked = true;
  }

  /** Lets the work go on. */
  public synchronized void goOn() {
    asked = false;
    notifyAll();
  }

  /** Whether the work shall be halted now. */
  public synchronized boolean asked() {
    return asked;
  }

  /**
   * Waits while the work shall be halted.
   *
   * @throws CancelledException if the person asked to stop meanwhile
   */
  public synchronized void await(Progress progress) {
    progress.check();
    while (asked) {
      try {
        wait(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      }
      progress.check();
    }
  }
}
