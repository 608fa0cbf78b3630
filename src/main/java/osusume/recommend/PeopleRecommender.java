package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
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
  /** How many neighbours are asked. */
  static final int NEIGHBOURS = 150;

  /** What is added to the watchers of a title, so that the rarest do not decide alone. */
  private static final double WATCHERS_PRIOR = 10;

  /** What is added to the length of a list, so that the shortest do not come first. */
  private static final double LENGTH_PRIOR = 2;

  /** A reason that makes up less of a score than this explains nothing. */
  private static final double SMALLEST_SHARE = 0.01;

  private final RatingMatrix ratings;
  private final RatingMatrix byTitle;
  private final TasteWeights[] scales;
  private final float[] inverseLengths;
  private final float[] rarities;

  /** Looks at every rating. */
  public PeopleRecommender(Dataset data) {
    this.ratings = data.ratings();
    this.byTitle = ratings.transpose();
    int users = ratings.rowCount();
    this.scales = new TasteWeights[users];
    this.inverseLengths = new float[users];
    for (int user = 0; user < users; user++) {
      scales[user] = TasteWeights.of(ratings, user);
      double squares = 0;
      for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
        double x = scales[user].of(ratings.values()[e]);
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

  @Override
  public String name() {
    return "people";
  }

  @Override
  public boolean knows(Taste taste) {
    for (int entry = 0; entry < taste.size(); entry++) {
      int row = taste.row(entry);
      if (taste.weight(entry) > 0 && byTitle.starts()[row + 1] > byTitle.starts()[row]) {
        return true;
      }
    }
    return false;
  }

  @Override
  public float[] score(Taste taste) {
    float[] alike = likeness(taste);
    int[] neighbours = neighbours(alike);
    float[] scores = new float[ratings.columnCount()];
    float all = 0;
    for (int user : neighbours) {
      all += alike[user];
      for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
        scores[ratings.columns()[e]] += alike[user] * scales[user].of(ratings.values()[e]);
      }
    }
    for (int row = 0; row < scores.length && all > 0; row++) {
      scores[row] /= all;
    }
    return scores;
  }

  /** How alike each user's list is; 0 for the person's own. */
  private float[] likeness(Taste taste) {
    float[] alike = new float[ratings.rowCount()];
    TasteWeights scale = TasteWeights.of(taste);
    for (int entry = 0; entry < taste.size(); entry++) {
      int row = taste.row(entry);
      float x = taste.weight(entry) * scale.of(taste.rating(entry)) * rarities[row];
      for (int e = byTitle.starts()[row]; e < byTitle.starts()[row + 1]; e++) {
        int user = byTitle.columns()[e];
        alike[user] += x * scales[user].of(byTitle.values()[e]);
      }
    }
    for (int user = 0; user < alike.length; user++) {
      alike[user] *= inverseLengths[user];
    }
    if (taste.userRow() >= 0) {
      alike[taste.userRow()] = 0;
    }
    return alike;
  }

  /** The users that are most alike, of equal ones the first; nobody who is not alike at all. */
  private static int[] neighbours(float[] alike) {
    BitSet candidates = new BitSet(alike.length);
    for (int user = 0; user < alike.length; user++) {
      candidates.set(user, alike[user] > 0);
    }
    return TopK.of(alike, new int[alike.length], candidates, NEIGHBOURS);
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
    return Arrays.stream(animeRows)
        .mapToObj(row -> neighbourhood.reasons(taste, row, limit))
        .toList();
  }

  /** Whose lists are most like a list, and what made them so. */
  Neighbourhood neighbourhood(Taste taste) {
    return new Neighbourhood(taste);
  }

  /**
   * The neighbours of one taste. The score of a title is a sum over their likenesses, and a
   * likeness one over the titles of both lists; so every watched title has an exact part in it.
   */
  final class Neighbourhood {
    private final int[] users;

    /** The entries of the taste that each neighbour has watched too. */
    private final int[][] entries;

    /** What each of those adds to the likeness. */
    private final float[][] amounts;

    private Neighbourhood(Taste taste) {
      this.users = neighbours(likeness(taste));
      this.entries = new int[users.length][];
      this.amounts = new float[users.length][];
      TasteWeights scale = TasteWeights.of(taste);
      int[] entryOfRow = new int[ratings.columnCount()];
      Arrays.fill(entryOfRow, -1);
      for (int entry = 0; entry < taste.size(); entry++) {
        entryOfRow[taste.row(entry)] = entry;
      }
      for (int n = 0; n < users.length; n++) {
        int user = users[n];
        int from = ratings.starts()[user];
        int to = ratings.starts()[user + 1];
        int[] shared = new int[to - from];
        float[] adds = new float[to - from];
        int count = 0;
        for (int e = from; e < to; e++) {
          int row = ratings.columns()[e];
          int entry = entryOfRow[row];
          if (entry >= 0) {
            shared[count] = entry;
            adds[count++] =
                taste.weight(entry)
                    * scale.of(taste.rating(entry))
                    * rarities[row]
                    * scales[user].of(ratings.values()[e])
                    * inverseLengths[user];
          }
        }
        entries[n] = Arrays.copyOf(shared, count);
        amounts[n] = Arrays.copyOf(adds, count);
      }
    }

    /**
     * Divides what the score of a title adds to something among the watched titles, by their parts
     * of that score.
     *
     * @param ofEntries what each entry of the taste adds; is added to
     */
    void divide(int animeRow, double amount, double[] ofEntries) {
      double[] parts = new double[ofEntries.length];
      double sum = 0;
      for (int n = 0; n < users.length; n++) {
        int rating = ratings.at(users[n], animeRow);
        if (rating != 0) {
          float x = scales[users[n]].of(rating);
          for (int i = 0; i < entries[n].length; i++) {
            parts[entries[n][i]] += x * amounts[n][i];
            sum += x * amounts[n][i];
          }
        }
      }
      for (int entry = 0; entry < parts.length && sum > 0; entry++) {
        ofEntries[entry] += amount * parts[entry] / sum;
      }
    }

    private List<Reason> reasons(Taste taste, int animeRow, int limit) {
      int watched = 0;
      for (int user : users) {
        watched += ratings.at(user, animeRow) != 0 ? 1 : 0;
      }
      if (watched == 0) {
        return List.of();
      }
      double[] shares = new double[taste.size()];
      divide(animeRow, 1, shares);
      List<Reason> reasons = new ArrayList<>();
      for (int entry = 0; entry < shares.length; entry++) {
        if (shares[entry] >= SMALLEST_SHARE) {
          reasons.add(new Reason.Watched(taste.row(entry), taste.rating(entry), shares[entry]));
        }
      }
      reasons.sort(Comparator.comparingDouble(Reason::share).reversed());
      List<Reason> all = new ArrayList<>(reasons.subList(0, Math.min(limit, reasons.size())));
      all.add(new Reason.People(watched, users.length, (double) watched / users.length));
      return List.copyOf(all);
    }
  }
}
