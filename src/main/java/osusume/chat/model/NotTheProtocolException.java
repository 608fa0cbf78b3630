package osusume.chat.model;

import java.io.IOException;

/** What came is no answer of a language model. */
final class NotTheProtocolException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the server did, after its name; nothing of what it said
   */
  NotTheProtocolException(String what) {
    super(what);
  }

  String what() {
    return getMessage();
  }
}
