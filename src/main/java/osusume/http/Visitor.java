package osusume.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who asks, as far as limits tell visitors apart.
 *
 * @param key the address; of IPv6 its first 64 bits; of this machine one for all it has
 * @param atHome whether it is a program of this machine
 */
record Visitor(String key, boolean atHome) {
  private static final int NETWORK_BYTES = 8;
  private static final Visitor HOME = new Visitor("this machine", true);
  private static final Visitor UNKNOWN = new Visitor("unknown", false);

  static Visitor from(SocketAddress remote) {
    InetAddress address = remote instanceof InetSocketAddress inet ? inet.getAddress() : null;
    if (address == null) {
      return UNKNOWN;
    }
    if (address.isLoopbackAddress()) {
      return HOME;
    }
    return address instanceof Inet6Address
        ? new Visitor(
            HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)), false)
        : new Visitor(address.getHostAddress(), false);
  }
}
