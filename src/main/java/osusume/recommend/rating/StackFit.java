package osusume.recommend.rating;

import java.util.Arrays;
import java.util.SplittableRandom;
import osusume.data.Catalogue;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.linalg.ParallelBlocks;
import osusume.progress.Progress;

/**
 * Fits a {@link Stack}: holds out a tenth of the ratings of up to {@link #MOST_PEOPLE} people, fits
 * the members on the rest, learns weights and half-widths from what they say of the held-out
 * ratings, and fits the members again on everything.
 */
final class StackFit {
  /** The share of the ratings that weights are learned from. */
  private static final double HELD_OUT = 0.1;

  /**
   * Ratings are held out of so many people at the most, so that a large data set takes no longer.
   */
  private static final int MOST_PEOPLE = 10_000;

  /** Drawn to zero by so many pseudo-ratings. */
  private static final double RIDGE = 10;

  private static final long SEED = 4711;
  private static final int BLOCK = 32;

  /** Lists are cut to these lengths to learn how far off a prediction for them is. */
  private static final int[] CUTS = {0, 1, 2, 4, 8, 15, 30};

  private final Catalogue catalogue;
  private final RatingMatrix ratings;
  private final ParallelBlocks parallel;
  private final boolean[] held;

  private StackFit(Catalogue catalogue, RatingMatrix ratings, ParallelBlocks parallel) {
    this.catalogue = catalogue;
    this.ratings = ratings;
    this.parallel = parallel;
    this.held = holdOut(ratings);
  }

  static Stack fit(
      Catalogue catalogue, RatingMatrix ratings, ParallelBlocks parallel, Progress progress) {
    StackFit fit = new StackFit(catalogue, ratings, parallel);
    RatingMatrix training = fit.training();
    Members early = Members.fit(catalogue, training, parallel, progress.part(0, 0.4));
    progress.report(0.4, "weighing the predictors");
    Learned learned = fit.learn(early, training, progress);
    Members members = Members.fit(catalogue, ratings, parallel, progress.part(0.5, 1));
    return new Stack(members, learned.weights, learned.widths);
  }

  private static boolean[] holdOut(RatingMatrix ratings) {
    boolean[] held = new boolean[ratings.entryCount()];
    SplittableRandom random = new SplittableRandom(SEED);
    int people = ratings.rowCount();
    double share = people <= MOST_PEOPLE ? 1 : (double) MOST_PEOPLE / people;
    for (int user = 0; user < people; user++) {
      boolean taken = random.nextDouble() < share;
      for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
        held[e] = random.nextDouble() < HELD_OUT && taken && ratings.values()[e] > 0;
      }
    }
    return held;
  }

  private RatingMatrix training() {
    int count = 0;
    for (boolean out : held) {
      count += out ? 0 : 1;
    }
    int[] starts = new int[ratings.starts().length];
    int[] columns = new int[count];
    byte[] values = new byte[count];
    int n = 0;
    for (int user = 0; user < ratings.rowCount(); user++) {
      for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
        if (!held[e]) {
          columns[n] = ratings.columns()[e];
          values[n++] = ratings.values()[e];
        }
      }
      starts[user + 1] = n;
    }
    return new RatingMatrix(ratings.rowIds(), starts, columns, values, ratings.columnCount());
  }

  private record Learned(double[] weights, HalfWidths widths) {}

  /** The held-out ratings of one person, with what the members say of them. */
  private record Sample(double[] inputs, double[] above) {}

  private Learned learn(Members members, RatingMatrix training, Progress progress) {
    int people = ratings.rowCount();
    Sample[] samples = new Sample[people];
    parallel.run(
        (people + BLOCK - 1) / BLOCK,
        (block, worker) -> {
          progress.check();
          for (int u = block * BLOCK; u < Math.min(people, (block + 1) * BLOCK); u++) {
            samples[u] = sample(members, u, Taste.ofUser(training, u));
          }
        });
    // For the widths, no error counts that helped to find the weights it was made with.
    double[][] halves = {weights(members, samples, 0, 2), weights(members, samples, 1, 2)};
    var errors = new HalfWidths.Errors();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int u = 0; u < people; u++) {
      if (u % 256 == 0) {
        progress.check();
      }
      if (samples[u] != null) {
        Taste whole = Taste.ofUser(training, u);
        measure(members, u, whole, halves[1 - u % 2], errors);
        measure(members, u, cut(whole, CUTS[u % CUTS.length], random), halves[1 - u % 2], errors);
      }
    }
    return new Learned(weights(members, samples, 0, 1), errors.covering(RatingPredictor.COVERAGE));
  }

  private int[] heldRows(int user) {
    int[] rows = new int[ratings.starts()[user + 1] - ratings.starts()[user]];
    int n = 0;
    for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
      if (held[e]) {
        rows[n++] = ratings.columns()[e];
      }
    }
    return Arrays.copyOf(rows, n);
  }

  private Sample sample(Members members, int user, Taste taste) {
    int[] rows = heldRows(user);
    if (rows.length == 0) {
      return null;
    }
    var request =
        ResidualModel.Request.of(Person.of(members.biases(), taste), rows, catalogue.size());
    double[] above = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      above[i] = ratings.at(user, rows[i]) - members.biases().of(request, i);
    }
    return new Sample(Stack.inputs(members, request), above);
  }

  /** Ridge regression over every {@code step}-th person. */
  private static double[] weights(Members members, Sample[] samples, int first, int step) {
    int d = Stack.inputCount(members);
    double[] gram = new double[d * d];
    double[] weights = new double[d];
    for (int u = first; u < samples.length; u += step) {
      if (samples[u] != null) {
        add(samples[u], d, gram, weights);
      }
    }
    for (int f = 0; f < d; f++) {
      gram[f * d + f] += RIDGE;
    }
    Positive.factor(gram, d);
    Positive.solve(gram, d, weights);
    return weights;
  }

  private static void add(Sample sample, int d, double[] gram, double[] sums) {
    // Between a vote a rating (the error counts) and a vote a person (the order counts). Fitted for
    // the order alone (differences within a person, a vote each) it ordered no better on inner
    // splits.
    double vote = 1 / Math.sqrt(sample.above.length);
    for (int i = 0; i < sample.above.length; i++) {
      for (int f = 0; f < d; f++) {
        double x = vote * sample.inputs[i * d + f];
        sums[f] += x * sample.above[i];
        for (int g = 0; g <= f; g++) {
          gram[f * d + g] += x * sample.inputs[i * d + g];
        }
      }
    }
  }

  private static Taste cut(Taste taste, int length, SplittableRandom random) {
    int[] rows = new int[taste.size()];
    byte[] values = new byte[taste.size()];
    int n = 0;
    for (int entry = 0; entry < taste.size(); entry++) {
      if (taste.rating(entry) > 0) {
        rows[n] = taste.row(entry);
        values[n++] = (byte) taste.rating(entry);
      }
    }
    int kept = Math.min(n, length);
    for (int i = 0; i < kept; i++) {
      int other = i + random.nextInt(n - i);
      int row = rows[i];
      byte value = values[i];
      rows[i] = rows[other];
      values[i] = values[other];
      rows[other] = row;
      values[other] = value;
    }
    return Taste.of(Arrays.copyOf(rows, kept), Arrays.copyOf(values, kept));
  }

  private void measure(
      Members members, int user, Taste taste, double[] weights, HalfWidths.Errors errors) {
    int[] rows = heldRows(user);
    Person person = Person.of(members.biases(), taste);
    var request = ResidualModel.Request.of(person, rows, catalogue.size());
    double[] inputs = Stack.inputs(members, request);
    for (int i = 0; i < rows.length; i++) {
      float predicted =
          Biases.clip(members.biases().of(request, i) + Stack.combine(inputs, i, weights));
      errors.add(
          HalfWidths.bin(person.size(), members.raters()[rows[i]]),
          Math.abs(ratings.at(user, rows[i]) - predicted) / person.spreadWithoutEntry(-1));
    }
  }
}
