package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visitors that take their time, or more than their part. */
class LimitsTest {
  private static final Duration SHORT = Duration.ofMillis(600);
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void whoSendsARequestByteByByteIsCutThoughNeverIdle() throws Exception {
    try (TestListener test = new TestListener(folder, TestListener.limits(SHORT, LONG, 20));
        Wire wire = new Wire(test.address)) {
      long began = System.nanoTime();
      assertThatThrownBy(
              () -> {
                wire.send("GET /small HTTP/1.1\r\nHost: localhost\r\nX: ");
                while (System.nanoTime() - began < LONG.toNanos()) {
                  wire.send("a");
                  Thread.sleep(20);
                }
              })
          .isInstanceOf(IOException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isBetween(SHORT, SHORT.multipliedBy(8));
    }
  }

  @Test
  void aBodyThatNeverEndsEndsTheConnection() throws Exception {
    try (TestListener test = new TestListener(folder, TestListener.limits(SHORT, LONG, 20));
        Wire wire = new Wire(test.address)) {
      wire.send(
          "GET /small HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n");
      assertThat(wire.answer().text()).isEqualTo("small");
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 500; i++) {
                  wire.send("a");
                  Thread.sleep(20);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void whoSaysNothingIsLetGo() throws IOException {
    try (TestListener test = new TestListener(folder, TestListener.limits(LONG, SHORT, 20));
        Wire silent = new Wire(test.address);
        Wire keptOpen = new Wire(test.address)) {
      keptOpen.send(Wire.request("GET", "/small"));
      assertThat(keptOpen.answer().status()).isEqualTo(200);
      assertThat(silent.isEnded()).isTrue();
      assertThat(keptOpen.isEnded()).isTrue();
    }
  }

  @Test
  void whoReadsTooSlowlyIsCut() throws Exception {
    try (TestListener test = new TestListener(folder, TestListener.limits(LONG, LONG, 20));
        Wire wire = new Wire(test.address)) {
      wire.socket().setReceiveBufferSize(4096);
      wire.send(Wire.request("GET", "/large"));
      long began = System.nanoTime();
      assertThatThrownBy(
              () -> {
                byte[] few = new byte[500];
                while (System.nanoTime() - began < LONG.toNanos()) {
                  if (wire.socket().getInputStream().read(few) < 0) {
                    throw new IOException("ended");
                  }
                  Thread.sleep(50);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void whoTakesTimeToReadButNotTooMuchGetsAll() throws Exception {
    try (TestListener test = new TestListener(folder, Limits.USUAL);
        Wire wire = new Wire(test.address)) {
      wire.send(Wire.request("GET", "/large"));
      Thread.sleep(1500);
      assertThat(wire.answer().body()).hasSizeGreaterThanOrEqualTo(TestRoutes.LARGE);
    }
  }

  @Test
  void slowVisitorsHoldNoWorker() throws Exception {
    int many = 3 * Limits.USUAL.workers();
    List<Wire> slow = new ArrayList<>();
    try (TestListener test = new TestListener(folder, Limits.USUAL)) {
      for (int i = 0; i < many; i++) {
        Wire sender = new Wire(test.address);
        sender.send("GET /small HTT");
        slow.add(sender);
        Wire reader = new Wire(test.address);
        reader.send(Wire.request("GET", "/large"));
        slow.add(reader);
      }
      Thread.sleep(300);
      for (int i = 0; i < 20; i++) {
        assertThat(Wire.get(test.address, "/small").text()).isEqualTo("small");
      }
    } finally {
      for (Wire wire : slow) {
        wire.close();
      }
    }
  }

  @Test
  void quickAnswersComeWhileEveryWorkerWorks() throws Exception {
    int most = Limits.USUAL.workers() + 10;
    List<Wire> waiting = new ArrayList<>();
    try (TestListener test = new TestListener(folder, Limits.USUAL);
        Wire quick = answered(new Wire(test.address))) {
      for (int i = 0; i < most; i++) {
        Wire wire = new Wire(test.address);
        wire.send(Wire.request("GET", "/waits"));
        waiting.add(wire);
      }
      while (test.routes.waiting.get() < Limits.USUAL.workers()) {
        Thread.sleep(5);
      }
      for (int i = 0; i < 20; i++) {
        quick.send(Wire.request("GET", "/quick"));
        assertThat(quick.answer().text()).isEqualTo("quick");
      }
      assertThat(test.routes.waiting.get()).isLessThan(most);
      test.routes.go.countDown();
      for (Wire wire : waiting) {
        assertThat(wire.answer().text()).isEqualTo("at last");
      }
    } finally {
      for (Wire wire : waiting) {
        wire.close();
      }
    }
  }

  @Test
  void thereAreNoMoreConnectionsThanThereMayBe() throws Exception {
    List<Wire> wires = new ArrayList<>();
    try (TestListener test = new TestListener(folder, TestListener.limits(LONG, LONG, 5))) {
      for (int i = 0; i < 5; i++) {
        wires.add(answered(new Wire(test.address)));
      }
      try (Wire more = new Wire(test.address)) {
        assertThat(more.isEnded()).isTrue();
      }
      for (Wire wire : wires) {
        answered(wire);
      }
      wires.removeLast().close();
      Thread.sleep(300);
      wires.add(answered(new Wire(test.address)));
    } finally {
      for (Wire wire : wires) {
        wire.close();
      }
    }
  }

  @Test
  void someConnectionsAreKeptForThisMachine() throws Exception {
    Limits limits = TestListener.limits(LONG, LONG, 70, 67);
    String elsewhere = "127.0.0.7";
    Visitors visitors =
        (remote, _) ->
            new Visitor("somebody", !remote.toString().startsWith("/" + elsewhere + ":"));
    List<Wire> wires = new ArrayList<>();
    try (TestListener test =
        new TestListener(folder, limits, "127.0.0.1", Optional.empty(), visitors)) {
      for (int i = 0; i < 3; i++) {
        wires.add(answered(new Wire(test.address, elsewhere)));
      }
      try (Wire more = new Wire(test.address, elsewhere)) {
        assertThat(more.isEnded()).isTrue();
      }
      for (int i = 0; i < 67; i++) {
        wires.add(answered(new Wire(test.address)));
      }
      try (Wire more = new Wire(test.address)) {
        assertThat(more.isEnded()).isTrue();
      }
    } finally {
      for (Wire wire : wires) {
        wire.close();
      }
    }
  }

  @Test
  void theStartOfARequestThatCameWithTheOneBeforeIsTimedToo() throws Exception {
    try (TestListener test = new TestListener(folder, TestListener.limits(SHORT, LONG, 20));
        Wire wire = new Wire(test.address)) {
      wire.send(Wire.request("GET", "/small") + "GET /sm");
      assertThat(wire.answer().status()).isEqualTo(200);
      long began = System.nanoTime();
      assertThat(wire.isEnded()).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SHORT.multipliedBy(8));
    }
  }

  @Test
  void oneThatCanNotBeClosedKeepsNoOtherFromBeingLookedAt() throws Exception {
    Connections connections =
        new Connections(TestListener.limits(Duration.ZERO, LONG, 20), Listener.usualVisitors());
    var clock = new ScheduledExecutorScheduler("osusume-test-clock", true);
    clock.start();
    List<GuardedEndPoint> endPoints = new ArrayList<>();
    try (ServerSocketChannel server = ServerSocketChannel.open().bind(null, 5)) {
      List<SocketChannel> clients = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        SocketChannel client = SocketChannel.open(server.getLocalAddress());
        clients.add(client);
        // Without a selector, closing it fails.
        var endPoint = new GuardedEndPoint(server.accept(), null, null, clock, connections);
        assertThat(connections.admit(endPoint)).isTrue();
        client.write(ByteBuffer.wrap(new byte[] {'G'}));
        endPoint.fill(ByteBuffer.allocate(10).limit(0));
        endPoints.add(endPoint);
      }
      connections.watch(clock);
      long end = System.nanoTime() + LONG.toNanos();
      while (endPoints.stream().anyMatch(GuardedEndPoint::isOpen)) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.sleep(5);
      }
      for (SocketChannel client : clients) {
        client.close();
      }
    } finally {
      clock.stop();
    }
  }

  private static Wire answered(Wire wire) throws IOException {
    wire.send(Wire.request("GET", "/small"));
    assertThat(wire.answer().status()).isEqualTo(200);
    return wire;
  }
}
