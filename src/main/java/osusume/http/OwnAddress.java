package osusume.http;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address this machine has in some network. Only those of IPv4: of the many forms an address
 * has, people can read these out.
 *
 * @param virtual whether it is a network between programs, or one that goes through another, which
 *     the machines nearby are seldom in
 */
record OwnAddress(InetAddress address, boolean virtual) {
  /** How Linux, macOS and Windows name networks of containers, virtual machines and tunnels. */
  private static final Pattern VIRTUAL_NAMES =
      Pattern.compile(
          "(docker|podman|br-|veth|virbr|lxc|lxd|cni|flannel|vmnet|vboxnet|tun|tap|utun|wg|ppp|zt"
              + "|tailscale|bridge).*|.*(virtual|hyper-v|vmware|vpn|wintun|wireguard|tailscale).*",
          Pattern.CASE_INSENSITIVE);

  /** No machine has it (RFC 5737), so that the way to it is the way to anywhere. */
  private static final InetSocketAddress ANYWHERE = new InetSocketAddress("192.0.2.1", 9);

  static List<OwnAddress> all() throws SocketException {
    List<OwnAddress> all = new ArrayList<>();
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      if (network.isUp() && !network.isLoopback()) {
        boolean virtual =
            network.isVirtual()
                || network.isPointToPoint()
                || namedVirtual(network.getName())
                || namedVirtual(network.getDisplayName());
        Collections.list(network.getInetAddresses()).stream()
            .filter(Inet4Address.class::isInstance)
            .forEach(address -> all.add(new OwnAddress(address, virtual)));
      }
    }
    return all;
  }

  static boolean namedVirtual(String name) {
    return name != null && VIRTUAL_NAMES.matcher(name).matches();
  }

  /** The address that what this machine sends to far away comes from; nothing is sent for it. */
  static Optional<InetAddress> onTheWayOut() {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(ANYWHERE);
      return Optional.of(socket.getLocalAddress());
    } catch (IOException e) {
      // There is no way out, as in a network of its own.
      return Optional.empty();
    }
  }

  /** Those that others nearby likely reach come first. */
  static List<InetAddress> inOrder(List<OwnAddress> all, Optional<InetAddress> onTheWayOut) {
    return all.stream()
        .sorted(
            // An address a machine gave itself serves only where nobody gives any.
            Comparator.comparing((OwnAddress own) -> own.address().isLinkLocalAddress())
                .thenComparing(OwnAddress::virtual)
                .thenComparing(own -> !onTheWayOut.equals(Optional.of(own.address()))))
        .map(OwnAddress::address)
        .toList();
  }
}
