package osusume.http;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import osusume.app.AccessToken;
import osusume.app.ListenerSettings;
import osusume.app.Places;
import osusume.app.Workspace;

/**
 * A listener with {@link TestRoutes} at a port that is free, over a workspace with nothing open.
 */
final class TestListener implements AutoCloseable {
  static final String TOKEN = "correct-horse-battery-staple";

  final TestRoutes routes = new TestRoutes();
  final RequestLog log = new RequestLog();
  final Workspace workspace;
  final Listener listener;
  final URI address;

  TestListener(Path folder, Limits limits) throws IOException {
    this(folder, limits, ListenerSettings.THIS_MACHINE, Optional.empty());
  }

  TestListener(Path folder, Limits limits, String host, Optional<AccessToken> token)
      throws IOException {
    this(folder, limits, host, token, Listener.usualVisitors());
  }

  TestListener(
      Path folder, Limits limits, String host, Optional<AccessToken> token, Visitors visitors)
      throws IOException {
    workspace = new Workspace(Places.find(folder.resolve("data"), folder.resolve("models")));
    listener =
        Listener.start(
            new ListenerSettings(true, host, 0, token),
            workspace,
            log,
            routes.all(),
            limits,
            visitors);
    address = listener.address();
  }

  static Limits limits(Duration request, Duration idle, int connections) {
    return limits(request, idle, connections, 0);
  }

  static Limits limits(Duration request, Duration idle, int connections, int ofHome) {
    Limits usual = Limits.USUAL;
    return new Limits(
        usual.headerBytes(),
        usual.headers(),
        usual.bodyBytes(),
        request,
        idle,
        connections,
        ofHome,
        usual.connectionsOfOne(),
        Duration.ofMillis(500),
        100_000,
        usual.requestsPerSecond(),
        usual.wrongTokensPerSecond(),
        usual.talksPerMinute(),
        usual.talksAtOnce(),
        usual.workers());
  }

  @Override
  public void close() {
    routes.go.countDown();
    listener.stop(Duration.ofSeconds(2));
  }
}
