package osusume.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static osusume.ui.TestWindow.until;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.recommend.SmallWorld;

/** What closing the window does to those who are asking. */
class ListenerClosingTest extends ListenerWindow {
  @Test
  void closingTheWindowFinishesWhatWasAsked() throws Exception {
    show(ANY_PORT.withOn(true), many());
    URI address = address();
    until(() -> window.assembly.data().opened() != null);
    try (Socket socket = new Socket()) {
      // Small, so that the answer waits for its reader.
      socket.setReceiveBufferSize(8 * 1024);
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
      socket
          .getOutputStream()
          .write(
              "GET /user?offset=0 HTTP/1.0\r\nHost: %s\r\n\r\n"
                  .formatted(address.getAuthority())
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] begin = socket.getInputStream().readNBytes(1000);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(window::close);
      closed = true;
      until(() -> !stage.isShowing());
      // Of HTTP/1.0 it ends with the connection, so that how much came is how much was answered.
      String answer =
          new String(begin, StandardCharsets.UTF_8)
              + new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer.strip()).startsWith("HTTP/1.1 200").endsWith("]");
      assertThat(answer.split("\"user_id\"", -1)).hasSize(USERS * SmallWorld.TITLES + 1);
      closing.get(60, TimeUnit.SECONDS);
    }
    assertThatThrownBy(() -> get(address, "/")).isInstanceOf(ConnectException.class);
  }

  private static final int USERS = 22_000;

  /** So many ratings that the answer to all of them fits in no buffer. */
  private static Dataset many() {
    Dataset small = SmallWorld.data();
    int titles = SmallWorld.TITLES;
    byte[] values = new byte[USERS * titles];
    java.util.Arrays.fill(values, (byte) -1);
    return new Dataset(
        small.name(),
        false,
        small.catalogue(),
        new RatingMatrix(
            IntStream.rangeClosed(1, USERS).toArray(),
            IntStream.rangeClosed(0, USERS).map(row -> row * titles).toArray(),
            IntStream.range(0, USERS * titles).map(i -> i % titles).toArray(),
            values,
            titles),
        small.fingerprint(),
        small.report());
  }
}
