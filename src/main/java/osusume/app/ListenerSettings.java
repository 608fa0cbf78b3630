package osusume.app;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Whether and where the listener listens.
 *
 * @param on whether it shall run while the window is open
 * @param host address or name it binds; {@link #THIS_MACHINE} unless the person chose otherwise
 * @param port 1 to 65535; 0: any that is free
 * @param token what who asks must show; empty: nothing, which is allowed on this machine alone
 */
public record ListenerSettings(boolean on, String host, int port, Optional<AccessToken> token) {
  /** Nobody but programs of this machine reaches it. */
  public static final String THIS_MACHINE = "127.0.0.1";

  /** Every address this machine has: whoever reaches the machine reaches the listener. */
  public static final String EVERYWHERE = "0.0.0.0";

  /** The documented one. */
  public static final int USUAL_PORT = 5000;

  /** Off, and for this machine alone once it is switched on. */
  public static final ListenerSettings DEFAULT =
      new ListenerSettings(false, THIS_MACHINE, USUAL_PORT, Optional.empty());

  private static final String LOCALHOST = "localhost";
  private static final int LARGEST_PORT = 65_535;

  /**
   * @throws IllegalArgumentException if there is no such port; worded for a person
   */
  public ListenerSettings {
    requirePort(port);
    if (host.isBlank()) {
      throw new IllegalArgumentException(
          "The listener needs an address to listen at, like %s.".formatted(THIS_MACHINE));
    }
  }

  /**
   * @throws IllegalArgumentException if there is no such port; worded for a person
   */
  public static void requirePort(int port) {
    if (port < 0 || port > LARGEST_PORT) {
      throw new IllegalArgumentException(
          "There is no port %d: ports have numbers from 1 to %d, and 0 takes any that is free."
              .formatted(port, LARGEST_PORT));
    }
  }

  /**
   * Whether the host is one that programs of this machine alone reach. Asks no name server: of
   * names only localhost is known to be one (RFC 6761).
   */
  public boolean forThisMachine() {
    String name = host.strip();
    if (name.equalsIgnoreCase(LOCALHOST)) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(name).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }

  public ListenerSettings withOn(boolean wanted) {
    return new ListenerSettings(wanted, host, port, token);
  }

  public ListenerSettings withHost(String wanted) {
    return new ListenerSettings(on, wanted, port, token);
  }

  public ListenerSettings withPort(int wanted) {
    return new ListenerSettings(on, host, wanted, token);
  }

  public ListenerSettings withToken(Optional<AccessToken> wanted) {
    return new ListenerSettings(on, host, port, wanted);
  }
}
