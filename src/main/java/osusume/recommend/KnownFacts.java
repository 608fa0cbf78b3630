package osusume.recommend;

import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;

/** What the blend knows of titles whoever asks, one number a known title. Immutable. */
final class KnownFacts {
  private static final double POPULAR_FLOOR = 1e-4;

  /** How many ratings of the mean of all titles are added to those of a title. */
  private static final double RATED_PRIOR = 10;

  /** What an unknown rating of MyAnimeList's members counts as: about their mean. */
  private static final float USUAL_RATING = 6.5f;

  private final int users;
  private final float[] watchers;
  private final int[] raters;
  private final float[] means;
  private final float[] popular;
  private final float[] members;
  private final float[] rated;
  private final float[] membersRated;

  /**
   * @param rows catalogue rows of the known titles
   */
  KnownFacts(Dataset data, int[] rows) {
    RatingMatrix ratings = data.ratings();
    Catalogue catalogue = data.catalogue();
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
    users = ratings.rowCount();
    watchers = new float[rows.length];
    raters = new int[rows.length];
    means = new float[rows.length];
    popular = new float[rows.length];
    members = new float[rows.length];
    rated = new float[rows.length];
    membersRated = new float[rows.length];
    for (int place = 0; place < rows.length; place++) {
      int row = rows[place];
      Anime anime = catalogue.anime(row);
      watchers[place] = watched[row];
      raters[place] = count[row];
      means[place] = count[row] == 0 ? Float.NaN : (float) (sum[row] / count[row]);
      popular[place] = (float) Math.log((double) watched[row] / users + POPULAR_FLOOR);
      members[place] = (float) Math.log1p(Math.max(0, anime.members()));
      rated[place] = (float) ((sum[row] + RATED_PRIOR * mean) / (count[row] + RATED_PRIOR) - mean);
      membersRated[place] = Double.isNaN(anime.rating()) ? USUAL_RATING : (float) anime.rating();
    }
  }

  int users() {
    return users;
  }

  /** How many users watched each title. Not to be written. */
  float[] watchers() {
    return watchers;
  }

  /** How many users rated a title. */
  int raters(int place) {
    return raters[place];
  }

  /** The mean of their ratings; NaN where there is none. */
  float mean(int place) {
    return means[place];
  }

  void fill(float[][] features) {
    copy(popular, features, BlendFeature.POPULAR);
    copy(members, features, BlendFeature.MEMBERS);
    copy(rated, features, BlendFeature.RATED);
    copy(membersRated, features, BlendFeature.MEMBERS_RATED);
  }

  private static void copy(float[] from, float[][] features, BlendFeature to) {
    System.arraycopy(from, 0, features[to.ordinal()], 0, from.length);
  }
}
