package osusume.recommend;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person would rate a title: "you would rate it 8.4 ± 0.9".
 *
 * @param rating 1 to 10
 * @param plusMinus two out of three ratings that people give in such a case lie no further away
 */
public record PredictedRating(double rating, double plusMinus) {
  /**
   * Of several titles.
   *
   * @param ratings one a title
   * @param halfWidths the ± of each
   */
  public static List<PredictedRating> each(float[] ratings, float[] halfWidths) {
    List<PredictedRating> each = new ArrayList<>(ratings.length);
    for (int i = 0; i < ratings.length; i++) {
      each.add(new PredictedRating(ratings[i], halfWidths[i]));
    }
    return each;
  }
}
