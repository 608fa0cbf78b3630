package osusume.http;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import osusume.data.io.KaggleImport;
import osusume.json.Json;
import osusume.progress.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Asks a running listener for mixed routes ({@link LoadKind} says how many of which, {@link
 * LoadRequests} what) and measures how long its answers take: a program, not a test.
 *
 * <pre>
 * ./osusume serve --port 5000 --data DIR --models DIR
 * mvn test-compile
 * java -Xmx1g -cp "target/test-classes:target/classes:target/lib/*" osusume.http.SteadyLoad
 *     http://127.0.0.1:5000 FOLDER [--rate 500] [--seconds 60] [--warm 20] [--connections 64] [--json]
 *     http://127.0.0.1:5000 FOLDER --flat-out [--seconds 60] [--warm 20] [--connections 64] [--json]
 * </pre>
 *
 * FOLDER holds the {@code anime.csv} and {@code rating.csv} of the data set that is open there. The
 * start script puts the libraries into {@code target/lib}.
 *
 * <p>At a rate, each request is due at a fixed time, whatever became of those before, and its time
 * counts from then until the last byte of its answer: a listener that stops for a while pays for
 * every request that was due meanwhile. Each connection takes the next request that is due, so all
 * of them have to be busy before one is sent late; how late they were sent is reported too. Flat
 * out, each connection asks again as soon as it is answered, and times count from the sending.
 *
 * <p>Anything but a 200 that found something, and any trouble with a connection, is an error. Ends
 * with 1 if there was one, or if a demand on the times at a rate is missed.
 */
@Command(name = "SteadyLoad", mixinStandardHelpOptions = true)
final class SteadyLoad implements Callable<Integer> {
  private static final double MOST_P99 = 10;
  private static final double MOST_P99_OF_BLEND = 60;
  private static final int NOTHING_FOUND = "[]".length();
  private static final long TELL_NANOS = 10_000_000_000L;

  @Parameters(index = "0", paramLabel = "URL")
  private URI listener;

  @Parameters(index = "1", paramLabel = "FOLDER")
  private Path folder;

  @Option(names = "--rate", defaultValue = "500", description = "requests a second")
  private int rate;

  @Option(names = "--flat-out", description = "as fast as it answers, at no rate")
  private boolean flatOut;

  @Option(names = "--seconds", defaultValue = "60")
  private int seconds;

  @Option(names = "--warm", defaultValue = "20", description = "seconds before that, not counted")
  private int warm;

  @Option(names = "--connections", defaultValue = "64")
  private int connections;

  @Option(names = "--json", description = "one JSON document on standard output")
  private boolean json;

  private final AtomicLong next = new AtomicLong();
  private LoadRequests requests;
  private long begin;
  private long counted;
  private long end;

  public static void main(String[] args) {
    System.exit(new CommandLine(new SteadyLoad()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    requests = new LoadRequests(KaggleImport.read("load", true, List.of(folder), Progress.NONE));
    begin = System.nanoTime();
    counted = begin + warm * 1_000_000_000L;
    end = counted + seconds * 1_000_000_000L;
    LoadTally all = new LoadTally();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections + 1)) {
      List<Future<LoadTally>> tallies = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        tallies.add(threads.submit(flatOut ? this::askFlatOut : this::askAtRate));
      }
      Future<?> telling = threads.submit(this::tellHowFar);
      for (Future<LoadTally> tally : tallies) {
        all.addAll(tally.get());
      }
      telling.cancel(true);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The load broke off.", e.getCause());
    }
    return report(all);
  }

  private LoadTally askAtRate() throws IOException {
    LoadTally tally = new LoadTally();
    try (LoadConnection connection = new LoadConnection(listener)) {
      while (true) {
        long n = next.getAndIncrement();
        long due = begin + (long) (n * 1e9 / rate);
        if (due >= end) {
          return tally;
        }
        sleepUntil(due);
        if (due >= counted) {
          tally.sent(System.nanoTime() - due);
        }
        ask(connection, n, due, due >= counted ? tally : new LoadTally());
      }
    }
  }

  private LoadTally askFlatOut() throws IOException {
    LoadTally tally = new LoadTally();
    try (LoadConnection connection = new LoadConnection(listener)) {
      while (true) {
        long now = System.nanoTime();
        if (now >= end) {
          return tally;
        }
        ask(connection, next.getAndIncrement(), now, now >= counted ? tally : new LoadTally());
      }
    }
  }

  private void ask(LoadConnection connection, long n, long since, LoadTally tally) {
    LoadRequests.Asked asked = requests.get(n);
    try {
      LoadConnection.Answer answer = connection.ask(asked.path());
      long took = System.nanoTime() - since;
      if (answer.status() == 200 && answer.bodyBytes() > NOTHING_FOUND) {
        tally.answered(asked.kind(), took);
      } else {
        tally.failed(
            asked.kind(),
            "%s: %d, %d bytes".formatted(asked.path(), answer.status(), answer.bodyBytes()));
      }
    } catch (IOException | RuntimeException e) {
      tally.failed(asked.kind(), "%s: %s".formatted(asked.path(), e));
    }
  }

  private static void sleepUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void tellHowFar() {
    while (!Thread.interrupted()) {
      LockSupport.parkNanos(TELL_NANOS);
      System.err.printf(
          Locale.ROOT,
          "%.0f s of %d, %d requests%n",
          (System.nanoTime() - begin) / 1e9,
          warm + seconds,
          next.get());
    }
  }

  private int report(LoadTally all) {
    List<LoadTally.Line> lines = all.lines();
    double p99 = lines.getLast().p99();
    double p99OfBlend = lines.get(LoadKind.BLEND.ordinal()).p99();
    boolean inTime = flatOut || p99 < MOST_P99 && p99OfBlend < MOST_P99_OF_BLEND;
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("rate", flatOut ? null : rate);
      document.put("seconds", seconds);
      document.put("connections", connections);
      document.putAll(all.document());
      System.out.println(Json.line(document));
    } else {
      System.out.printf(
          Locale.ROOT,
          "%s for %d s on %d connections, after %d s of warming: %d answered (%.0f a second), %d errors%n",
          flatOut ? "As fast as it answers" : rate + " requests a second",
          seconds,
          connections,
          warm,
          all.answered(),
          (double) all.answered() / seconds,
          all.errors());
      System.out.println("ms          answered  errors       p50       p95       p99      most");
      lines.forEach(SteadyLoad::print);
      if (!flatOut) {
        print(all.sentLate());
        System.out.printf(
            Locale.ROOT,
            "p99 of all %.2f ms (%.0f are allowed), of blend %.2f ms (%.0f): %s%n",
            p99,
            MOST_P99,
            p99OfBlend,
            MOST_P99_OF_BLEND,
            inTime ? "met" : "MISSED");
      }
    }
    all.sentences().forEach(System.err::println);
    return inTime && all.errors() == 0 ? 0 : 1;
  }

  private static void print(LoadTally.Line line) {
    System.out.printf(
        Locale.ROOT,
        "%-10s %9d %7d %9.2f %9.2f %9.2f %9.2f%n",
        line.kind(),
        line.answered(),
        line.errors(),
        line.p50(),
        line.p95(),
        line.p99(),
        line.most());
  }
}
