package osusume.recommend;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.nmf.IterationListener;
import osusume.nmf.Nmf;
import osusume.nmf.NmfModel;
import osusume.nmf.NmfSettings;
import osusume.progress.Progress;

/**
 * Learns {@link BaggedModel}: several factorisations, each of users drawn with replacement (Breiman
 * 1996, "Bagging Predictors", section 2) and from a start of its own. People are folded into each,
 * so only its H is kept.
 */
public final class BaggedTraining {
  static final int BAGS = 8;
  private static final int COMPONENTS = 40;
  private static final int USERS = 10_000;

  /** Starts of noise differ more than samples alone would, and the tolerance stops in time. */
  private static final NmfSettings SETTINGS =
      new NmfSettings(COMPONENTS, 60, 1e-3, NmfSettings.Start.RANDOM, 1);

  /** What a taste weight of 1 is in the matrix that is factorised, which holds whole numbers. */
  static final int SCALE = 10;

  private static final long SEED = 0xBA6L;

  private BaggedTraining() {}

  /**
   * Learns from a data set.
   *
   * @param programVersion kept in the model
   * @param threads how many threads work, the caller's included; the model is the same for any
   * @param progress told how far the work is, and asked whether to go on
   * @throws osusume.progress.CancelledException if it says so
   * @throws IllegalArgumentException if there are not two users and two titles with enough watches
   */
  public static BaggedModel train(
      Dataset data, String programVersion, int threads, Progress progress) {
    long begun = System.nanoTime();
    progress.check();
    RatingMatrix ratings = data.ratings();
    int[] rows = KnownTitles.rows(ratings);
    RatingMatrix tastes = tastes(ratings, rows);
    int[] users = users(tastes);
    int components = Math.min(COMPONENTS, Math.min(users.length, rows.length) / 2);
    if (components < NmfSettings.MIN_COMPONENTS) {
      throw new IllegalArgumentException(
          "This data set has too few ratings to learn several sets of taste groups from: %d users watched %d titles that enough others watched, and 4 of each are needed."
              .formatted(users.length, rows.length));
    }
    int[] places = IntStream.range(0, rows.length).toArray();
    float[][] h = new float[BAGS][];
    for (int bag = 0; bag < BAGS; bag++) {
      Progress part = progress.part((double) bag / BAGS, (bag + 1.0) / BAGS);
      NmfModel model =
          Nmf.train(
              sample(tastes, users, new SplittableRandom(SEED + bag)),
              places,
              data.fingerprint(),
              programVersion,
              SETTINGS.withComponents(components).withSeed(bag + 1),
              threads,
              named(part, bag),
              IterationListener.NONE);
      h[bag] = byPlace(model, rows.length);
    }
    progress.check();
    return new BaggedModel(
        Arrays.stream(rows).map(row -> data.catalogue().anime(row).id()).toArray(),
        components,
        h,
        data.fingerprint(),
        programVersion,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        (System.nanoTime() - begun) / 1e9);
  }

  private static Progress named(Progress part, int bag) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {
        part.report(
            fraction, "taste groups, sample %d of %d: %s".formatted(bag + 1, BAGS, message));
      }

      @Override
      public boolean cancelled() {
        return part.cancelled();
      }
    };
  }

  /** What a rating, or {@link RatingMatrix#UNRATED}, is in the matrix that is factorised. */
  static float entry(TasteWeights scale, int rating) {
    return SCALE * scale.of(rating);
  }

  /** The taste weights of every user over the known titles, rounded to tenths. */
  private static RatingMatrix tastes(RatingMatrix ratings, int[] rows) {
    int[] places = KnownTitles.places(rows, ratings.columnCount());
    int[] starts = new int[ratings.rowCount() + 1];
    int[] columns = new int[ratings.entryCount()];
    byte[] values = new byte[ratings.entryCount()];
    int to = 0;
    for (int user = 0; user < ratings.rowCount(); user++) {
      TasteWeights scale = TasteWeights.of(ratings, user);
      for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
        int place = places[ratings.columns()[e]];
        if (place >= 0) {
          columns[to] = place;
          values[to++] = (byte) Math.round(entry(scale, ratings.values()[e]));
        }
      }
      starts[user + 1] = to;
    }
    return new RatingMatrix(
        ratings.rowIds(),
        starts,
        Arrays.copyOf(columns, to),
        Arrays.copyOf(values, to),
        rows.length);
  }

  private static int[] users(RatingMatrix tastes) {
    return IntStream.range(0, tastes.rowCount())
        .filter(user -> tastes.starts()[user + 1] > tastes.starts()[user])
        .toArray();
  }

  /** As many users as there are, or {@link #USERS}, each drawn from all of them. */
  private static RatingMatrix sample(RatingMatrix tastes, int[] users, SplittableRandom random) {
    int[] drawn =
        IntStream.range(0, Math.min(USERS, users.length))
            .map(i -> users[random.nextInt(users.length)])
            .sorted()
            .toArray();
    int[] starts = new int[drawn.length + 1];
    for (int i = 0; i < drawn.length; i++) {
      starts[i + 1] = starts[i] + tastes.starts()[drawn[i] + 1] - tastes.starts()[drawn[i]];
    }
    int[] columns = new int[starts[drawn.length]];
    byte[] values = new byte[columns.length];
    for (int i = 0; i < drawn.length; i++) {
      int from = tastes.starts()[drawn[i]];
      int length = starts[i + 1] - starts[i];
      System.arraycopy(tastes.columns(), from, columns, starts[i], length);
      System.arraycopy(tastes.values(), from, values, starts[i], length);
    }
    int[] ids = IntStream.range(0, drawn.length).toArray();
    return new RatingMatrix(ids, starts, columns, values, tastes.columnCount());
  }

  private static float[] byPlace(NmfModel model, int titles) {
    float[] h = new float[model.components() * titles];
    for (int c = 0; c < model.components(); c++) {
      float[] row = model.groupScores(c);
      for (int column = 0; column < row.length; column++) {
        h[c * titles + model.animeId(column)] = row[column];
      }
    }
    return h;
  }
}
