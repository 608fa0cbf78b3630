package osusume.progress;

/** Long work stopped because the person asked for it; nothing of it was kept. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CancelledException() {
    super("The work was cancelled; nothing was changed.");
  }
}
