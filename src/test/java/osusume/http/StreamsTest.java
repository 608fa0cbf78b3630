package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large answers, which are sent by threads of their own. */
class StreamsTest {
  private static final String GZIP = "Accept-Encoding: gzip\r\n";

  @TempDir Path folder;

  @Test
  void dumpsToQuickReadersHoldUpNoOtherLargeAnswer() throws Exception {
    List<Wire> dumps = new ArrayList<>();
    try (TestListener test = new TestListener(folder, Limits.USUAL)) {
      for (int i = 0; i < Runtime.getRuntime().availableProcessors() + 2; i++) {
        Wire wire = new Wire(test.address);
        dumps.add(wire);
        wire.send(Wire.request("GET", "/endless", GZIP));
        Thread.ofVirtual().start(() -> readOn(wire));
      }
      Thread.sleep(500);
      for (int i = 0; i < 3; i++) {
        assertThat(Wire.get(test.address, "/large").body())
            .hasSizeGreaterThanOrEqualTo(TestRoutes.LARGE);
      }
      test.routes.go.countDown();
    } finally {
      for (Wire wire : dumps) {
        wire.close();
      }
    }
  }

  private static void readOn(Wire wire) {
    byte[] piece = new byte[65_536];
    try (InputStream in = wire.socket().getInputStream()) {
      int read = 0;
      while (read >= 0) {
        read = in.read(piece);
      }
    } catch (IOException closed) {
      return;
    }
  }

  @Test
  void memoryThatIsNotJavasIsGivenBackAtOnce() throws Exception {
    try (TestListener test = new TestListener(folder, Limits.USUAL);
        Wire wire = new Wire(test.address)) {
      wire.send(Wire.request("GET", "/endless", GZIP));
      while (test.routes.streamed.size() < 2) {
        Thread.sleep(5);
      }
      wire.socket().close();
      while (test.log.count() == 0) {
        Thread.sleep(5);
      }
      OutputStream compressed = test.routes.streamed.getLast();
      assertThatThrownBy(() -> compressed.write(new byte[100], 0, 100))
          .hasMessageContaining("Deflater has been closed");
    }
  }

  @Test
  void whoSendsALargeBodyFirstGetsTheAnswerAllTheSame() throws Exception {
    byte[] body = new byte[1_000_000];
    String[] requests = {
      "POST /small HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n",
      "POST /small HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8000\r\n\r\n",
      "GET /small HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nf4240\r\n",
    };
    int[] statuses = {413, 405, 200};
    try (TestListener test = new TestListener(folder, Limits.USUAL)) {
      for (int kind = 0; kind < requests.length; kind++) {
        for (int i = 0; i < 6; i++) {
          try (Wire wire = new Wire(test.address)) {
            wire.send(requests[kind]);
            wire.send(body);
            assertThat(wire.answer().status()).isEqualTo(statuses[kind]);
          }
        }
      }
    }
  }
}
