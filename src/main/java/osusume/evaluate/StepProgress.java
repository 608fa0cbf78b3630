package osusume.evaluate;

import osusume.progress.Progress;

/**
 * A progress that stands for another stretch of the whole at each step. Where a step does not know
 * how far it is, the whole stays where it was.
 */
final class StepProgress implements Progress {
  private volatile Progress now = Progress.NONE;
  private volatile String what = "";
  private volatile double last;

  /** From here on this is {@code stretch}, and messages begin with {@code what}. */
  void become(Progress stretch, String what) {
    this.last = 0;
    this.now = stretch;
    this.what = what;
  }

  @Override
  public void report(double fraction, String message) {
    if (!Double.isNaN(fraction)) {
      last = fraction;
    }
    now.report(last, what + ": " + message);
  }

  @Override
  public boolean cancelled() {
    return now.cancelled();
  }
}
