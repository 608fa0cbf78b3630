package osusume.http;

import java.net.SocketAddress;

/** Tells who asks by the two ends of a connection. */
@FunctionalInterface
interface Visitors {
  /**
   * @param remote where it comes from
   * @param local where it was accepted
   */
  Visitor of(SocketAddress remote, SocketAddress local);
}
