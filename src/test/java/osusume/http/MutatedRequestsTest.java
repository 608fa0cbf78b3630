package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import osusume.app.ListenerSettings;
import osusume.app.Places;
import osusume.app.Workspace;
import osusume.progress.Progress;

/**
 * Requests that nobody should send, one after the other: no answer may be a 500 or no HTTP, and
 * afterwards everything must be as it was before. {@code -Dosusume.mutations=100000} sends a
 * hundred thousand, {@code -Dosusume.seed=1} those of a seed.
 */
class MutatedRequestsTest {
  private static final int VISITS = Integer.getInteger("osusume.mutations", 3000);
  private static final int AT_ONCE = 8;
  private static final int SETTLING_MILLIS = 15_000;

  /** They accept, select, tell the time, and one is on hand. */
  private static final int OTHER_THREADS = 3 + GuardedConnector.SELECTORS;

  /** More than any limit of the listener, also where the machine is busy with other things. */
  private static final int READ_MILLIS = 15_000;

  @TempDir Path folder;

  private static final Logger LOG = Logger.getLogger(Unforeseen.class.getName());

  private final RequestLog log = new RequestLog();

  @Test
  void noRequestBreaksAnythingOrLeavesAnythingBehind() throws Exception {
    long seed = Long.getLong("osusume.seed", System.nanoTime());
    var workspace = new Workspace(Places.find(folder.resolve("data"), folder.resolve("models")));
    workspace.openBare(null, Progress.NONE, _ -> {});
    TestRoutes routes = new TestRoutes();
    routes.go.countDown();
    List<Route> all = new ArrayList<>(routes.all().all());
    all.addAll(DocumentedRoutes.all().subList(1, DocumentedRoutes.all().size()));
    all.removeIf(route -> route.template().matches("/(broken.*|half|waits)"));
    List<LogRecord> unforeseen = Collections.synchronizedList(new ArrayList<>());
    Handler handler = collecting(unforeseen);
    LOG.addHandler(handler);
    int before = threads();
    Limits limits =
        TestListener.limits(Duration.ofMillis(400), Duration.ofMillis(700), 2 * AT_ONCE + 100);
    Listener listener =
        Listener.start(
            ListenerSettings.DEFAULT.withPort(0),
            workspace,
            log,
            new Routes(all),
            limits,
            Listener.usualVisitors());
    try {
      var visits = new MutatedVisits(listener.address(), AT_ONCE, READ_MILLIS);
      visits.make(seed, 200);
      settle();
      long files = openFiles();
      long began = System.nanoTime();
      MutatedVisits.Outcome outcome = visits.make(seed + 1, VISITS);
      System.out.printf(
          "%d mutated requests (seed %d) in %.1f s: answers %s, manners %s.%n",
          VISITS, seed, (System.nanoTime() - began) / 1e9, outcome.answers(), outcome.manners());
      assertThat(outcome.wrong()).as("seed %d", seed).isEmpty();
      assertThat(outcome.late()).as("neither answered nor ended, seed %d", seed).isEmpty();
      assertThat(outcome.answers()).doesNotContainKey(500).containsKeys(200, 400, 414, 431);
      assertThat(Wire.get(listener.address(), "/small").text()).isEqualTo("small");
      settle();
      assertThat(threads())
          .as("threads, seed %d", seed)
          .isLessThanOrEqualTo(before + limits.workers() + OTHER_THREADS);
      assertThat(openFiles()).as("open files, seed %d", seed).isLessThanOrEqualTo(files);
      assertThat(unforeseen).as("in the program's log, seed %d", seed).isEmpty();
    } finally {
      LOG.removeHandler(handler);
      listener.stop(Duration.ofSeconds(1));
    }
    assertThat(threads()).as("threads, seed %d", seed).isLessThanOrEqualTo(before);
  }

  private static Handler collecting(List<LogRecord> records) {
    return new Handler() {
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
  }

  /** Waits until the listener has let go of everybody. */
  private static void settle() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SETTLING_MILLIS);
    long before = -1;
    while (openFiles() != before && System.nanoTime() < deadline) {
      before = openFiles();
      Thread.sleep(1500);
    }
  }

  private static int threads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("osusume-http"))
            .count();
  }

  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }
}
