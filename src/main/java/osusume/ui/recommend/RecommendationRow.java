package osusume.ui.recommend;

import osusume.app.Opened;
import osusume.recommend.Recommendation;

/**
 * One row of the list.
 *
 * @param opened what the recommendation speaks of
 * @param relativeWeight its weight as a part of the largest one's, 0 to 1
 * @param weightDigits decimals that weights of this list are shown with: none where they are counts
 */
record RecommendationRow(
    Opened opened, Recommendation recommendation, double relativeWeight, int weightDigits) {
  int animeRow() {
    return recommendation.animeRow();
  }
}
