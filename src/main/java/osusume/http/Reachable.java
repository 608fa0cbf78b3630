package osusume.http;

import java.net.InetAddress;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * By which addresses a listener can be asked. To find them out may take a moment.
 *
 * @param here for programs on this machine
 * @param elsewhere for programs on others, the likeliest first; empty where none of them reaches it
 */
public record Reachable(URI here, List<URI> elsewhere) {
  private static final Logger LOG = Logger.getLogger(Reachable.class.getName());

  public Reachable {
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * The addresses of what listens somewhere, as they are now: another network brings others.
   *
   * @param host the address or name that was bound
   * @param listening where it listens, with its port
   */
  public static Reachable at(String host, URI listening) {
    InetAddress bound;
    try {
      bound = InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      // It was known when it was bound, so that is what others can be told.
      return new Reachable(listening, List.of(listening));
    }
    if (bound.isLoopbackAddress()) {
      return new Reachable(listening, List.of());
    }
    if (!bound.isAnyLocalAddress()) {
      return new Reachable(listening, List.of(listening));
    }
    String loopback = InetAddress.getLoopbackAddress().getHostAddress();
    return new Reachable(uri(loopback, listening.getPort()), everywhere(listening.getPort()));
  }

  private static List<URI> everywhere(int port) {
    try {
      return OwnAddress.inOrder(OwnAddress.all(), OwnAddress.onTheWayOut()).stream()
          .map(address -> uri(address.getHostAddress(), port))
          .toList();
    } catch (SocketException e) {
      LOG.log(Level.WARNING, "This machine does not say which addresses it has", e);
      return List.of();
    }
  }

  private static URI uri(String host, int port) {
    return URI.create("http://%s:%d".formatted(host, port));
  }
}
