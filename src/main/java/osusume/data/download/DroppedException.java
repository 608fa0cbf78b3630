package osusume.data.download;

import java.io.IOException;

/** A connection broke off, fell silent or did not come about, where another may do better. */
final class DroppedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean worded;

  /** It broke off; not yet worded for a person. */
  DroppedException(Throwable cause) {
    super(cause.getMessage(), cause);
    this.worded = false;
  }

  private DroppedException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.worded = true;
  }

  /** No connection came about, or nothing came over it; worded for a person. */
  static DroppedException unheard(String sentence, Throwable cause) {
    return new DroppedException(sentence, cause);
  }

  /** Whether the message is a sentence for a person: then it is not worth another try by itself. */
  boolean worded() {
    return worded;
  }
}
