package osusume.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HexFormat;
import java.util.function.Predicate;

/**
 * Who asks, as far as limits tell visitors apart.
 *
 * @param key the address; of IPv6 its first 64 bits, unless it is a neighbour's; of this machine
 *     one for all it has
 * @param atHome whether it is a program of this machine
 */
record Visitor(String key, boolean atHome) {
  private static final Visitor HOME = new Visitor("this machine", true);
  private static final Visitor UNKNOWN = new Visitor("unknown", false);

  /**
   * @param remote where a connection comes from
   * @param local where it was accepted: who comes from there is this machine, by whichever of its
   *     addresses it asks
   * @param neighbours whether an address is one of the networks of this machine
   */
  static Visitor from(
      SocketAddress remote, SocketAddress local, Predicate<Inet6Address> neighbours) {
    InetAddress address = addressOf(remote);
    if (address == null) {
      return UNKNOWN;
    }
    if (address.isLoopbackAddress() || address.equals(addressOf(local))) {
      return HOME;
    }
    return address instanceof Inet6Address six && !neighbours.test(six)
        ? new Visitor(HexFormat.of().toHexDigits(Neighbours.network(six)), false)
        : new Visitor(address.getHostAddress(), false);
  }

  private static InetAddress addressOf(SocketAddress end) {
    return end instanceof InetSocketAddress inet ? inet.getAddress() : null;
  }
}
