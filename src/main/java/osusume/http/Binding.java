package osusume.http;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import osusume.app.ListenerSettings;

/**
 * The address the listener is bound to.
 *
 * @param channel open and bound
 * @param url where a program of this machine reaches it
 * @param gate lets through who asks for this machine
 */
record Binding(ServerSocketChannel channel, URI url, OriginGate gate) {
  private static final int WAITING = 128;
  private static final int PROBE_MILLIS = 300;
  private static final int PRIVILEGED = 1024;
  private static final int LOOKED_AT = 100;
  private static final int LARGEST_PORT = 65_535;

  /**
   * @throws PortTakenException if another program listens there
   * @throws IOException if nobody can listen there; worded for a person
   * @throws IllegalArgumentException if others could reach it without a token; worded for a person
   */
  static Binding open(ListenerSettings settings) throws IOException {
    String host = settings.host().strip();
    InetAddress address = address(host);
    // Nor where a machine takes localhost for another's name.
    boolean forOthers = !settings.forThisMachine() || !address.isLoopbackAddress();
    if (forOthers && settings.token().isEmpty()) {
      throw new IllegalArgumentException(
          "At %s other computers can reach the listener, so it needs an access token. Without one it listens at %s alone."
              .formatted(host, ListenerSettings.THIS_MACHINE));
    }
    if (!address.isLoopbackAddress()
        && !address.isAnyLocalAddress()
        && NetworkInterface.getByInetAddress(address) == null) {
      throw new IOException(
          "This computer does not have the address %s, so nothing can listen there. %s is this computer alone, %s all its addresses."
              .formatted(host, ListenerSettings.THIS_MACHINE, ListenerSettings.EVERYWHERE));
    }
    // Before it is bound, for the names of this machine may be long in coming.
    OriginGate gate = gate(host, address);
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      // The system's own rule for addresses that were in use stays: Java sets what serves restarts,
      // and elsewhere (Windows) more would let two programs have one port.
      channel.bind(new InetSocketAddress(address, settings.port()), WAITING);
      return new Binding(channel, url(channel, host, address), gate);
    } catch (IOException e) {
      channel.close();
      throw notBound(host, address, settings.port(), e);
    } catch (RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static InetAddress address(String host) throws IOException {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IOException(
          "There is no computer known as '%s', so nothing can listen there. %s is this computer alone."
              .formatted(host, ListenerSettings.THIS_MACHINE),
          e);
    }
  }

  private static IOException notBound(String host, InetAddress address, int port, IOException e) {
    String place = inUrl(host, address) + ":" + port;
    if (port > 0 && port < PRIVILEGED && !answers(address, port)) {
      return new IOException(
          "This system lets no ordinary program listen at %s. Choose a port from %d on, such as %d."
              .formatted(place, PRIVILEGED, ListenerSettings.USUAL_PORT),
          e);
    }
    if (!(e instanceof BindException)) {
      return new IOException("Nothing can listen at %s: %s".formatted(place, e.getMessage()), e);
    }
    try {
      return new PortTakenException(place, freePort(address, port), e);
    } catch (IOException hopeless) {
      e.addSuppressed(hopeless);
      return new IOException("Nothing can listen at %s: %s".formatted(place, e.getMessage()), e);
    }
  }

  private static boolean answers(InetAddress address, int port) {
    try (Socket probe = new Socket()) {
      probe.connect(
          new InetSocketAddress(
              address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address, port),
          PROBE_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  /** The next one above, which is easier to remember than any. */
  private static int freePort(InetAddress address, int taken) throws IOException {
    for (int port = taken + 1; port <= Math.min(taken + LOOKED_AT, LARGEST_PORT); port++) {
      try {
        return boundTo(address, port);
      } catch (SocketException alsoTaken) {
        continue;
      }
    }
    return boundTo(address, 0);
  }

  private static int boundTo(InetAddress address, int port) throws IOException {
    try (ServerSocketChannel probe = ServerSocketChannel.open()) {
      probe.bind(new InetSocketAddress(address, port), 1);
      return probe.socket().getLocalPort();
    }
  }

  private static URI url(ServerSocketChannel channel, String host, InetAddress address) {
    String name =
        address.isAnyLocalAddress() ? ListenerSettings.THIS_MACHINE : inUrl(host, address);
    return URI.create("http://%s:%d".formatted(name, channel.socket().getLocalPort()));
  }

  private static String inUrl(String host, InetAddress address) {
    return address instanceof Inet6Address && host.contains(":") && !host.startsWith("[")
        ? "[" + address.getHostAddress().replaceFirst("%.*", "") + "]"
        : host;
  }

  private static OriginGate gate(String host, InetAddress address) {
    boolean beyond = !address.isLoopbackAddress();
    Set<String> names = new HashSet<>();
    names.add(inUrl(host, address).toLowerCase(Locale.ROOT));
    if (beyond) {
      addNames(names);
    }
    return new OriginGate(names, beyond);
  }

  /** By which others on the network know this machine. */
  private static void addNames(Set<String> names) {
    try {
      InetAddress here = InetAddress.getLocalHost();
      for (String name : new String[] {here.getHostName(), here.getCanonicalHostName()}) {
        String lower = name.toLowerCase(Locale.ROOT);
        names.add(lower);
        if (!lower.contains(".")) {
          names.add(lower + ".local");
        }
      }
    } catch (UnknownHostException nameless) {
      // It can be asked by its addresses all the same.
      return;
    }
  }
}
