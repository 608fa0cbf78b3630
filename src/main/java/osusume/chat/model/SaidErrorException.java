package osusume.chat.model;

import java.io.IOException;

/** The server said an error where an answer should be. */
final class SaidErrorException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient ServerError error;

  SaidErrorException(ServerError error) {
    super("the server said an error");
    this.error = error;
  }

  ServerError error() {
    return error;
  }
}
