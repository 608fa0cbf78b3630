package osusume.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Which addresses of IPv6 belong to the networks this machine is in. There one machine has one
 * address or a few, and all of them begin alike; elsewhere all that begin alike are one's.
 */
final class Neighbours {
  private static final int NETWORK_BYTES = 8;
  private static final long KNOWN_NANOS = TimeUnit.SECONDS.toNanos(30);

  private volatile Known known;

  /**
   * The networks, which change as a computer is carried about.
   *
   * @param networks first 64 bits each
   */
  private record Known(Set<Long> networks, long at) {}

  boolean include(Inet6Address address) {
    return address.isLinkLocalAddress() || networks().contains(network(address));
  }

  private Set<Long> networks() {
    Known now = known;
    if (now == null || System.nanoTime() - now.at() > KNOWN_NANOS) {
      now = new Known(ofThisMachine(), System.nanoTime());
      known = now;
    }
    return now.networks();
  }

  private static Set<Long> ofThisMachine() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet6Address.class::isInstance)
          .map(Neighbours::network)
          .collect(Collectors.toSet());
    } catch (SocketException unknown) {
      return Set.of();
    }
  }

  /** The first 64 bits. */
  static long network(InetAddress address) {
    long bits = 0;
    for (byte b : Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) {
      bits = bits << Byte.SIZE | Byte.toUnsignedInt(b);
    }
    return bits;
  }
}
