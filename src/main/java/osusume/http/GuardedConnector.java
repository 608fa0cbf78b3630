package osusume.http;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** Speaks HTTP/1.1 on connections that are watched. */
final class GuardedConnector extends ServerConnector {
  private static final int ACCEPTORS = 1;
  private static final int SELECTORS = 1;

  /** So small that a slow reader is seen to be one: what the system buffers, it has not read. */
  private static final int SEND_BUFFER = 131_072;

  private final transient Connections connections;

  GuardedConnector(Server server, Limits limits, Connections connections) {
    super(
        server,
        null,
        new ScheduledExecutorScheduler("osusume-http-clock", true),
        null,
        ACCEPTORS,
        SELECTORS,
        new HttpConnectionFactory(configuration(limits)));
    this.connections = connections;
    setIdleTimeout(limits.idle().toMillis());
    setAcceptedSendBufferSize(SEND_BUFFER);
    setAcceptedTcpNoDelay(true);
  }

  private static HttpConfiguration configuration(Limits limits) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(limits.headerBytes());
    // The routes take paths apart as they came, and no path ever reaches a file system.
    http.setUriCompliance(UriCompliance.UNSAFE);
    return http;
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) throws IOException {
    var endPoint = new GuardedEndPoint(channel, selector, key, getScheduler(), connections);
    endPoint.setIdleTimeout(getIdleTimeout());
    return endPoint;
  }
}
