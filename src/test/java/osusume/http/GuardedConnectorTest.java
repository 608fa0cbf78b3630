package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What keeps a connection from being taken in is logged, and once. */
class GuardedConnectorTest {
  private static final Error BROKEN = new NoClassDefFoundError("osusume/http/Visitor");

  private final Connections connections = new Connections(Limits.USUAL, Listener.usualVisitors());
  private final GuardedConnector.Refused refused = new GuardedConnector.Refused(connections);

  private List<LogRecord> logged(Throwable... causes) throws IOException {
    Logger log = Logger.getLogger(GuardedConnector.class.getName());
    List<LogRecord> records = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            records.add(line);
          }

          @Override
          public void flush() {
            // Nothing is held back.
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    log.addHandler(handler);
    log.setUseParentHandlers(false);
    try (SocketChannel channel = SocketChannel.open()) {
      for (Throwable cause : causes) {
        refused.onAcceptFailed(channel, cause);
      }
    } finally {
      log.removeHandler(handler);
      log.setUseParentHandlers(true);
    }
    return records;
  }

  @Test
  void aFaultOfTheProgramsIsLoggedOnce() throws IOException {
    List<LogRecord> records = logged(BROKEN, BROKEN, new IllegalStateException());
    assertThat(records).hasSize(1);
    assertThat(records.getFirst().getLevel()).isEqualTo(Level.SEVERE);
    assertThat(records.getFirst().getThrown()).isSameAs(BROKEN);
  }

  @Test
  void visitorsWhoLeaveAtOnceAreNoFault() throws IOException {
    assertThat(
            logged(
                new IOException("reset"),
                new CancelledKeyException(),
                new ClosedSelectorException()))
        .isEmpty();
  }

  @Test
  void whatFailsAtTheEndIsNoFault() throws IOException {
    connections.end(Duration.ZERO);
    assertThat(logged(BROKEN)).isEmpty();
  }
}
