package osusume.ui.recommend;

import osusume.data.AnimeFilter;
import osusume.data.Taste;
import osusume.recommend.Aim;
import osusume.recommend.BlendWeights;
import osusume.recommend.Request;
import osusume.recommend.TakenOut;

/**
 * What a person can choose about an answer besides the filter; see {@link Request}.
 *
 * @param halfLifeYears after how many years a rating of the person at the keyboard counts half; 0:
 *     all count alike
 */
record AnswerOptions(
    String strategy,
    int k,
    Aim aim,
    double novelty,
    double diversity,
    boolean franchises,
    BlendWeights weights,
    int halfLifeYears) {
  Request request(Taste taste, AnimeFilter filter, TakenOut takenOut) {
    return Request.of(taste, strategy)
        .k(k)
        .filter(filter)
        .aim(aim)
        .novelty(novelty)
        .diversity(diversity)
        .franchises(franchises)
        .weights(weights)
        .takenOut(takenOut)
        .build();
  }
}
