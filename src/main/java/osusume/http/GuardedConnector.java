package osusume.http;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** Speaks HTTP/1.1 on connections that are watched. */
final class GuardedConnector extends ServerConnector {
  private static final Logger LOG = Logger.getLogger(GuardedConnector.class.getName());
  private static final int ACCEPTORS = 1;

  /**
   * With Jetty's own pool a refused request's last bytes came, once in some ten thousand, before
   * the head of an answer: a buffer was given back while its connection still read into it. So that
   * no visitor ever gets a byte of another, no buffer is used twice.
   */
  private static final ByteBufferPool NOT_SHARED = new ByteBufferPool.NonPooling();

  /**
   * They work out quick answers too, so there is one a core, until others have most of the work.
   */
  static final int SELECTORS = Math.min(4, Runtime.getRuntime().availableProcessors());

  /** So small that a slow reader is seen to be one: what the system buffers, it has not read. */
  private static final int SEND_BUFFER = 131_072;

  private final transient Connections connections;

  GuardedConnector(Server server, Limits limits, Connections connections) {
    super(
        server,
        null,
        new ScheduledExecutorScheduler("osusume-http-clock", true),
        NOT_SHARED,
        ACCEPTORS,
        SELECTORS,
        new HttpConnectionFactory(configuration(limits)));
    this.connections = connections;
    setIdleTimeout(limits.idle().toMillis());
    setAcceptedSendBufferSize(SEND_BUFFER);
    setAcceptedTcpNoDelay(true);
    getSelectorManager().addEventListener(new Refused(connections));
  }

  /**
   * Whoever connects gets nothing at all where a connection can't be taken in, and Jetty says so to
   * nobody. That is logged, but once, for then it is likely so with each of them.
   */
  static final class Refused implements SelectorManager.AcceptListener {
    private final Connections connections;
    private final AtomicBoolean told = new AtomicBoolean();

    Refused(Connections connections) {
      this.connections = connections;
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
      if (!isUsual(cause) && !connections.isEnding() && told.compareAndSet(false, true)) {
        // No byte of a request has been read: there is nothing of a visitor's in its words.
        LOG.log(
            Level.SEVERE,
            "The listener could not take a connection in; if that goes on, start Osusume again."
                + " It is logged only this once.",
            cause);
      }
    }

    /** Visitors who leave at once, and an end. */
    private static boolean isUsual(Throwable cause) {
      return cause instanceof IOException
          || cause instanceof CancelledKeyException
          || cause instanceof ClosedSelectorException;
    }
  }

  private static HttpConfiguration configuration(Limits limits) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    // Memory that is not used again is better left to the collector than to the system.
    http.setUseInputDirectByteBuffers(false);
    http.setUseOutputDirectByteBuffers(false);
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
