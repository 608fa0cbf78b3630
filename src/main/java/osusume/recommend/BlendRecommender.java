package osusume.recommend;

import java.util.Arrays;
import java.util.List;
import osusume.data.Dataset;
import osusume.data.Taste;

/**
 * The weighted sum of the scores of other strategies and of facts about a title and a list ({@link
 * BlendFeature}), r = w₁·r₁ + … + wₙ·rₙ, with weights learned from held-out likes.
 */
public final class BlendRecommender implements Recommender {
  private final SimilarRecommender similar;
  private final PopularRecommender popular;
  private final BlendFacts facts;
  private final float[] weights;

  /**
   * @param similar fitted to the same data set
   * @throws IllegalArgumentException if the two models do not know the same titles
   */
  public BlendRecommender(Dataset data, SimilarModel similar, BlendModel blend) {
    if (!Arrays.equals(similar.animeIds(), blend.animeIds())) {
      throw new IllegalArgumentException(
          "The weights of the blend and those between titles were not learned together. Train"
              + " again.");
    }
    this.similar = new SimilarRecommender(data, similar);
    this.popular = new PopularRecommender(data);
    int[] rows = Arrays.stream(blend.animeIds()).map(id -> data.catalogue().rowOfId(id)).toArray();
    this.facts =
        new BlendFacts(data, Franchises.of(data.catalogue()), this.similar, rows, blend.together());
    this.weights = blend.weights();
  }

  @Override
  public String name() {
    return "blend";
  }

  @Override
  public boolean knows(Taste taste) {
    return similar.knows(taste);
  }

  /** Titles of which nothing is known score as low as the lowest of the others. */
  @Override
  public float[] score(Taste taste) {
    float[][] features = facts.of(taste);
    float[] known = new float[facts.rows().length];
    for (int f = 0; f < features.length; f++) {
      for (int place = 0; place < known.length; place++) {
        known[place] += weights[f] * features[f][place];
      }
    }
    float lowest = Float.POSITIVE_INFINITY;
    for (float score : known) {
      lowest = Math.min(lowest, score);
    }
    float[] scores = new float[facts.catalogueSize()];
    Arrays.fill(scores, lowest);
    for (int place = 0; place < known.length; place++) {
      scores[facts.rows()[place]] = known[place];
    }
    return scores;
  }

  /**
   * The watched titles that raised the title's score in {@code similar}, which weighs most; where
   * there is none, how many watched it.
   */
  @Override
  public List<Reason> reasons(Taste taste, int animeRow, int limit) {
    List<Reason> reasons = similar.reasons(taste, animeRow, limit);
    return reasons.isEmpty() ? popular.reasons(taste, animeRow, limit) : reasons;
  }
}
