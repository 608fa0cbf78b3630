package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program's log is told of an answer that went wrong. */
class UnforeseenTest {
  private static final Logger LOG = Logger.getLogger(Unforeseen.class.getName());

  @TempDir Path folder;

  private final List<LogRecord> records = Collections.synchronizedList(new ArrayList<>());
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord log) {
          records.add(log);
        }

        @Override
        public void flush() {
          // Nothing waits.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  @BeforeEach
  void listen() {
    LOG.addHandler(handler);
  }

  @AfterEach
  void leave() {
    LOG.removeHandler(handler);
  }

  @Test
  void theLogSaysOnceWhereItWentWrongButNotInWhichWords() throws Exception {
    try (TestListener test = new TestListener(folder, Limits.USUAL)) {
      assertThat(Wire.get(test.address, "/broken").status()).isEqualTo(500);
      assertThat(records).hasSize(1);
      String text = new SimpleFormatter().format(records.getFirst());
      assertThat(text)
          .contains("/broken", "IllegalStateException", "TestRoutes.broken")
          .doesNotContain("secret", "/home");
      Wire.get(test.address, "/refused");
      Wire.get(test.address, "/nope");
      assertThat(records).hasSize(1);
    }
  }
}
