package osusume.ui.recommend;

import osusume.app.Opened;
import osusume.recommend.Recommendation;

/**
 * One row of the list.
 *
 * @param opened what the recommendation speaks of
 * @param relativeWeight its weight as a part of the largest one's, 0 to 1
 */
record RecommendationRow(Opened opened, Recommendation recommendation, double relativeWeight) {
  int animeRow() {
    return recommendation.animeRow();
  }
}
