package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;
import osusume.linalg.SparseFloats;

/** Works out every {@link BlendFeature} of every known title for a taste. Immutable. */
final class BlendFacts {
  private static final double CONFIDENCE_SHRINK = 15;
  private static final double CONFIDENCE_FLOOR = 0.03;
  private static final double SIMILAR_FLOOR = 0.3;
  private static final double SIMILAR_HIGH = 3;
  private static final double POPULAR_FLOOR = 1e-4;

  /** A list of so many titles is half short. */
  private static final double SHORT_LIST = 10;

  /** How many ratings of the mean of all titles are added to those of a title. */
  private static final double RATED_PRIOR = 10;

  /** What a watch must say for a title to speak for its genres. */
  private static final double GENRE_NEUTRAL = 0.55;

  private static final double GENRE_PRIOR = 5;

  private final SimilarRecommender similar;
  private final SparseFloats together;
  private final int[] rows;
  private final int[] places;
  private final int[] franchises;
  private final int franchiseCount;
  private final float[] watchers;
  private final float[] popular;
  private final float[] rated;

  /** Genres of each catalogue row, as numbers. */
  private final int[][] genres;

  private final int genreCount;

  /**
   * @param rows catalogue rows of the known titles, in the order of the columns of {@code together}
   */
  BlendFacts(
      Dataset data,
      Franchises franchises,
      SimilarRecommender similar,
      int[] rows,
      SparseFloats together) {
    this.similar = similar;
    this.rows = rows;
    this.together = together;
    Catalogue catalogue = data.catalogue();
    this.places = KnownTitles.places(rows, catalogue.size());
    this.franchiseCount = franchises.count();
    this.franchises = new int[catalogue.size()];
    Arrays.setAll(this.franchises, franchises::of);
    this.genres = new int[catalogue.size()][];
    Map<String, Integer> numbers = new HashMap<>();
    for (int row = 0; row < genres.length; row++) {
      List<Integer> found = new ArrayList<>();
      for (String genre : catalogue.anime(row).genres()) {
        found.add(numbers.computeIfAbsent(genre, name -> numbers.size()));
      }
      genres[row] = found.stream().mapToInt(Integer::intValue).toArray();
    }
    this.genreCount = numbers.size();
    this.watchers = new float[rows.length];
    this.popular = new float[rows.length];
    this.rated = new float[rows.length];
    tally(data.ratings());
  }

  private void tally(RatingMatrix ratings) {
    int[] watched = new int[ratings.columnCount()];
    int[] count = new int[ratings.columnCount()];
    double[] sum = new double[ratings.columnCount()];
    long allCount = 0;
    double allSum = 0;
    for (int e = 0; e < ratings.entryCount(); e++) {
      int column = ratings.columns()[e];
      int rating = ratings.values()[e];
      watched[column]++;
      if (rating > 0) {
        count[column]++;
        sum[column] += rating;
        allCount++;
        allSum += rating;
      }
    }
    double mean = allCount == 0 ? 0 : allSum / allCount;
    for (int place = 0; place < rows.length; place++) {
      int row = rows[place];
      watchers[place] = watched[row];
      popular[place] = (float) Math.log((double) watched[row] / ratings.rowCount() + POPULAR_FLOOR);
      rated[place] = (float) ((sum[row] + RATED_PRIOR * mean) / (count[row] + RATED_PRIOR) - mean);
    }
  }

  /** Catalogue rows of the known titles. Not to be written. */
  int[] rows() {
    return rows;
  }

  /** How many titles of the catalogue there are. */
  int catalogueSize() {
    return places.length;
  }

  /** Every feature, one array each in the order of the enum, one number a known title. */
  float[][] of(Taste taste) {
    float[][] features = new float[BlendFeature.COUNT][rows.length];
    TasteWeights scale = TasteWeights.of(taste);
    float[] score = similar.score(taste);
    float[] similarity = features[BlendFeature.SIMILAR.ordinal()];
    for (int place = 0; place < rows.length; place++) {
      similarity[place] = score[rows[place]];
    }
    standardise(similarity);
    companions(taste, scale, features);
    genres(taste, scale, features[BlendFeature.GENRES.ordinal()]);
    met(taste, scale, features);
    fill(features, 1 / (1 + taste.size() / SHORT_LIST));
    return features;
  }

  private void companions(Taste taste, TasteWeights scale, float[][] features) {
    float[] confidence = features[BlendFeature.CONFIDENCE.ordinal()];
    float[] neighbours = features[BlendFeature.NEIGHBOURS.ordinal()];
    for (int entry = 0; entry < taste.size(); entry++) {
      int place = places[taste.row(entry)];
      if (place < 0) {
        continue;
      }
      float weight = taste.weight(entry);
      float x = weight * scale.of(taste.rating(entry));
      float sure = (float) (weight / (watchers[place] + CONFIDENCE_SHRINK));
      float root = (float) (x / Math.sqrt(watchers[place]));
      for (int e = together.starts()[place]; e < together.starts()[place + 1]; e++) {
        int other = together.columns()[e];
        float shared = together.values()[e];
        confidence[other] = Math.max(confidence[other], sure * shared);
        neighbours[other] += root * shared;
      }
    }
    for (int place = 0; place < rows.length; place++) {
      neighbours[place] /= (float) Math.sqrt(Math.max(1, watchers[place]));
    }
    standardise(neighbours);
  }

  private void genres(Taste taste, TasteWeights scale, float[] liking) {
    double[] profile = new double[genreCount];
    for (int entry = 0; entry < taste.size(); entry++) {
      int[] of = genres[taste.row(entry)];
      double x = scale.of(taste.rating(entry)) - GENRE_NEUTRAL;
      for (int genre : of) {
        profile[genre] += taste.weight(entry) * x / Math.sqrt(of.length);
      }
    }
    double length = Math.sqrt(taste.size() + GENRE_PRIOR);
    for (int place = 0; place < rows.length; place++) {
      int[] of = genres[rows[place]];
      double sum = 0;
      for (int genre : of) {
        sum += profile[genre];
      }
      liking[place] = of.length == 0 ? 0 : (float) (sum / Math.sqrt(of.length) / length);
    }
  }

  private void met(Taste taste, TasteWeights scale, float[][] features) {
    float[] count = new float[franchiseCount];
    float[] liking = new float[franchiseCount];
    for (int entry = 0; entry < taste.size(); entry++) {
      int franchise = franchises[taste.row(entry)];
      count[franchise] += taste.weight(entry);
      liking[franchise] +=
          taste.weight(entry) * (scale.of(taste.rating(entry)) - TasteWeights.UNRATED);
    }
    for (int place = 0; place < rows.length; place++) {
      int franchise = franchises[rows[place]];
      if (count[franchise] > 0) {
        features[BlendFeature.MET.ordinal()][place] = 1;
        features[BlendFeature.MET_LIKED.ordinal()][place] = liking[franchise] / count[franchise];
      }
    }
  }

  /** The features that follow from others. */
  private void fill(float[][] features, double shortness) {
    float[] similarity = features[BlendFeature.SIMILAR.ordinal()];
    float[] confidence = features[BlendFeature.CONFIDENCE.ordinal()];
    float[] met = features[BlendFeature.MET.ordinal()];
    System.arraycopy(popular, 0, features[BlendFeature.POPULAR.ordinal()], 0, rows.length);
    System.arraycopy(rated, 0, features[BlendFeature.RATED.ordinal()], 0, rows.length);
    for (int place = 0; place < rows.length; place++) {
      float z = similarity[place];
      set(features, BlendFeature.SIMILAR_SHORT_LIST, place, z * shortness);
      set(features, BlendFeature.SIMILAR_MET, place, z * met[place]);
      set(features, BlendFeature.SIMILAR_HIGH, place, Math.max(0, z - SIMILAR_HIGH));
      set(features, BlendFeature.SIMILAR_LOG, place, Math.log(Math.max(0, z) + SIMILAR_FLOOR));
      set(
          features,
          BlendFeature.CONFIDENCE_LOG,
          place,
          Math.log(confidence[place] + CONFIDENCE_FLOOR));
      set(features, BlendFeature.POPULAR_SHORT_LIST, place, popular[place] * shortness);
      set(features, BlendFeature.POPULAR_MET, place, popular[place] * met[place]);
    }
  }

  private static void set(float[][] features, BlendFeature feature, int place, double value) {
    features[feature.ordinal()][place] = (float) value;
  }

  /** Mean 0 and spread 1; all zero where all are equal. */
  private static void standardise(float[] values) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / values.length;
    double variance = squares / values.length - mean * mean;
    double inverse = variance > 1e-12 * mean * mean && variance > 0 ? 1 / Math.sqrt(variance) : 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((values[i] - mean) * inverse);
    }
  }
}
