package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the visits would find wrong. */
class MutatedVisitsTest {
  @Test
  void whoeverIsLeftWaitingIsCounted() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread accepting = Thread.ofPlatform().daemon().start(() -> keepAll(mute));
      URI address = URI.create("http://127.0.0.1:" + mute.getLocalPort());
      MutatedVisits.Outcome outcome = new MutatedVisits(address, 2, 50).make(1, 40);
      assertThat(outcome.late()).hasSizeGreaterThan(10);
      assertThat(outcome.answers()).isEmpty();
      assertThat(accepting.isAlive()).isTrue();
    }
  }

  /** Accepts everybody and says nothing. */
  private static void keepAll(ServerSocket mute) {
    List<Socket> kept = new ArrayList<>();
    try {
      while (true) {
        kept.add(mute.accept());
      }
    } catch (SocketException closed) {
      assertThat(kept).isNotEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
