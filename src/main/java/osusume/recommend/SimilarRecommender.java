package osusume.recommend;

import java.util.List;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.linalg.SparseFloats;

/**
 * Ranks titles by what goes with the titles a person watched: the score of a title j is Σ xᵢ·Bᵢⱼ
 * over the watched titles i, with {@link TasteWeights} x and the weights B of {@link SimilarModel}.
 * A sum, so the part of each watched title in a score is exact.
 */
public final class SimilarRecommender implements Recommender {
  private final SparseFloats weights;
  private final ModelTitles titles;

  /**
   * @throws IllegalArgumentException if the model knows a title that the catalogue lacks
   */
  public SimilarRecommender(Dataset data, SimilarModel model) {
    this.weights = model.weights();
    this.titles = new ModelTitles(data.catalogue(), model.animeIds(), "The weights between titles");
  }

  @Override
  public String name() {
    return "similar";
  }

  @Override
  public boolean knows(Taste taste) {
    return titles.holdAnyFor(taste);
  }

  /** Titles of which nothing is known score as low as the lowest of the others. */
  @Override
  public float[] score(Taste taste) {
    float[] known = new float[titles.count()];
    TasteWeights scale = TasteWeights.of(taste);
    for (int entry = 0; entry < taste.size(); entry++) {
      int place = titles.place(taste.row(entry));
      if (place >= 0) {
        float x = scale.of(taste, entry);
        for (int e = weights.starts()[place]; e < weights.starts()[place + 1]; e++) {
          known[weights.columns()[e]] += x * weights.values()[e];
        }
      }
    }
    float lowest = 0;
    for (float score : known) {
      lowest = Math.min(lowest, score);
    }
    return titles.byCatalogueRow(known, lowest);
  }

  /**
   * Takes the score of each known title apart. Of the entries that speak for titles like them: what
   * they add together, the most that a single one adds, and what some of them take away. Of those
   * that speak against: what they take away.
   *
   * @param scale of the taste
   * @param sum of each known title
   * @param most of each known title; at least 0
   * @param taken of each known title; at most 0
   * @param against of each known title; at most 0
   */
  void takeApart(
      Taste taste, TasteWeights scale, float[] sum, float[] most, float[] taken, float[] against) {
    for (int entry = 0; entry < taste.size(); entry++) {
      int place = titles.place(taste.row(entry));
      float x = place < 0 ? 0 : scale.of(taste, entry);
      int from = place < 0 ? 0 : weights.starts()[place];
      int to = place < 0 ? 0 : weights.starts()[place + 1];
      for (int e = from; e < to && x < 0; e++) {
        against[weights.columns()[e]] += Math.min(0, x * weights.values()[e]);
      }
      for (int e = from; e < to && x > 0; e++) {
        int column = weights.columns()[e];
        float part = x * weights.values()[e];
        sum[column] += part;
        most[column] = Math.max(most[column], part);
        taken[column] += Math.min(0, part);
      }
    }
  }

  /** The watched titles that raised a title's score, by their part of everything that raised it. */
  @Override
  public List<Reason> reasons(Taste taste, int animeRow, int limit) {
    return Reason.watched(taste, contributions(taste, animeRow), limit);
  }

  /**
   * How much each entry of a taste adds to the score of a title; below zero where it speaks against
   * it. The sum is the score; all zero for a title of which nothing is known.
   */
  public double[] contributions(Taste taste, int animeRow) {
    double[] parts = new double[taste.size()];
    int column = titles.place(animeRow);
    TasteWeights scale = TasteWeights.of(taste);
    for (int entry = 0; entry < parts.length && column >= 0; entry++) {
      int place = titles.place(taste.row(entry));
      if (place >= 0) {
        parts[entry] = (double) scale.of(taste, entry) * weights.at(place, column);
      }
    }
    return parts;
  }
}
