package osusume.recommend;

/** Why a title was recommended: a part of its score and where that part comes from. */
public sealed interface Reason {
  /**
   * The part of the score that this reason makes up; shares of one title's reasons of one kind sum
   * to at most 1.
   */
  double share();

  /**
   * A taste group the person belongs to.
   *
   * @param group index of the group, 0 is the first
   */
  record Group(int group, double share) implements Reason {}

  /**
   * A title on the person's own list.
   *
   * @param animeRow its catalogue row
   * @param rating what they gave it, 1 to 10, or −1: watched, not rated
   */
  record Watched(int animeRow, int rating, double share) implements Reason {}

  /**
   * The title is here because many watch it.
   *
   * @param watchers how many users of the data set watched it
   * @param share its part of the score; where the score is nothing else, {@code watchers} as a part
   *     of all users
   */
  record Popular(int watchers, double share) implements Reason {}

  /**
   * People with a like list watched the title.
   *
   * @param watchers how many of them
   * @param people how many were asked
   */
  record People(int watchers, int people, double share) implements Reason {}

  /**
   * The title is rated well by others.
   *
   * @param mean their mean rating, 1 to 10
   * @param raters how many users of the data set rated it
   */
  record Rated(double mean, int raters, double share) implements Reason {}

  /**
   * The title is the kind that the person chooses.
   *
   * @param habit which habit speaks for it
   * @param value what it has that the habit is about: a genre, a type; or empty
   */
  record Choice(Habit habit, String value, double share) implements Reason {}
}
