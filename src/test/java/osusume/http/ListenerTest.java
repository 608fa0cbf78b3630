package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.app.AccessToken;
import osusume.app.AssistantSource;
import osusume.app.ListenerSettings;
import osusume.app.Places;
import osusume.app.Workspace;

/** Starting, stopping, and the addresses at which there is nothing to start. */
class ListenerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  /** Those of one listener alone: other tests of this process may have theirs come and go. */
  private static long threads(int port) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("osusume-http-" + port + "-"))
        .count();
  }

  /** A thread that was told to end takes a moment to be gone. */
  private static void awaitNoThread(int port) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (threads(port) > 0 && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertThat(threads(port)).isZero();
  }

  private Listener at(String host, int port) throws IOException {
    return at(host, port, Optional.empty());
  }

  private Listener at(String host, int port, Optional<AccessToken> token) throws IOException {
    var workspace = new Workspace(Places.find(folder.resolve("data"), folder.resolve("models")));
    return Listener.start(
        new ListenerSettings(true, host, port, token),
        workspace,
        new RequestLog(),
        AssistantSource.OFFLINE);
  }

  @Test
  void stopsAsOftenAsAskedAndLeavesNeitherThreadNorPort() throws Exception {
    Listener listener = at("127.0.0.1", 0);
    int port = listener.address().getPort();
    for (int i = 0; i < 5; i++) {
      try (Wire idle = new Wire(listener.address())) {
        idle.send(Wire.request("GET", "/"));
        assertThat(idle.answer().text()).startsWith("Welcome to the Anime Recommendation API!");
        assertThat(threads(port)).isPositive();
        listener.stop(PATIENCE);
        assertThat(idle.isEnded()).isTrue();
      }
      listener.stop(PATIENCE);
      awaitNoThread(port);
      listener = at("127.0.0.1", port);
    }
    listener.stop(Duration.ZERO);
  }

  @Test
  void finishesWhatIsUnderWayAndTakesNothingNew() throws Exception {
    TestListener test = new TestListener(folder, Limits.USUAL);
    try (Wire waits = new Wire(test.address);
        Wire reads = new Wire(test.address)) {
      waits.send(Wire.request("GET", "/waits"));
      reads.send(Wire.request("GET", "/large"));
      while (test.routes.waiting.get() == 0) {
        Thread.sleep(5);
      }
      CompletableFuture<Void> stopped =
          CompletableFuture.runAsync(() -> test.listener.stop(PATIENCE));
      Thread.sleep(200);
      assertThatThrownBy(() -> Wire.get(test.address, "/small")).isInstanceOf(IOException.class);
      assertThat(stopped).isNotDone();
      test.routes.go.countDown();
      assertThat(waits.answer().text()).isEqualTo("at last");
      assertThat(reads.answer().body()).hasSizeGreaterThanOrEqualTo(TestRoutes.LARGE);
      stopped.get();
    }
  }

  @Test
  void finishesARequestThatHasBegunToCome() throws Exception {
    TestListener test = new TestListener(folder, Limits.USUAL);
    try (Wire wire = new Wire(test.address)) {
      String request = Wire.request("GET", "/small");
      wire.send(request.substring(0, 10));
      Thread.sleep(200);
      CompletableFuture<Void> stopped =
          CompletableFuture.runAsync(() -> test.listener.stop(PATIENCE));
      Thread.sleep(200);
      wire.send(request.substring(10));
      Wire.Answer answer = wire.answer();
      assertThat(answer.text()).isEqualTo("small");
      assertThat(answer.header("connection")).isEqualTo("close");
      stopped.get();
    }
  }

  @Test
  void whatCanNotStartLeavesThePortFree() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Limits usual = Limits.USUAL;
    Limits noThreads =
        new Limits(
            usual.headerBytes(),
            usual.headers(),
            usual.bodyBytes(),
            usual.request(),
            usual.idle(),
            usual.connections(),
            usual.connectionsOfHome(),
            usual.connectionsOfOne(),
            usual.readerPatience(),
            usual.readerBytesPerSecond(),
            usual.requestsPerSecond(),
            usual.wrongTokensPerSecond(),
            usual.talksPerMinute(),
            usual.talksAtOnce(),
            -100);
    var workspace = new Workspace(Places.find(folder.resolve("data"), folder.resolve("models")));
    assertThatThrownBy(
            () ->
                Listener.start(
                    ListenerSettings.DEFAULT.withPort(port),
                    workspace,
                    new RequestLog(),
                    new TestRoutes().all(),
                    noThreads,
                    Listener.usualVisitors()))
        .isInstanceOf(IOException.class);
    at("127.0.0.1", port).stop(Duration.ZERO);
  }

  @Test
  void cutsWhatTakesLongerThanItsPatience() throws Exception {
    TestListener test = new TestListener(folder, Limits.USUAL);
    try (Wire reads = new Wire(test.address)) {
      reads.send(Wire.request("GET", "/large"));
      Thread.sleep(100);
      long began = System.nanoTime();
      test.listener.stop(Duration.ofMillis(300));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
      assertThatThrownBy(reads::answer).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPortThatIsTakenIsNamedTogetherWithTheNextThatIsFree() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      PortTakenException problem =
          catchThrowableOfType(PortTakenException.class, () -> at("127.0.0.1", port));
      assertThat(problem).hasMessageContaining("127.0.0.1:" + port);
      assertThat(problem.freePort()).isBetween(port + 1, port + 100);
      at("127.0.0.1", problem.freePort()).stop(Duration.ZERO);
    }
  }

  @Test
  void saysInASentenceWhereNobodyCanListen() {
    Optional<AccessToken> token = Optional.of(AccessToken.chosen(TestListener.TOKEN));
    assertThatThrownBy(() -> at("no.such.host.invalid", 5000))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'no.such.host.invalid'");
    assertThatThrownBy(() -> at("192.0.2.1", 5000, token))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not have the address 192.0.2.1");
    assertThatThrownBy(() -> at("0.0.0.0", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("token");
    assertThat(threads(0)).isZero();
  }

  private static boolean hasIpv6() throws IOException {
    return NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")) != null;
  }

  @Test
  void listensAtTheLoopbackOfIpv6AndGoesByIt() throws IOException {
    Assumptions.assumeTrue(hasIpv6(), "this machine has no IPv6");
    for (String host : new String[] {"::1", "[::1]"}) {
      Listener listener = at(host, 0);
      try {
        URI address = listener.address();
        assertThat(InetAddress.ofLiteral(address.getHost()).isLoopbackAddress()).isTrue();
        assertThat(Reachable.at(host, address)).isEqualTo(new Reachable(address, List.of()));
        assertThat(status(address, "::1", "[::1]:" + address.getPort())).isEqualTo(200);
        assertThat(status(address, "::1", address.getAuthority())).isEqualTo(200);
        assertThat(status(address, "::1", "evil.example")).isEqualTo(421);
      } finally {
        listener.stop(Duration.ZERO);
      }
    }
  }

  @Test
  void listensAtEveryAddressOfIpv6AndIpv4() throws IOException {
    Assumptions.assumeTrue(hasIpv6(), "this machine has no IPv6");
    assertThatThrownBy(() -> at("::", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("token");
    Listener listener = at("::", 0, Optional.of(AccessToken.chosen(TestListener.TOKEN)));
    try {
      URI address = listener.address();
      assertThat(status(address, "127.0.0.1", "localhost")).isEqualTo(200);
      URI ipv6 = URI.create("http://[::1]:" + address.getPort());
      assertThat(status(ipv6, "::1", "[::1]")).isEqualTo(200);
    } finally {
      listener.stop(Duration.ZERO);
    }
  }

  private static int status(URI address, String from, String host) throws IOException {
    try (Wire wire = new Wire(address, from)) {
      wire.send("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
      return wire.answer().status();
    }
  }

  @Test
  void listensAtEveryAddressWithATokenAndGoesByAnyOfThem() throws IOException {
    Listener listener = at("0.0.0.0", 0, Optional.of(AccessToken.chosen(TestListener.TOKEN)));
    try {
      URI address = listener.address();
      assertThat(address.getHost()).isEqualTo("127.0.0.1");
      String[] hosts = {"192.168.1.7:5000", "[fe80::1]", InetAddress.getLocalHost().getHostName()};
      for (String host : hosts) {
        String request =
            "GET /anime HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(host, TestListener.TOKEN);
        assertThat(Wire.ask(address, request).status()).as(host).isNotIn(400, 401, 421);
        assertThat(Wire.ask(address, request.replace("Authorization", "X")).status())
            .isEqualTo(401);
      }
      String evil = "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n";
      assertThat(Wire.ask(address, evil).status()).isEqualTo(421);
    } finally {
      listener.stop(Duration.ZERO);
    }
  }
}
