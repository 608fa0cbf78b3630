package osusume.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.data.io.RatingPairs;
import osusume.json.Json;
import osusume.recommend.rating.RatingPredictor;

/**
 * Pairs of a user and a title with the rating predicted for each, in the order asked. A user the
 * data set lacks is somebody without ratings; a title it lacks is one of which nothing is known.
 */
final class PredictedPairs {
  private final RatingPairs pairs;
  private final float[] predicted;
  private final int unknownUsers;
  private final int unknownTitles;

  private PredictedPairs(
      RatingPairs pairs, float[] predicted, int unknownUsers, int unknownTitles) {
    this.pairs = pairs;
    this.predicted = predicted;
    this.unknownUsers = unknownUsers;
    this.unknownTitles = unknownTitles;
  }

  /** Predicts all pairs, those of one user together, on all cores. */
  static PredictedPairs of(RatingPairs pairs, Dataset data, RatingPredictor predictor) {
    int n = pairs.size();
    int[] animeRows = new int[n];
    Arrays.setAll(animeRows, i -> data.catalogue().rowOfId(pairs.animeIds()[i]));
    int[] userRows = new int[n];
    Arrays.setAll(userRows, i -> data.ratings().rowOfId(pairs.userIds()[i]));
    // Sorted by user row, then by place in the file.
    long[] order = new long[n];
    Arrays.setAll(order, i -> (long) userRows[i] << 32 | i);
    Arrays.parallelSort(order);
    int[] starts =
        IntStream.range(0, n).filter(i -> i == 0 || order[i] >> 32 != order[i - 1] >> 32).toArray();
    float[] predicted = new float[n];
    IntStream.range(0, starts.length)
        .parallel()
        .forEach(
            user -> {
              int end = user + 1 < starts.length ? starts[user + 1] : n;
              int[] places = new int[end - starts[user]];
              Arrays.setAll(places, i -> (int) order[starts[user] + i]);
              Taste taste = taste(data.ratings(), userRows[places[0]]);
              predict(predictor, taste, animeRows, places, predicted);
            });
    return new PredictedPairs(pairs, predicted, lacking(userRows), lacking(animeRows));
  }

  private static Taste taste(RatingMatrix ratings, int userRow) {
    return userRow < 0 ? Taste.of(new int[0], new byte[0]) : Taste.ofUser(ratings, userRow);
  }

  private static void predict(
      RatingPredictor predictor, Taste taste, int[] animeRows, int[] places, float[] predicted) {
    int[] known = Arrays.stream(places).filter(place -> animeRows[place] >= 0).toArray();
    float[] ofKnown =
        predictor.predict(taste, Arrays.stream(known).map(place -> animeRows[place]).toArray());
    for (int place : places) {
      predicted[place] = predictor.ofUnknownTitle(taste);
    }
    for (int i = 0; i < known.length; i++) {
      predicted[known[i]] = ofKnown[i];
    }
  }

  private static int lacking(int[] rows) {
    return (int) Arrays.stream(rows).filter(row -> row < 0).count();
  }

  /** How many rows name a user that the data set lacks. */
  int unknownUsers() {
    return unknownUsers;
  }

  /** How many rows name a title that the data set lacks. */
  int unknownTitles() {
    return unknownTitles;
  }

  void printCsv(PrintStream out) {
    out.print("user_id,anime_id,predicted\n");
    for (int i = 0; i < predicted.length; i++) {
      out.print(
          pairs.userIds()[i]
              + ","
              + pairs.animeIds()[i]
              + ","
              + String.format(Locale.ROOT, "%.4f", predicted[i])
              + "\n");
    }
  }

  /** One document: an array, printed as it goes. */
  void printJson(PrintStream out) {
    out.print('[');
    for (int i = 0; i < predicted.length; i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("user_id", pairs.userIds()[i]);
      row.put("anime_id", pairs.animeIds()[i]);
      row.put("predicted", Math.round(predicted[i] * 1e4) / 1e4);
      out.print((i == 0 ? "" : ",") + Json.line(row));
    }
    out.println(']');
  }
}
