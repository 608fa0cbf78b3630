package osusume.recommend;

import java.util.List;
import java.util.stream.IntStream;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.recommend.rating.RatingPredictor;

/**
 * Ranks titles by what a person would rate them. Of a title that too few rated for the data to say
 * much (fewer than {@link KnownTitles} asks for) what anybody would give it is taken, and counts by
 * that part only: it is little more than the catalogue's own rating, which is 10 for a film that a
 * dozen friends voted on.
 */
final class RatingRecommender implements Recommender {
  private static final float LOWEST = 1;
  private static final Taste NOBODY = Taste.of(new int[0], new byte[0]);

  private final RatingPredictor predictor;
  private final int[] raters;
  private final long[] sums;

  /** Catalogue rows of the titles that enough rated. */
  private final int[] known;

  /** What somebody of whom nothing is known would rate each title. */
  private final float[] forAnybody;

  /** What they would rate a title of which nothing is known. */
  private final float ofNothing;

  /** The part of that which counts where too few rated a title. */
  private final float[] little;

  RatingRecommender(Dataset data, RatingPredictor predictor) {
    this.predictor = predictor;
    this.raters = new int[data.catalogue().size()];
    this.sums = new long[raters.length];
    int[] columns = data.ratings().columns();
    byte[] ratings = data.ratings().values();
    for (int e = 0; e < ratings.length; e++) {
      if (ratings[e] > 0) {
        raters[columns[e]]++;
        sums[columns[e]] += ratings[e];
      }
    }
    int needed = KnownTitles.needed(data.ratings());
    this.forAnybody = predictor.predict(NOBODY, IntStream.range(0, raters.length).toArray());
    this.ofNothing = predictor.ofUnknownTitle(NOBODY);
    this.known = IntStream.range(0, raters.length).filter(row -> raters[row] >= needed).toArray();
    this.little = new float[raters.length];
    for (int row = 0; row < raters.length; row++) {
      little[row] = LOWEST + (forAnybody[row] - LOWEST) * raters[row] / needed;
    }
  }

  @Override
  public String name() {
    return "rating";
  }

  @Override
  public boolean knows(Taste taste) {
    return taste.hasRatings();
  }

  @Override
  public boolean needsRatings() {
    return true;
  }

  @Override
  public float[] score(Taste taste) {
    float[] scores = little.clone();
    float[] predicted = predictor.predict(taste, known);
    for (int i = 0; i < known.length; i++) {
      scores[known[i]] = predicted[i];
    }
    return scores;
  }

  /** What a person would rate some titles, in their order. */
  List<PredictedRating> predict(Taste taste, int[] animeRows) {
    return predictor.predictEach(taste, animeRows);
  }

  @Override
  public List<Reason> reasons(Taste taste, int animeRow, int limit) {
    return reasons(taste, new int[] {animeRow}, limit).getFirst();
  }

  /**
   * What others give each title. Of all that raises the prediction above the rating of a title
   * nobody knows, its share is the part that would raise it for anybody; the rest is the person's
   * own doing, which is not divided among their titles: the prediction is not linear in these.
   */
  @Override
  public List<List<Reason>> reasons(Taste taste, int[] animeRows, int limit) {
    // All in one call: getting to know a person costs more than a prediction.
    float[] predicted = predictor.predict(taste, animeRows);
    return IntStream.range(0, animeRows.length)
        .mapToObj(i -> limit == 0 ? List.<Reason>of() : reasons(animeRows[i], predicted[i]))
        .toList();
  }

  private List<Reason> reasons(int animeRow, float predicted) {
    double others = Math.max(0, forAnybody[animeRow] - ofNothing);
    if (raters[animeRow] == 0 || others == 0) {
      return List.of();
    }
    double own = Math.max(0, predicted - forAnybody[animeRow]);
    double mean = (double) sums[animeRow] / raters[animeRow];
    var rated = new Reason.Rated(mean, raters[animeRow], others / (others + own));
    return Reason.strongest(List.of(rated), 1);
  }
}
