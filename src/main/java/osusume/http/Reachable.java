package osusume.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * By which addresses a listener can be asked. To find them out may take a moment.
 *
 * @param here for programs on this machine
 * @param elsewhere for programs on others; empty where none of them reaches it
 */
public record Reachable(URI here, List<URI> elsewhere) {
  private static final Logger LOG = Logger.getLogger(Reachable.class.getName());

  public Reachable {
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * The addresses of what listens somewhere.
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
    List<URI> all = new ArrayList<>();
    try {
      for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        if (network.isUp() && !network.isLoopback()) {
          Collections.list(network.getInetAddresses()).stream()
              // Of the many forms an address has, people can read these out.
              .filter(Inet4Address.class::isInstance)
              .forEach(address -> all.add(uri(address.getHostAddress(), port)));
        }
      }
    } catch (SocketException e) {
      LOG.log(Level.WARNING, "This machine does not say which addresses it has", e);
    }
    return all;
  }

  private static URI uri(String host, int port) {
    return URI.create("http://%s:%d".formatted(host, port));
  }
}
