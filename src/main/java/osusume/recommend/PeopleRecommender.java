package osusume.recommend;

import java.util.Arrays;
import java.util.List;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;
import osusume.data.Taste;

/**
 * User-based nearest neighbours: what the people whose lists are most like a list watched
 * (Herlocker et al. 1999, "An Algorithmic Framework for Performing Collaborative Filtering"). Two
 * lists are as alike as the sum over the titles of both of the product of their {@link
 * TasteWeights}, rare titles counting more (1 / √(nᵢ + 10)), by the length of the other list. The
 * score of a title is the mean of its taste weights among the neighbours, by likeness.
 */
public final class PeopleRecommender implements Recommender {
  /** What is added to the watchers of a title, so that the rarest do not decide alone. */
  private static final double WATCHERS_PRIOR = 10;

  /** What is added to the length of a list, so that the shortest do not come first. */
  private static final double LENGTH_PRIOR = 2;

  /** A rating is {@link RatingMatrix#UNRATED} or 0 to 10. */
  private static final int RATINGS = 12;

  /** So many users' taste weights are 200 KB. */
  private static final int USERS_AT_ONCE = 4096;

  private final RatingMatrix ratings;
  private final RatingMatrix byTitle;

  /** What each rating of each user says: a likeness is summed over millions of them. */
  private final float[] tasteWeights;

  private final float[] inverseLengths;
  private final float[] rarities;

  private final LastAsked<Neighbourhood> last = new LastAsked<>();

  /** Looks at every rating. */
  public PeopleRecommender(Dataset data) {
    this.ratings = data.ratings();
    this.byTitle = ratings.transpose();
    int users = ratings.rowCount();
    this.tasteWeights = new float[users * RATINGS];
    this.inverseLengths = new float[users];
    for (int user = 0; user < users; user++) {
      TasteWeights scale = TasteWeights.of(ratings, user);
      for (int rating = RatingMatrix.UNRATED; rating <= 10; rating++) {
        tasteWeights[place(user, rating)] = scale.of(rating);
      }
      double squares = 0;
      for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
        double x = tasteWeight(user, ratings.values()[e]);
        squares += x * x;
      }
      inverseLengths[user] = (float) (1 / (Math.sqrt(squares) + LENGTH_PRIOR));
    }
    this.rarities = new float[ratings.columnCount()];
    for (int row = 0; row < rarities.length; row++) {
      int watchers = byTitle.starts()[row + 1] - byTitle.starts()[row];
      rarities[row] = (float) (1 / Math.sqrt(watchers + WATCHERS_PRIOR));
    }
  }

  private static int place(int user, int rating) {
    return user * RATINGS + rating - RatingMatrix.UNRATED;
  }

  RatingMatrix ratings() {
    return ratings;
  }

  /** What a rating of a user says for its title ({@link TasteWeights}). */
  float tasteWeight(int user, int rating) {
    return tasteWeights[place(user, rating)];
  }

  /** The reciprocal length of a user's list, as likenesses are divided by it. */
  float inverseLength(int user) {
    return inverseLengths[user];
  }

  /** How much sharing a title counts. */
  float rarity(int animeRow) {
    return rarities[animeRow];
  }

  @Override
  public String name() {
    return "people";
  }

  @Override
  public boolean knows(Taste taste) {
    TasteWeights scale = TasteWeights.of(taste);
    for (int entry = 0; entry < taste.size(); entry++) {
      int row = taste.row(entry);
      if (!scale.against(taste, entry) && byTitle.starts()[row + 1] > byTitle.starts()[row]) {
        return true;
      }
    }
    return false;
  }

  @Override
  public float[] score(Taste taste) {
    return neighbourhood(taste).score();
  }

  @Override
  public List<Reason> reasons(Taste taste, int animeRow, int limit) {
    return reasons(taste, new int[] {animeRow}, limit).getFirst();
  }

  /**
   * The watched titles that made the neighbours who watched a title alike, each with its part of
   * the score, and how many of the neighbours those are.
   */
  @Override
  public List<List<Reason>> reasons(Taste taste, int[] animeRows, int limit) {
    Neighbourhood neighbourhood = neighbourhood(taste);
    return Arrays.stream(animeRows).mapToObj(row -> neighbourhood.reasons(row, limit)).toList();
  }

  /** Whose lists are most like a list. */
  Neighbourhood neighbourhood(Taste taste) {
    return last.of(taste, asked -> new Neighbourhood(this, asked, likeness(asked)));
  }

  /**
   * How alike each user's list is; 0 for the person's own. Every watcher of every title of the list
   * is looked at, a block of users after the other, so that what is known of these stays in the
   * cache; each user's sum is added up in the order of the list all the same.
   */
  private float[] likeness(Taste taste) {
    float[] alike = new float[ratings.rowCount()];
    float[] says = new float[taste.size()];
    int[] next = new int[taste.size()];
    TasteWeights scale = TasteWeights.of(taste);
    for (int entry = 0; entry < says.length; entry++) {
      int row = taste.row(entry);
      says[entry] = scale.of(taste, entry) * rarities[row];
      next[entry] = byTitle.starts()[row];
    }
    for (int first = 0; first < alike.length; first += USERS_AT_ONCE) {
      for (int entry = 0; entry < says.length; entry++) {
        int row = taste.row(entry);
        next[entry] = addUp(row, says[entry], next[entry], first + USERS_AT_ONCE, alike);
      }
    }
    for (int user = 0; user < alike.length; user++) {
      alike[user] *= inverseLengths[user];
    }
    if (taste.ownRow() >= 0) {
      alike[taste.ownRow()] = 0;
    }
    return alike;
  }

  /**
   * Adds a title to the likeness of some of its watchers.
   *
   * @param from the first watcher that is looked at
   * @param endUser the first user who is not
   * @return the first watcher that is not
   */
  private int addUp(int animeRow, float says, int from, int endUser, float[] alike) {
    int[] users = byTitle.columns();
    byte[] given = byTitle.values();
    float[] weights = tasteWeights;
    int end = byTitle.starts()[animeRow + 1];
    int e = from;
    for (; e < end && users[e] < endUser; e++) {
      int user = users[e];
      alike[user] += says * weights[place(user, given[e])];
    }
    return e;
  }
}
