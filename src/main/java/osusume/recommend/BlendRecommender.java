package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.nmf.NmfModel;

/**
 * The weighted sum of the scores of other strategies and of facts about a title and a list ({@link
 * BlendFeature}), r = w₁·r₁ + … + wₙ·rₙ, with weights learned from held-out likes.
 */
public final class BlendRecommender implements Recommender {
  private final PopularRecommender popular;
  private final BlendFacts facts;
  private final float[] weights;
  private final Tuning tuning;

  /** Working a taste out is most of a score, and of its reasons. */
  private final LastAsked<BlendTaste> last = new LastAsked<>();

  /**
   * Looks at every rating.
   *
   * @param similar fitted to the same data set
   * @param nmf fitted to the same data set
   * @throws IllegalArgumentException if {@code similar} and {@code blend} do not know the same
   *     titles
   */
  public BlendRecommender(DatasetFacts data, SimilarModel similar, NmfModel nmf, BlendModel blend) {
    if (!Arrays.equals(similar.animeIds(), blend.animeIds())) {
      throw new IllegalArgumentException(
          "The weights of the blend and those between titles were not learned together. Train"
              + " again.");
    }
    Catalogue catalogue = data.data().catalogue();
    this.popular = new PopularRecommender(data.data());
    int[] rows = Arrays.stream(blend.animeIds()).map(catalogue::rowOfId).toArray();
    this.facts =
        new BlendFacts(
            data, new SimilarRecommender(data.data(), similar), nmf, rows, blend.together());
    this.weights = blend.weights();
    this.tuning = Tuning.NONE;
  }

  private BlendRecommender(BlendRecommender other, float[] weights, Tuning tuning) {
    this.popular = other.popular;
    this.facts = other.facts;
    this.weights = weights;
    this.tuning = tuning;
  }

  @Override
  public String name() {
    return "blend";
  }

  @Override
  public Recommender tuned(Tuning wanted) {
    if (wanted.equals(tuning)) {
      return this;
    }
    float[] turned = weights.clone();
    for (BlendFeature feature : BlendFeature.values()) {
      turned[feature.ordinal()] *= (float) wanted.weights().of(feature.part());
    }
    return new BlendRecommender(this, turned, wanted);
  }

  /**
   * Of a list on which everything speaks against its like enough is known: most features are about
   * the titles alone, and what is like those on the list is lowered.
   */
  @Override
  public boolean knows(Taste taste) {
    return IntStream.range(0, taste.size()).anyMatch(entry -> facts.place(taste.row(entry)) >= 0);
  }

  private BlendTaste asked(Taste taste) {
    return last.of(taste, asked -> facts.of(asked, tuning));
  }

  /** Titles of which nothing is known score as low as the lowest of the others. */
  @Override
  public float[] score(Taste taste) {
    BlendTaste asked = asked(taste);
    float[][] features = asked.features();
    float[] known = asked.against().clone();
    for (int f = 0; f < features.length; f++) {
      addScaled(weights[f], features[f], known);
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

  /** Not that of the kernels, whose last digits depend on the machine. */
  private static void addScaled(float weight, float[] feature, float[] scores) {
    for (int place = 0; place < scores.length; place++) {
      scores[place] += weight * feature[place];
    }
  }

  @Override
  public List<Reason> reasons(Taste taste, int animeRow, int limit) {
    return reasons(taste, new int[] {animeRow}, limit).getFirst();
  }

  /** As {@link BlendReasons} divides the score; of an unknown title how many watched it. */
  @Override
  public List<List<Reason>> reasons(Taste taste, int[] animeRows, int limit) {
    var reasons = new BlendReasons(facts, weights, asked(taste));
    List<List<Reason>> all = new ArrayList<>(animeRows.length);
    for (int row : animeRows) {
      int place = facts.place(row);
      all.add(place < 0 ? popular.reasons(taste, row, limit) : reasons.of(place, limit));
    }
    return all;
  }
}
