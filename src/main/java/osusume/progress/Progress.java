package osusume.progress;

/**
 * What long work is handed: it tells how far it is and asks whether it should go on. Knows no
 * screen and no thread; an implementation must accept calls from any thread.
 */
public interface Progress {
  /** Reports nowhere and is never cancelled. */
  Progress NONE =
      new Progress() {
        @Override
        public void report(double fraction, String message) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Tells how far the work is.
   *
   * @param fraction 0 to 1, or NaN where that is not known
   * @param message what is being done, for a person ("reading rating.csv, 3.1 M rows")
   */
  void report(double fraction, String message);

  /** Whether the person asked to stop. */
  boolean cancelled();

  /**
   * Stops here if the person asked for it. Work calls this between steps, at points where nothing
   * is half written.
   *
   * @throws CancelledException if so
   */
  default void check() {
    if (cancelled()) {
      throw new CancelledException();
    }
  }

  /**
   * The stretch from {@code from} to {@code to} of this progress, as a progress of its own from 0
   * to 1.
   */
  default Progress part(double from, double to) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        whole.report(from + (to - from) * fraction, message);
      }

      @Override
      public boolean cancelled() {
        return whole.cancelled();
      }
    };
  }
}
