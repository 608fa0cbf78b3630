package osusume.ui.recommend;

import osusume.app.Opened;
import osusume.data.Anime;
import osusume.recommend.Recommendation;

/**
 * One row of the list.
 *
 * @param whom for whom it is
 * @param opened what the recommendation speaks of
 * @param relativeWeight its weight as a part of the largest one's, 0 to 1
 * @param weightDigits decimals that weights of this list are shown with: none where they are counts
 */
record RecommendationRow(
    Whom whom,
    Opened opened,
    Recommendation recommendation,
    double relativeWeight,
    int weightDigits) {
  int animeRow() {
    return recommendation.animeRow();
  }

  /** Whether it is for the person at the keyboard, who is spoken to. */
  boolean own() {
    return whom.isMe();
  }

  /** The title itself. */
  Anime anime() {
    return opened.data().catalogue().anime(animeRow());
  }
}
