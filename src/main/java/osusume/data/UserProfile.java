package osusume.data;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * What can be read off a list without looking at anybody else's.
 *
 * @param watched how many titles they watched
 * @param rated how many of those they rated
 * @param histogram how often they gave 1, 2, …, 10 (index 0 is a 1)
 * @param aboveCommunity mean of their rating less MyAnimeList's, over titles that have both; NaN
 *     where there is none
 */
public record UserProfile(int watched, int rated, int[] histogram, double aboveCommunity) {
  /** Reads the profile off a taste. */
  public static UserProfile of(Catalogue catalogue, Taste taste) {
    int[] histogram = new int[10];
    int rated = 0;
    var difference = new SummaryStatistics();
    for (int entry = 0; entry < taste.size(); entry++) {
      int rating = taste.rating(entry);
      if (rating > 0) {
        rated++;
        histogram[rating - 1]++;
        double community = catalogue.anime(taste.row(entry)).rating();
        if (!Double.isNaN(community)) {
          difference.addValue(rating - community);
        }
      }
    }
    return new UserProfile(taste.size(), rated, histogram, difference.getMean());
  }
}
