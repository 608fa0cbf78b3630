package osusume.ui.recommend;

import osusume.app.Opened;
import osusume.data.Anime;
import osusume.recommend.Recommendation;

/**
 * One row of the list.
 *
 * @param own whether it is for the person at the keyboard, who is spoken to
 * @param opened what the recommendation speaks of
 * @param relativeWeight its weight as a part of the largest one's, 0 to 1
 * @param weightDigits decimals that weights of this list are shown with: none where they are counts
 */
record RecommendationRow(
    boolean own,
    Opened opened,
    Recommendation recommendation,
    double relativeWeight,
    int weightDigits) {
  int animeRow() {
    return recommendation.animeRow();
  }

  /** The title itself. */
  Anime anime() {
    return opened.data().catalogue().anime(animeRow());
  }
}
