package osusume.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import osusume.app.AssistantSource;
import osusume.app.ListenerSettings;
import osusume.app.Workspace;

/**
 * The documented routes over HTTP, at one address. Starting and stopping take a while and are not
 * for the JavaFX thread.
 */
public final class Listener {
  private static final Logger LOG = Logger.getLogger(Listener.class.getName());

  /** Held so that what is set of it stays. Says at most what is wrong with the machine. */
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

  /** Beside the workers: one accepts connections, some wait for them to speak, one is on hand. */
  private static final int OTHER_THREADS = 2 + GuardedConnector.SELECTORS;

  private static final int LEAST_THREADS = 4;
  private static final int IDLE_MILLIS = 30_000;
  private static final int LAST_MILLIS = 1_000;

  private final Server server;
  private final ExecutorService streams;
  private final Connections connections;
  private final GuardedConnector connector;
  private final URI address;

  private Listener(
      Server server,
      ExecutorService streams,
      Connections connections,
      GuardedConnector connector,
      URI address) {
    this.server = server;
    this.streams = streams;
    this.connections = connections;
    this.connector = connector;
    this.address = address;
  }

  /**
   * Listens at once. What is not open yet is answered with a sentence.
   *
   * @param settings where; {@code on} is not looked at
   * @param log is told of every request
   * @param assistants who is asked in {@code /talk}
   * @throws PortTakenException if another program listens there
   * @throws IOException if nobody can listen there; worded for a person
   * @throws IllegalArgumentException if others could reach it without a token; worded for a person
   */
  public static Listener start(
      ListenerSettings settings, Workspace workspace, RequestLog log, AssistantSource assistants)
      throws IOException {
    return start(
        settings,
        workspace,
        log,
        new Routes(DocumentedRoutes.andThePages(assistants)),
        Limits.USUAL,
        usualVisitors());
  }

  /** Tells programs of this machine from others. */
  static Visitors usualVisitors() {
    var neighbours = new Neighbours();
    return (remote, local) -> Visitor.from(remote, local, neighbours::include);
  }

  /** The same with other routes, limits and visitors. */
  static Listener start(
      ListenerSettings settings,
      Workspace workspace,
      RequestLog log,
      Routes routes,
      Limits limits,
      Visitors visitors)
      throws IOException {
    JETTY.setLevel(Level.SEVERE);
    Binding binding = Binding.open(settings);
    try {
      return start(binding, settings, workspace, log, routes, limits, visitors);
    } catch (Exception e) {
      binding.channel().close();
      throw new IOException("The listener could not start: " + e.getMessage(), e);
    }
  }

  private static Listener start(
      Binding binding,
      ListenerSettings settings,
      Workspace workspace,
      RequestLog log,
      Routes routes,
      Limits limits,
      Visitors visitors)
      throws Exception {
    Server server = new Server(threads(limits, binding.url().getPort()));
    var answering = new Answering(log, streams());
    server.setErrorHandler(new RefusalHandler(answering, limits));
    var connections = new Connections(limits, visitors);
    var connector = new GuardedConnector(server, limits, connections);
    server.addConnector(connector);
    server.setHandler(
        new RoutesHandler(
            routes,
            workspace,
            answering,
            limits,
            binding.gate(),
            new TokenGate(settings.token(), limits),
            connections));
    URI address = binding.url();
    Listener listener = new Listener(server, answering.streams(), connections, connector, address);
    try {
      connector.open(binding.channel());
      server.start();
      connections.watch(connector.getScheduler());
    } catch (Exception e) {
      listener.stop(Duration.ZERO);
      throw e;
    }
    LOG.info(() -> "The listener listens at " + address);
    return listener;
  }

  private static ExecutorService streams() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        LAST_MILLIS,
        TimeUnit.MILLISECONDS,
        new SynchronousQueue<>(),
        Listener::streamThread);
  }

  /**
   * Large answers have threads beside the workers, as many as there are readers of them, which are
   * no more than connections. The system shares the cores among these too: many a dump to a quick
   * reader never waits, and would keep a virtual thread's core to itself.
   */
  private static Thread streamThread(Runnable work) {
    return Thread.ofPlatform().daemon().name("osusume-http-stream").unstarted(work);
  }

  private static QueuedThreadPool threads(Limits limits, int port) {
    // Threads of the system's, not virtual ones: it shares the cores among them, so that an answer
    // that takes long holds up no other.
    var threads =
        new QueuedThreadPool(limits.workers() + OTHER_THREADS, LEAST_THREADS, IDLE_MILLIS);
    threads.setName("osusume-http-" + port);
    threads.setDaemon(true);
    threads.setStopTimeout(LAST_MILLIS);
    return threads;
  }

  /**
   * Where a program of this machine reaches it, for instance {@code http://127.0.0.1:5000}; also
   * where it listens at all addresses of the machine.
   */
  public URI address() {
    return address;
  }

  /**
   * Takes no more requests and finishes those under way; the port is free at once. Doing it again
   * does nothing.
   *
   * @param patience after it, what is not finished is cut off
   */
  public synchronized void stop(Duration patience) {
    if (server.isStopped()) {
      return;
    }
    connector.close();
    connections.end(patience);
    streams.shutdown();
    try {
      server.stop();
      streams.awaitTermination(LAST_MILLIS, TimeUnit.MILLISECONDS);
      LOG.info(() -> "The listener at %s has stopped".formatted(address));
    } catch (Exception e) {
      LOG.log(Level.WARNING, "The listener could not be stopped in order", e);
    }
  }
}
