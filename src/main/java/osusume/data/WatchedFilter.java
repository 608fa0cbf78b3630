package osusume.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Which titles of one person's list are wanted. Other than in a {@link RatingFilter}, a title
 * without a rating is no number here: to ask for less than 7 does not bring the unrated ones along.
 *
 * @param rating which ratings
 * @param unratedToo whether titles without a rating are wanted too
 */
public record WatchedFilter(NumberRange rating, boolean unratedToo) {
  /** Wants everything. */
  public static final WatchedFilter ALL = new WatchedFilter(NumberRange.ANY, true);

  /** What of a taste is wanted, in the catalogue's order. */
  public List<Watched> of(Catalogue catalogue, Taste taste) {
    List<Watched> wanted = new ArrayList<>();
    for (int entry = 0; entry < taste.size(); entry++) {
      Watched title = new Watched(catalogue.anime(taste.row(entry)), taste.rating(entry));
      if (title.rated() ? rating.contains(title.rating()) : unratedToo) {
        wanted.add(title);
      }
    }
    return wanted;
  }
}
