package osusume.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import osusume.app.AnimeDocument;
import osusume.app.AnswerDocument;
import osusume.app.Opened;
import osusume.app.Places;
import osusume.app.RatingDocument;
import osusume.app.Workspace;
import osusume.data.AnimeFilter;
import osusume.data.AnimeQuery;
import osusume.data.Catalogue;
import osusume.data.NumberRange;
import osusume.data.RatingFilter;
import osusume.data.Taste;
import osusume.json.Json;
import osusume.progress.Progress;
import osusume.recommend.Answer;
import osusume.recommend.Recommendations;
import osusume.recommend.Request;

/**
 * What an answer costs, in the processor time of the thread that works it out, warm, without the
 * network: {@code AnswerCost DATA MODELS [STRATEGY...]} over the data set and models that are kept
 * there, for 400 users drawn at random, no two answers alike. The best and the worst of five
 * measurements, and the bytes allocated, by part.
 */
public final class AnswerCost {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int USERS = 400;
  private static final int MEASUREMENTS = 5;
  private static final long WARM_UP = 3_000_000_000L;
  private static final long MEASURED = 600_000_000L;

  /** Kept, so that no work can be left out. */
  private static long sink;

  private AnswerCost() {}

  private interface Work {
    long of(int i) throws IOException;
  }

  public static void main(String[] args) throws IOException {
    var workspace = new Workspace(Places.find(Path.of(args[0]), Path.of(args[1])));
    Opened opened =
        workspace.open(null, Progress.NONE, trouble -> System.err.println(trouble.getMessage()));
    List<String> strategies = List.of(args).subList(2, args.length);
    for (String strategy : strategies.isEmpty() ? List.of("group", "mix", "blend") : strategies) {
      answers(opened, strategy);
    }
    titles(opened.data().catalogue());
    measured("all ratings above 0", _ -> ratings(opened));
    if (sink == 0) {
      throw new IllegalStateException("Nothing was worked out.");
    }
  }

  private static void answers(Opened opened, String strategy) throws IOException {
    Recommendations door = opened.recommendations();
    AnswerDocument document = new AnswerDocument(opened);
    Random random = new Random(5);
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      int row = random.nextInt(opened.data().ratings().rowCount());
      // A list of its own for each request, as each request of the listener makes one.
      requests.add(Request.of(Taste.ofUser(opened.data().ratings(), row), strategy).build());
    }
    System.out.println(strategy);
    measured("  titles", i -> door.rank(fresh(opened, requests.get(i))).recommendations().size());
    measured("  with reasons", i -> door.answer(fresh(opened, requests.get(i))).hashCode());
    List<Answer> answers = requests.stream().map(door::answer).toList();
    measured("  JSON of it", i -> bytes(json -> document.write(answers.get(i), json)));
    measured(
        "  all together",
        i -> {
          Answer answer = door.answer(fresh(opened, requests.get(i)));
          return bytes(json -> document.write(answer, json));
        });
  }

  /** The same request by a taste that nobody asked about yet: what is remembered must not help. */
  private static Request fresh(Opened opened, Request request) {
    Taste taste = Taste.ofUser(opened.data().ratings(), request.taste().userRow());
    return Request.of(taste, request.strategy()).build();
  }

  private static void titles(Catalogue catalogue) throws IOException {
    Random random = new Random(5);
    List<AnimeFilter> filters = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      filters.add(
          AnimeFilter.builder()
              .genres(List.of(catalogue.genres().get(1 + random.nextInt(30))))
              .episodes(NumberRange.moreThan(random.nextInt(20)).and(NumberRange.lessThan(300)))
              .rating(NumberRange.moreThan(7 + random.nextDouble()))
              .members(NumberRange.moreThan(100_000 + random.nextInt(10_000)))
              .build());
    }
    measured(
        "titles by five filters",
        i -> {
          int[] rows = AnimeQuery.of(filters.get(i)).rows(catalogue);
          return bytes(json -> AnimeDocument.writeAll(catalogue, rows, json));
        });
  }

  private static long ratings(Opened opened) throws IOException {
    var filter = new RatingFilter(null, null, NumberRange.moreThan(0));
    var counted = new long[1];
    try (JsonGenerator json =
        Json.mapper()
            .createGenerator(
                new OutputStream() {
                  @Override
                  public void write(int b) {
                    counted[0]++;
                  }

                  @Override
                  public void write(byte[] bytes, int from, int length) {
                    counted[0] += length;
                  }
                })) {
      RatingDocument.writeAll(filter, opened.data(), 0, null, json);
    }
    return counted[0];
  }

  private interface Document {
    void write(JsonGenerator json) throws IOException;
  }

  private static int bytes(Document document) throws IOException {
    var out = new ByteArrayOutputStream(8192);
    try (JsonGenerator json = Json.mapper().createGenerator(out)) {
      document.write(json);
    }
    return out.size();
  }

  private static void measured(String what, Work work) throws IOException {
    int next = 0;
    for (long end = System.nanoTime() + WARM_UP; System.nanoTime() < end; next++) {
      sink += work.of(next % USERS);
    }
    double best = Double.POSITIVE_INFINITY;
    double worst = 0;
    long allocated = 0;
    for (int i = 0; i < MEASUREMENTS; i++) {
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long start = THREADS.getCurrentThreadCpuTime();
      int times = 0;
      for (long end = System.nanoTime() + MEASURED; System.nanoTime() < end; times++) {
        sink += work.of(next++ % USERS);
      }
      double each = (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / times;
      best = Math.min(best, each);
      worst = Math.max(worst, each);
      allocated = (THREADS.getCurrentThreadAllocatedBytes() - bytes) / times;
    }
    System.out.printf("%-32s %9.1f to %9.1f µs %,12d bytes%n", what, best, worst, allocated);
  }
}
