package osusume.recommend;

import java.util.ArrayList;
import java.util.List;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.nmf.NmfModel;

/**
 * Groups weighed by the person's whole row of {@code W}: the score of a title is its entry of
 * {@code w·H}.
 */
public final class MixRecommender implements Recommender {
  private final NmfModel model;
  private final NmfTaste tastes;

  public MixRecommender(Dataset data, NmfModel model) {
    this.model = model;
    this.tastes = new NmfTaste(data, model);
  }

  private MixRecommender(NmfModel model, NmfTaste tastes) {
    this.model = model;
    this.tastes = tastes;
  }

  /**
   * @throws IllegalArgumentException if a group that was taken out does not exist, or all are
   */
  @Override
  public MixRecommender tuned(Tuning tuning) {
    return tuning.groupsOut().isEmpty()
        ? this
        : new MixRecommender(model, tastes.without(tuning.groupsOut()));
  }

  @Override
  public String name() {
    return "mix";
  }

  @Override
  public boolean knows(Taste taste) {
    return model.groupOf(tastes.factors(taste)) >= 0;
  }

  @Override
  public boolean needsRatings() {
    return true;
  }

  @Override
  public float[] score(Taste taste) {
    return tastes.byCatalogueRow(model.mixScores(tastes.factors(taste)));
  }

  @Override
  public List<Reason> reasons(Taste taste, int animeRow, int limit) {
    return reasons(taste, new int[] {animeRow}, limit).getFirst();
  }

  @Override
  public List<List<Reason>> reasons(Taste taste, int[] animeRows, int limit) {
    float[] factors = tastes.factors(taste);
    NmfTaste.WatchedReasons watched = tastes.watchedReasons(taste);
    List<List<Reason>> all = new ArrayList<>(animeRows.length);
    for (int row : animeRows) {
      List<Reason> reasons = new ArrayList<>(tastes.groupReasons(factors, row, limit));
      reasons.addAll(watched.of(row, limit));
      all.add(Reason.strongest(reasons, limit));
    }
    return all;
  }

  /** The share of each taste group in the score of a title, the largest first. */
  List<Reason> groupReasons(Taste taste, int animeRow) {
    return tastes.groupReasons(tastes.factors(taste), animeRow, Integer.MAX_VALUE);
  }
}
