package osusume.data.download;

import java.io.IOException;

/** A connection broke off where another may do better; not yet worded for a person. */
final class DroppedException extends IOException {
  private static final long serialVersionUID = 1L;

  DroppedException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
