package osusume.recommend;

import java.util.List;
import osusume.data.Dataset;
import osusume.data.Taste;

/** Ranks titles by how many users of the data set watched them, the same for everybody. */
public final class PopularRecommender implements Recommender {
  private final Dataset data;
  private final int[] watchers;

  public PopularRecommender(Dataset data) {
    this.data = data;
    this.watchers = new int[data.catalogue().size()];
    for (int column : data.ratings().columns()) {
      watchers[column]++;
    }
  }

  @Override
  public String name() {
    return "popular";
  }

  @Override
  public boolean knows(Taste taste) {
    return true;
  }

  @Override
  public float[] score(Taste taste) {
    float[] scores = new float[watchers.length];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = watchers[row];
    }
    return scores;
  }

  /** How many watched the title; nothing speaks for one that nobody watched. */
  @Override
  public List<Reason> reasons(Taste taste, int animeRow, int limit) {
    if (watchers[animeRow] == 0 || limit == 0) {
      return List.of();
    }
    double share = (double) watchers[animeRow] / data.ratings().rowCount();
    return List.of(new Reason.Popular(watchers[animeRow], share));
  }

  /** How many users watched each title, by catalogue row. Not to be written. */
  int[] watchers() {
    return watchers;
  }
}
