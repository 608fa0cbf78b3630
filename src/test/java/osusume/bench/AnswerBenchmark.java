package osusume.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.nmf.Nmf;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;
import osusume.recommend.Answer;
import osusume.recommend.GroupRecommender;
import osusume.recommend.MixRecommender;
import osusume.recommend.Recommendations;
import osusume.recommend.Request;
import osusume.recommend.TakenOut;

/**
 * A whole answer of ten titles out of a catalogue as long as the real one, with reasons, for a user
 * of the data set and for somebody outside it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AnswerBenchmark {
  private static final int USERS = 3_000;
  private static final int TITLES = 12_294;
  private static final int RATINGS = 107;

  @Param({"group", "mix"})
  public String strategy;

  private Recommendations recommendations;
  private Taste user;
  private Taste stranger;

  @Setup
  public void train() {
    Random random = new Random(1);
    List<Anime> titles = new ArrayList<>();
    for (int t = 0; t < TITLES; t++) {
      titles.add(new Anime(t, "Title" + t, List.of("Drama"), "TV", 12, 7, TITLES - t));
    }
    int[] users = new int[USERS];
    Arrays.setAll(users, u -> u);
    int[] starts = new int[USERS + 1];
    Arrays.setAll(starts, u -> u * RATINGS);
    int[] columns = new int[USERS * RATINGS];
    byte[] ratings = new byte[columns.length];
    for (int i = 0; i < columns.length; i++) {
      // One title out of each hundred and fourteen, so that they ascend.
      columns[i] = i % RATINGS * (TITLES / RATINGS) + random.nextInt(TITLES / RATINGS);
      ratings[i] = (byte) (1 + random.nextInt(10));
    }
    Dataset data =
        new Dataset(
            "bench",
            true,
            new Catalogue(titles),
            new RatingMatrix(users, starts, columns, ratings, TITLES),
            "bench",
            new ImportReport(0, 0, 0, 0, List.of()));
    int[] ids = new int[TITLES];
    Arrays.setAll(ids, t -> t);
    NmfModel model =
        Nmf.train(
            data.ratings(),
            ids,
            "bench",
            NmfSettings.DEFAULT.withMaxIterations(10),
            Progress.NONE,
            (i, error, seconds) -> {});
    recommendations =
        new Recommendations(
            data, List.of(new MixRecommender(data, model), new GroupRecommender(data, model)));
    user = Taste.ofUser(data.ratings(), 7);
    stranger =
        Taste.of(
            Arrays.copyOfRange(columns, 7 * RATINGS, 8 * RATINGS),
            Arrays.copyOfRange(ratings, 7 * RATINGS, 8 * RATINGS));
  }

  private Request ten(Taste taste) {
    return Request.of(taste, strategy).k(10).build();
  }

  /** With everything a person can ask for: a title and a group taken out, novelty, diversity. */
  private Request everything(Taste taste) {
    return Request.of(taste, strategy)
        .k(10)
        .novelty(0.5)
        .diversity(0.5)
        .takenOut(new TakenOut(Set.of(taste.row(0)), Set.of(0)))
        .build();
  }

  @Benchmark
  public Answer everythingForUser() {
    return recommendations.answer(everything(user));
  }

  @Benchmark
  public Answer rankedForUser() {
    return recommendations.rank(ten(user));
  }

  @Benchmark
  public Answer explainedForUser() {
    return recommendations.answer(ten(user));
  }

  @Benchmark
  public Answer explainedForStranger() {
    return recommendations.answer(ten(stranger));
  }
}
