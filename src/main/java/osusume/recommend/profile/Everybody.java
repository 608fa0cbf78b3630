package osusume.recommend.profile;

import java.util.Arrays;
import java.util.stream.IntStream;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.recommend.TasteWeights;

/**
 * What everybody in a data set watches and how they rate: what the habits of one person are held
 * against. Immutable.
 */
public final class Everybody {
  /** Headings for popularity: the rank, by watchers, of the last title of each but the last. */
  private static final int[] LAST_OF_BAND = {100, 500, 2000};

  /** What a title that nobody watched counts, in watchers. */
  private static final double UNWATCHED = 0.05;

  /** How many ratings just at their raters' mean are added to those of a title. */
  private static final double RATED_PRIOR = 10;

  /** Somebody with fewer ratings than this says little about how people rate. */
  private static final int RATINGS = 5;

  /** A list with fewer titles than this says little about what people choose. */
  private static final int LIST = 5;

  /** What is assumed of the spread of ratings where nobody rated enough to tell. */
  private static final double USUAL_SPREAD = 1.5;

  private final Trait genres;
  private final Trait types;
  private final Trait lengths;
  private final Trait bands;
  private final double[] genreShares;
  private final double[] typeShares;
  private final double[] lengthShares;
  private final double[] bandShares;
  private final int[] watchers;

  /** log of the watchers, less that of the typical watch. */
  private final float[] popularity;

  private final double typicalLog;
  private final double popularityVariance;
  private final float[] liking;
  private final double[] means;
  private final double meanOfMeans;
  private final double meanOfSpreads;

  /** How well known the titles are that each user typically chooses, ascending. */
  private final double[] popularities;

  private Everybody(Dataset data) {
    Catalogue catalogue = data.catalogue();
    RatingMatrix ratings = data.ratings();
    int size = catalogue.size();
    watchers = new int[size];
    double[] sums = new double[size];
    int[] raters = new int[size];
    double[] userMeans = new double[ratings.rowCount()];
    TasteWeights[] scales = new TasteWeights[ratings.rowCount()];
    int[] columns = ratings.columns();
    byte[] values = ratings.values();
    int users = 0;
    double spreads = 0;
    for (int user = 0; user < ratings.rowCount(); user++) {
      TasteWeights scale = TasteWeights.of(ratings, user);
      scales[user] = scale;
      double[] standards = scale.standards();
      for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
        int row = columns[e];
        int rating = values[e];
        watchers[row]++;
        if (rating > 0) {
          sums[row] += standards[rating];
          raters[row]++;
        }
      }
      if (scale.rated() >= RATINGS) {
        userMeans[users++] = scale.mean();
        spreads += scale.spread();
      }
    }
    means = Arrays.copyOf(userMeans, users);
    Arrays.sort(means);
    meanOfMeans = Arrays.stream(means).average().orElse(Double.NaN);
    meanOfSpreads = users == 0 ? USUAL_SPREAD : spreads / users;
    liking = new float[size];
    for (int row = 0; row < size; row++) {
      liking[row] = (float) (sums[row] / (raters[row] + RATED_PRIOR));
    }
    popularity = new float[size];
    double watches = ratings.entryCount();
    double sum = 0;
    for (int row = 0; row < size; row++) {
      sum += watchers[row] * Math.log(watchers[row] + UNWATCHED);
    }
    typicalLog = watches == 0 ? Math.log(UNWATCHED) : sum / watches;
    double squares = 0;
    for (int row = 0; row < size; row++) {
      double log = Math.log(watchers[row] + UNWATCHED) - typicalLog;
      popularity[row] = (float) log;
      squares += watchers[row] * log * log;
    }
    popularityVariance = watches == 0 ? 0 : squares / watches;
    popularities =
        IntStream.range(0, ratings.rowCount())
            .filter(user -> ratings.starts()[user + 1] - ratings.starts()[user] >= LIST)
            .mapToDouble(user -> popularityOf(ratings, user, scales[user]))
            .sorted()
            .toArray();
    genres = Trait.genres(catalogue);
    types = Trait.types(catalogue);
    lengths = Trait.lengths(catalogue);
    bands = rankBands();
    genreShares = shares(genres);
    typeShares = shares(types);
    lengthShares = shares(lengths);
    bandShares = shares(bands);
  }

  /** Looks at every rating of a data set, so not for the JavaFX thread. */
  public static Everybody of(Dataset data) {
    return new Everybody(data);
  }

  private double popularityOf(RatingMatrix ratings, int user, TasteWeights scale) {
    float[] ofEach = scale.forOfEach();
    int[] columns = ratings.columns();
    byte[] values = ratings.values();
    double all = 0;
    double sum = 0;
    for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
      double x = ofEach[Math.max(values[e], 0)];
      all += x;
      sum += x * popularity[columns[e]];
    }
    return sum / all;
  }

  private Trait rankBands() {
    int[] byWatchers =
        IntStream.range(0, watchers.length)
            .boxed()
            .sorted((a, b) -> Integer.compare(watchers[b], watchers[a]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[][] ofRow = new int[watchers.length][];
    for (int rank = 0; rank < byWatchers.length; rank++) {
      int band = 0;
      while (band < LAST_OF_BAND.length && rank >= LAST_OF_BAND[band]) {
        band++;
      }
      ofRow[byWatchers[rank]] = new int[] {band};
    }
    return new Trait(
        IntStream.rangeClosed(0, LAST_OF_BAND.length).mapToObj(String::valueOf).toList(), ofRow);
  }

  /** What part of all watches is of titles with each value. */
  private double[] shares(Trait trait) {
    double[] shares = new double[trait.count()];
    double watches = 0;
    for (int row = 0; row < watchers.length; row++) {
      watches += watchers[row];
      for (int value : trait.of(row)) {
        shares[value] += watchers[row];
      }
    }
    for (int value = 0; value < shares.length && watches > 0; value++) {
      shares[value] /= watches;
    }
    return shares;
  }

  /** How many titles of the catalogue there are. */
  int catalogueSize() {
    return watchers.length;
  }

  /** How many users watched a title. */
  int watchers(int animeRow) {
    return watchers[animeRow];
  }

  /**
   * How much better known a title is than what is typically watched: the logarithm of its watchers
   * less the mean of that over all watches.
   */
  float popularity(int animeRow) {
    return popularity[animeRow];
  }

  /** The variance of {@link #popularity} over all watches. */
  double popularityVariance() {
    return popularityVariance;
  }

  /** How many watchers a title of some {@link #popularity} has. */
  double watchersAt(double popularityOfTitle) {
    return Math.exp(popularityOfTitle + typicalLog);
  }

  /**
   * How much those who rated a title liked it, on their own scales ({@link TasteWeights#standard}):
   * the mean, with ten ratings of 0 added; 0 where nobody rated it.
   */
  float liking(int animeRow) {
    return liking[animeRow];
  }

  /** The mean of the users' means, of those with enough ratings; NaN where there is none. */
  double mean() {
    return meanOfMeans;
  }

  /** The mean of the users' spreads. */
  double spread() {
    return meanOfSpreads;
  }

  /** What part of the users has a mean below this; NaN where none has enough ratings. */
  double shareBelow(double mean) {
    return shareBelow(means, mean);
  }

  /**
   * What part of the users typically chooses titles less known than this {@link #popularity}; NaN
   * where nobody's list is long enough.
   */
  double shareChoosingLessKnown(double popularityOfTitles) {
    return shareBelow(popularities, popularityOfTitles);
  }

  /** The {@link #popularity} that the middle user typically chooses; NaN where there is none. */
  double popularityOfTheMiddleUser() {
    return popularities.length == 0 ? Double.NaN : popularities[popularities.length / 2];
  }

  private static double shareBelow(double[] ascending, double value) {
    int below = 0;
    while (below < ascending.length && ascending[below] < value) {
      below++;
    }
    return ascending.length == 0 ? Double.NaN : (double) below / ascending.length;
  }

  Trait genres() {
    return genres;
  }

  Trait types() {
    return types;
  }

  Trait lengths() {
    return lengths;
  }

  /** Popularity in bands by rank. */
  Trait bands() {
    return bands;
  }

  double[] genreShares() {
    return genreShares;
  }

  double[] typeShares() {
    return typeShares;
  }

  double[] lengthShares() {
    return lengthShares;
  }

  double[] bandShares() {
    return bandShares;
  }
}
