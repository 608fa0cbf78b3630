package osusume.recommend;

import osusume.data.AnimeFilter;
import osusume.data.Taste;

/**
 * What is asked of the recommender, by whatever door.
 *
 * @param taste for whom
 * @param strategy name of the strategy ({@code group}, {@code mix})
 * @param k how many titles at the most
 * @param filter which titles are wanted; acts before the cut to k
 * @param franchises whether one story is one row; accepted, and without effect until franchises are
 *     known
 */
public record Request(Taste taste, String strategy, int k, AnimeFilter filter, boolean franchises) {
  /** What {@code k} is unless told otherwise. */
  public static final int DEFAULT_K = 5;

  public Request {
    if (k < 1) {
      throw new IllegalArgumentException("k is " + k + ", but at least 1 title must be asked for.");
    }
  }
}
