package osusume.ui.recommend;

import osusume.data.AnimeFilter;
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
  Request request(Whom whom, AnimeFilter filter, TakenOut takenOut) {
    // Chosen titles are nobody's list, so there is no rating to rank by.
    Aim possible = whom instanceof Whom.Like ? Aim.WATCH : aim;
    Request.Builder request = Request.of(whom.taste(), strategy);
    whom.companion().ifPresent(companion -> request.with(companion.taste()));
    return request
        .k(k)
        .filter(filter)
        .aim(possible)
        .novelty(novelty)
        .diversity(diversity)
        .franchises(franchises)
        .weights(weights)
        .takenOut(takenOut)
        .build();
  }
}
