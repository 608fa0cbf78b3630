package osusume.http;

import java.io.IOException;

/** The address the listener shall listen at is taken by another program. */
public final class PortTakenException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int freePort;

  /**
   * @param address for instance {@code 127.0.0.1:5000}
   * @param freePort one that is free at the same address
   */
  PortTakenException(String address, int freePort, Throwable cause) {
    super(
        "%s is taken by another program. Port %d is free there.".formatted(address, freePort),
        cause);
    this.freePort = freePort;
  }

  /** One that was free a moment ago. */
  public int freePort() {
    return freePort;
  }
}
