package osusume.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import osusume.app.ListenerSettings;
import osusume.app.Workspace;

/**
 * The documented routes over HTTP, at one address. Starting and stopping take a while and are not
 * for the JavaFX thread.
 */
public final class Listener {
  private static final Logger LOG = Logger.getLogger(Listener.class.getName());
  private static final int LEAST_THREADS = 4;
  private static final int MOST_THREADS = 64;

  private final Server server;
  private final URI address;

  private Listener(Server server, URI address) {
    this.server = server;
    this.address = address;
  }

  /**
   * Listens at once. What is not open yet is answered with a sentence.
   *
   * @param settings where; {@code on} is not looked at
   * @param log is told of every request
   * @throws PortTakenException if another program listens there
   * @throws IOException if nobody can listen there; worded for a person
   * @throws IllegalArgumentException if others could reach it without a token; worded for a person
   */
  public static Listener start(ListenerSettings settings, Workspace workspace, RequestLog log)
      throws IOException {
    var threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
    threads.setName("osusume-http");
    threads.setDaemon(true);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    server.addConnector(connector);
    var routes = new Routes(DocumentedRoutes.andThePages());
    server.setHandler(new GracefulHandler(new RoutesHandler(routes, workspace, log)));
    try {
      server.start();
    } catch (Exception e) {
      stopQuietly(server);
      throw notStarted(settings, e);
    }
    return new Listener(
        server, URI.create("http://%s:%d".formatted(settings.host(), connector.getLocalPort())));
  }

  private static IOException notStarted(ListenerSettings settings, Exception e) {
    if (e instanceof BindException || e.getCause() instanceof BindException) {
      String address = settings.host() + ":" + settings.port();
      try (var free = new ServerSocket(0, 1, InetAddress.getByName(settings.host()))) {
        return new PortTakenException(address, free.getLocalPort(), e);
      } catch (IOException hopeless) {
        e.addSuppressed(hopeless);
        return new IOException("Nobody can listen at %s: %s".formatted(address, e.getMessage()), e);
      }
    }
    return new IOException("The listener could not start: " + e.getMessage(), e);
  }

  private static void stopQuietly(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "The listener that did not start could not be stopped", e);
    }
  }

  /** Where it listens, for instance {@code http://127.0.0.1:5000}. */
  public URI address() {
    return address;
  }

  /**
   * Takes no more requests and finishes those under way.
   *
   * @param patience after it, what is not finished is cut off
   */
  public void stop(Duration patience) {
    server.setStopTimeout(patience.toMillis());
    stopQuietly(server);
  }
}
