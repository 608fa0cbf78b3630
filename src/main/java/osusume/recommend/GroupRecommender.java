package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.nmf.NmfModel;

/**
 * The documented rule: the person's group is the column where their row of {@code W} is largest
 * (the rows of {@code H} having unit length), and that group's row of {@code H} ranks the titles.
 */
public final class GroupRecommender implements Recommender {
  private final NmfModel model;
  private final NmfTaste tastes;

  /** Of each group the scores by catalogue row, which all answers of the group share. */
  private final float[][] scores;

  public GroupRecommender(Dataset data, NmfModel model) {
    this.model = model;
    this.tastes = new NmfTaste(data, model);
    this.scores = new float[model.components()][];
    Arrays.setAll(scores, group -> tastes.byCatalogueRow(model.groupScores(group)));
  }

  private GroupRecommender(NmfModel model, NmfTaste tastes, float[][] scores) {
    this.model = model;
    this.tastes = tastes;
    this.scores = scores;
  }

  /**
   * @throws IllegalArgumentException if a group that was taken out does not exist, or all are
   */
  @Override
  public Recommender tuned(Tuning tuning) {
    return tuning.groupsOut().isEmpty()
        ? this
        : new GroupRecommender(model, tastes.without(tuning.groupsOut()), scores);
  }

  @Override
  public String name() {
    return "group";
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
    int group = model.groupOf(tastes.factors(taste));
    return group < 0 ? tastes.byCatalogueRow(new float[model.animeCount()]) : scores[group];
  }

  @Override
  public List<Reason> reasons(Taste taste, int animeRow, int limit) {
    return reasons(taste, new int[] {animeRow}, limit).getFirst();
  }

  @Override
  public List<List<Reason>> reasons(Taste taste, int[] animeRows, int limit) {
    float[] factors = tastes.factors(taste);
    int group = model.groupOf(factors);
    if (group < 0) {
      return Collections.nCopies(animeRows.length, List.of());
    }
    float[] alone = new float[factors.length];
    alone[group] = factors[group];
    // What ties the taste to its group is the same for every title.
    List<Reason> liked = tastes.likedInGroup(taste, group, limit);
    List<List<Reason>> all = new ArrayList<>(animeRows.length);
    for (int row : animeRows) {
      List<Reason> reasons = new ArrayList<>(tastes.groupReasons(alone, row, 1));
      reasons.addAll(liked);
      all.add(Reason.strongest(reasons, limit));
    }
    return all;
  }
}
