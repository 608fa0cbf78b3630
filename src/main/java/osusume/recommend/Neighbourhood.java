package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import osusume.data.RatingMatrix;
import osusume.data.Taste;

/**
 * The people whose lists are most like a list. The score of a title is a sum over their likenesses,
 * and a likeness one over the titles of both lists; so every watched title has an exact part in it.
 */
final class Neighbourhood {
  /** How many neighbours are asked. */
  static final int SIZE = 150;

  private final PeopleRecommender people;
  private final RatingMatrix ratings;
  private final Taste taste;
  private final int[] users;

  /** How alike each of them is. */
  private final float[] alike;

  /** What made them alike; null: not worked out yet. */
  private volatile Overlap[] overlaps;

  /**
   * The titles that a neighbour and the taste share.
   *
   * @param entries of the taste
   * @param amounts what each of those adds to the likeness
   */
  private record Overlap(int[] entries, float[] amounts) {}

  /**
   * @param alike how alike every user's list is
   */
  Neighbourhood(PeopleRecommender people, Taste taste, float[] alike) {
    this.people = people;
    this.ratings = people.ratings();
    this.taste = taste;
    this.users = nearest(alike);
    this.alike = new float[users.length];
    for (int n = 0; n < users.length; n++) {
      this.alike[n] = alike[users[n]];
    }
  }

  /** The users that are most alike, of equal ones the first; nobody who is not alike at all. */
  private static int[] nearest(float[] alike) {
    int[] nearest = TopK.of(alike, SIZE);
    int count = nearest.length;
    while (count > 0 && alike[nearest[count - 1]] <= 0) {
      count--;
    }
    return Arrays.copyOf(nearest, count);
  }

  /** Their rows in the data set's ratings, the most alike first. Not to be written. */
  int[] users() {
    return users;
  }

  /** The score of every title, by catalogue row. */
  float[] score() {
    float[] scores = new float[ratings.columnCount()];
    float all = 0;
    for (int n = 0; n < users.length; n++) {
      int user = users[n];
      all += alike[n];
      for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
        scores[ratings.columns()[e]] += alike[n] * people.tasteWeight(user, ratings.values()[e]);
      }
    }
    for (int row = 0; row < scores.length && all > 0; row++) {
      scores[row] /= all;
    }
    return scores;
  }

  /** What part of a title's score comes from each entry of the taste; all 0 where there is none. */
  double[] shares(int animeRow) {
    Overlap[] known = overlaps == null ? overlaps = compared() : overlaps;
    double[] parts = new double[taste.size()];
    double sum = 0;
    for (int n = 0; n < users.length; n++) {
      int rating = ratings.at(users[n], animeRow);
      if (rating != 0) {
        float x = people.tasteWeight(users[n], rating);
        Overlap overlap = known[n];
        for (int i = 0; i < overlap.entries().length; i++) {
          parts[overlap.entries()[i]] += x * overlap.amounts()[i];
          sum += x * overlap.amounts()[i];
        }
      }
    }
    for (int entry = 0; entry < parts.length && sum > 0; entry++) {
      parts[entry] /= sum;
    }
    return parts;
  }

  private Overlap[] compared() {
    Overlap[] compared = new Overlap[users.length];
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
      int[] entries = new int[to - from];
      float[] adds = new float[to - from];
      int count = 0;
      for (int e = from; e < to; e++) {
        int row = ratings.columns()[e];
        int entry = entryOfRow[row];
        if (entry >= 0) {
          entries[count] = entry;
          adds[count++] =
              scale.of(taste, entry)
                  * people.rarity(row)
                  * people.tasteWeight(user, ratings.values()[e])
                  * people.inverseLength(user);
        }
      }
      compared[n] = new Overlap(Arrays.copyOf(entries, count), Arrays.copyOf(adds, count));
    }
    return compared;
  }

  /** See {@link PeopleRecommender#reasons(Taste, int[], int)}. */
  List<Reason> reasons(int animeRow, int limit) {
    int watched = 0;
    for (int user : users) {
      watched += ratings.at(user, animeRow) != 0 ? 1 : 0;
    }
    if (watched == 0) {
      return List.of();
    }
    List<Reason> all = new ArrayList<>(Reason.watched(taste, shares(animeRow), limit));
    all.add(new Reason.People(watched, users.length, (double) watched / users.length));
    return List.copyOf(all);
  }
}
