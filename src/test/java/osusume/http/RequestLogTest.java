package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told of requests does not hold up who asks. */
class RequestLogTest {
  @TempDir Path folder;

  @Test
  void whoIsToldLateHasNoAnswerWait() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (TestListener test = new TestListener(folder, Limits.USUAL)) {
      test.log.listen(_ -> await(go));
      for (int i = 0; i < 5; i++) {
        // By HTTP/1.0 the answer ends with the connection.
        Wire.Answer answer =
            Wire.ask(test.address, "GET /small HTTP/1.0\r\nHost: localhost\r\n\r\n");
        assertThat(answer.text()).isEqualTo("small");
      }
      go.countDown();
    }
  }

  private static void await(CountDownLatch go) {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoFailsWhenToldHurtsNobody() throws IOException {
    try (TestListener test = new TestListener(folder, Limits.USUAL);
        Wire wire = new Wire(test.address)) {
      AtomicInteger told = new AtomicInteger();
      test.log.listen(
          _ -> {
            throw new IllegalStateException("for a test");
          });
      test.log.listen(_ -> told.incrementAndGet());
      for (int i = 0; i < 5; i++) {
        wire.send(Wire.request("GET", "/small"));
        assertThat(wire.answer().text()).isEqualTo("small");
      }
      wire.send(Wire.request("GET", "/large"));
      assertThat(wire.answer().status()).isEqualTo(200);
      wire.send(Wire.request("GET", "/small"));
      assertThat(wire.answer().status()).isEqualTo(200);
      assertThat(told.get()).isGreaterThanOrEqualTo(5);
    }
  }
}
