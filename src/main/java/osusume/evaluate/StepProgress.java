package osusume.evaluate;

import osusume.progress.Progress;

/** A progress that stands for another stretch of the whole at each step. */
final class StepProgress implements Progress {
  private volatile Progress now = Progress.NONE;
  private volatile String what = "";

  /** From here on this is {@code stretch}, and messages begin with {@code what}. */
  void become(Progress stretch, String what) {
    this.now = stretch;
    this.what = what;
  }

  @Override
  public void report(double fraction, String message) {
    now.report(fraction, what + ": " + message);
  }

  @Override
  public boolean cancelled() {
    return now.cancelled();
  }
}
