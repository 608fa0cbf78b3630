package osusume.evaluate;

import osusume.data.Taste;
import osusume.recommend.Recommender;
import osusume.recommend.rating.RatingModel;

/** A fitted strategy as the tests see it: something that gives titles numbers. */
sealed interface Contestant {
  /** One number for each of some titles, larger is better. */
  float[] numbers(Taste taste, int[] animeRows);

  /**
   * A strategy that ranks.
   *
   * @param popular what stands in where the strategy knows nothing of a taste, as in every answer
   */
  record Ranker(Recommender recommender, Recommender popular) implements Contestant {
    /** One number a catalogue row. */
    float[] scores(Taste taste) {
      float[] scores = (recommender.knows(taste) ? recommender : popular).score(taste);
      for (float score : scores) {
        if (Float.isNaN(score)) {
          throw new IllegalStateException(
              "The strategy " + recommender.name() + " gave a score that is not a number.");
        }
      }
      return scores;
    }

    @Override
    public float[] numbers(Taste taste, int[] animeRows) {
      float[] scores = scores(taste);
      float[] picked = new float[animeRows.length];
      for (int i = 0; i < picked.length; i++) {
        picked[i] = scores[animeRows[i]];
      }
      return picked;
    }
  }

  /** A strategy that predicts ratings. */
  record Rater(String name, RatingModel model) implements Contestant {
    @Override
    public float[] numbers(Taste taste, int[] animeRows) {
      float[] predicted = model.predict(taste, animeRows);
      for (float rating : predicted) {
        if (Float.isNaN(rating)) {
          throw new IllegalStateException(
              "The strategy " + name + " predicted a rating that is not a number.");
        }
      }
      return predicted;
    }
  }
}
