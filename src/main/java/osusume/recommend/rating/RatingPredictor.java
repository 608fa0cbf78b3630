package osusume.recommend.rating;

import java.util.List;
import osusume.data.Taste;
import osusume.recommend.PredictedRating;

/** A rating model that also knows how far it may be off: "you would rate it 8.4 ± 0.9". */
public interface RatingPredictor extends RatingModel {
  /** So many of the ratings that people give lie within ± the half-width: two out of three. */
  double COVERAGE = 2 / 3.0;

  /**
   * The ± behind each prediction of {@link #predict}: {@link #COVERAGE} of the ratings people give
   * to titles like this, and who rated as much as this person, lie no further away. Measured on
   * ratings that were held out.
   *
   * @return one number above zero a row asked for
   */
  float[] halfWidths(Taste taste, int[] animeRows);

  /** What a person would rate some titles, in their order, each with its ±. */
  default List<PredictedRating> predictEach(Taste taste, int[] animeRows) {
    return PredictedRating.each(predict(taste, animeRows), halfWidths(taste, animeRows));
  }

  /** What a person would rate a title of which nothing is known, not even that it exists. */
  float ofUnknownTitle(Taste taste);
}
