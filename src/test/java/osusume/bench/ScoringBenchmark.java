package osusume.bench;

import java.util.Arrays;
import java.util.Random;
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
import osusume.data.RatingMatrix;
import osusume.nmf.IterationListener;
import osusume.nmf.Nmf;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;

/** Scores of one user over 10,000 titles, warm: by group, by mix, and by fold-in of 100 ratings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScoringBenchmark {
  private static final int USERS = 2000;
  private static final int TITLES = 10_000;
  private static final int RATINGS = 100;

  @Param({"20", "50"})
  public int components;

  private NmfModel model;
  private float[] row;
  private int[] columns;
  private float[] values;

  @Setup
  public void train() {
    Random random = new Random(1);
    int[] users = new int[USERS];
    Arrays.setAll(users, u -> u);
    int[] starts = new int[USERS + 1];
    Arrays.setAll(starts, u -> u * RATINGS);
    int[] titles = new int[USERS * RATINGS];
    byte[] ratings = new byte[titles.length];
    for (int u = 0; u < USERS; u++) {
      for (int i = 0; i < RATINGS; i++) {
        // One title out of each hundred, so that they ascend and every title is rated.
        titles[u * RATINGS + i] = i * 100 + (u + i * i + random.nextInt(60)) % 100;
        ratings[u * RATINGS + i] = (byte) (1 + random.nextInt(10));
      }
    }
    int[] ids = new int[TITLES];
    Arrays.setAll(ids, a -> a);
    model =
        Nmf.train(
            new RatingMatrix(users, starts, titles, ratings, TITLES),
            ids,
            "benchmark",
            NmfSettings.DEFAULT.withComponents(components).withMaxIterations(10),
            Progress.NONE,
            IterationListener.NONE);
    row = model.userRow(7);
    columns = Arrays.copyOfRange(titles, 700, 800);
    values = new float[RATINGS];
    for (int i = 0; i < RATINGS; i++) {
      columns[i] = model.columnOfAnime(columns[i]);
      values[i] = ratings[700 + i];
    }
  }

  @Benchmark
  public float[] group() {
    return model.groupScores(model.groupOf(row));
  }

  @Benchmark
  public float[] mix() {
    return model.mixScores(row);
  }

  @Benchmark
  public float[] fold() {
    return model.foldIn().fold(columns, values);
  }
}
