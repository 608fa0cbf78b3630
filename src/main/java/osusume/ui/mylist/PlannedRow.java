package osusume.ui.mylist;

import osusume.app.Opened;
import osusume.data.Anime;
import osusume.mylist.ListTitle;
import osusume.recommend.Recommendation;

/**
 * A planned title in its place.
 *
 * @param opened what the recommendation speaks of
 */
record PlannedRow(Opened opened, Recommendation recommendation, ListTitle title) {
  Anime anime() {
    return title.anime();
  }
}
