package osusume.recommend.rating;

import java.util.Arrays;
import java.util.SplittableRandom;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;

/** A data set without a random share of its ratings, and those ratings. */
record HeldOut(Dataset training, RatingMatrix held) {
  static HeldOut of(Dataset data, double share, long seed) {
    RatingMatrix all = data.ratings();
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] out = new boolean[all.entryCount()];
    for (int e = 0; e < out.length; e++) {
      out[e] = all.values()[e] > 0 && random.nextDouble() < share;
    }
    return new HeldOut(
        new Dataset(
            data.name(),
            data.simulated(),
            data.catalogue(),
            part(all, out, false),
            data.fingerprint(),
            data.report()),
        part(all, out, true));
  }

  private static RatingMatrix part(RatingMatrix all, boolean[] out, boolean wanted) {
    int[] starts = new int[all.starts().length];
    int[] columns = new int[out.length];
    byte[] values = new byte[out.length];
    int n = 0;
    for (int user = 0; user < all.rowCount(); user++) {
      for (int e = all.starts()[user]; e < all.starts()[user + 1]; e++) {
        if (out[e] == wanted) {
          columns[n] = all.columns()[e];
          values[n++] = all.values()[e];
        }
      }
      starts[user + 1] = n;
    }
    return new RatingMatrix(
        all.rowIds(),
        starts,
        Arrays.copyOf(columns, n),
        Arrays.copyOf(values, n),
        all.columnCount());
  }

  private interface Judge {
    double of(Taste taste, int[] rows, byte[] ratings);
  }

  private double mean(Judge judge) {
    double sum = 0;
    for (int user = 0; user < held.rowCount(); user++) {
      int from = held.starts()[user];
      int to = held.starts()[user + 1];
      sum +=
          judge.of(
              Taste.ofUser(training.ratings(), user),
              Arrays.copyOfRange(held.columns(), from, to),
              Arrays.copyOfRange(held.values(), from, to));
    }
    return sum / held.entryCount();
  }

  /** The mean squared error of a model. */
  double squaredError(RatingModel model) {
    return mean(
        (taste, rows, ratings) -> {
          float[] predicted = model.predict(taste, rows);
          double sum = 0;
          for (int i = 0; i < rows.length; i++) {
            sum += (predicted[i] - ratings[i]) * (predicted[i] - ratings[i]);
          }
          return sum;
        });
  }

  /** The share of the ratings that lie within the half-width of their prediction. */
  double covered(RatingPredictor model) {
    return mean(
        (taste, rows, ratings) -> {
          float[] predicted = model.predict(taste, rows);
          float[] widths = model.halfWidths(taste, rows);
          int within = 0;
          for (int i = 0; i < rows.length; i++) {
            within += Math.abs(predicted[i] - ratings[i]) <= widths[i] ? 1 : 0;
          }
          return within;
        });
  }
}
