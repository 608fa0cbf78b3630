package osusume.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private static final int OTHER_THREADS = 4;

  private static final int READ_MILLIS = 1500;

  @TempDir Path folder;

  private static final Logger LOG = Logger.getLogger(Unforeseen.class.getName());

  private final RequestLog log = new RequestLog();

  /** What came of a share of the visits. */
  private static final class Outcome {
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final Map<Mutations.Manner, Integer> manners = new EnumMap<>(Mutations.Manner.class);
    private final List<String> wrong = new ArrayList<>();

    private void add(Outcome other) {
      other.answers.forEach((status, count) -> answers.merge(status, count, Integer::sum));
      other.manners.forEach((manner, count) -> manners.merge(manner, count, Integer::sum));
      wrong.addAll(other.wrong);
    }
  }

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
            ListenerSettings.DEFAULT.withPort(0), workspace, log, new Routes(all), limits);
    try {
      run(listener.address(), seed, 200);
      settle();
      long files = openFiles();
      long began = System.nanoTime();
      Outcome outcome = run(listener.address(), seed + 1, VISITS);
      System.out.printf(
          "%d mutated requests (seed %d) in %.1f s: answers %s, manners %s.%n",
          VISITS, seed, (System.nanoTime() - began) / 1e9, outcome.answers, outcome.manners);
      assertThat(outcome.wrong).as("seed %d", seed).isEmpty();
      assertThat(outcome.answers).doesNotContainKey(500).containsKeys(200, 400, 414, 431);
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
    assertThat(threads()).as("threads, seed %d", seed).isEqualTo(before);
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

  private static Outcome run(URI address, long seed, int visits) throws Exception {
    Outcome whole = new Outcome();
    try (ExecutorService visitors = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Outcome>> shares = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        long ofShare = seed * AT_ONCE + i;
        Callable<Outcome> share = () -> share(address, ofShare, Math.ceilDiv(visits, AT_ONCE));
        shares.add(visitors.submit(share));
      }
      for (Future<Outcome> share : shares) {
        whole.add(share.get());
      }
    }
    return whole;
  }

  private static Outcome share(URI address, long seed, int visits) {
    Outcome outcome = new Outcome();
    Random random = new Random(seed);
    Mutations mutations = new Mutations(random);
    for (int i = 0; i < visits; i++) {
      Mutations.Visit visit = mutations.next();
      outcome.manners.merge(visit.manner(), 1, Integer::sum);
      try {
        visit(address, visit, random, outcome);
      } catch (SocketException | SocketTimeoutException | EOFException cut) {
        // The listener may cut whom it does not understand.
        continue;
      } catch (IOException | RuntimeException e) {
        outcome.wrong.add("%s in visit %d of %d: %s".formatted(e, i, seed, visit));
      }
    }
    return outcome;
  }

  private static void visit(URI address, Mutations.Visit visit, Random random, Outcome outcome)
      throws IOException {
    try (Wire wire = new Wire(address)) {
      wire.socket().setSoTimeout(READ_MILLIS);
      byte[] bytes = visit.bytes();
      switch (visit.manner()) {
        case SILENT -> {
          return;
        }
        case IN_PIECES -> {
          for (int from = 0; from < bytes.length; from += Math.ceilDiv(bytes.length, 3)) {
            int to = Math.min(bytes.length, from + Math.ceilDiv(bytes.length, 3));
            wire.send(java.util.Arrays.copyOfRange(bytes, from, to));
            pause(random.nextInt(20));
          }
        }
        default -> wire.send(bytes);
      }
      switch (visit.manner()) {
        case LEFT_EARLY -> {
          return;
        }
        case LEFT_AMID, RESET_AMID -> {
          wire.socket().getInputStream().readNBytes(random.nextInt(50_000));
          if (visit.manner() == Mutations.Manner.RESET_AMID) {
            wire.socket().setSoLinger(true, 0);
          }
          return;
        }
        case HALF_CLOSED -> wire.socket().shutdownOutput();
        default -> {}
      }
      readAll(wire, bytes, outcome);
    }
  }

  /** Every answer there is must be HTTP; the first one may be to {@code HEAD}. */
  private static void readAll(Wire wire, byte[] sent, Outcome outcome) throws IOException {
    boolean head = new String(sent, java.nio.charset.StandardCharsets.ISO_8859_1).contains("HEAD");
    boolean more = true;
    while (more) {
      Wire.Answer answer = wire.answer(head);
      outcome.answers.merge(answer.status(), 1, Integer::sum);
      if (answer.status() == 500) {
        outcome.wrong.add(answer.text());
      }
      more = !head && !answer.header("connection").equals("close");
    }
  }

  private static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
