package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import osusume.data.Catalogue;
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
  private final int[] rows;
  private final int[] places;

  /**
   * @throws IllegalArgumentException if the model knows a title that the catalogue lacks
   */
  public SimilarRecommender(Dataset data, SimilarModel model) {
    Catalogue catalogue = data.catalogue();
    this.weights = model.weights();
    this.rows = new int[model.animeIds().length];
    for (int place = 0; place < rows.length; place++) {
      rows[place] = catalogue.rowOfId(model.animeIds()[place]);
      if (rows[place] < 0) {
        throw new IllegalArgumentException(
            "The weights between titles know a title with id %d, which the open data set lacks."
                .formatted(model.animeIds()[place]));
      }
    }
    this.places = KnownTitles.places(rows, catalogue.size());
  }

  @Override
  public String name() {
    return "similar";
  }

  @Override
  public boolean knows(Taste taste) {
    for (int entry = 0; entry < taste.size(); entry++) {
      if (places[taste.row(entry)] >= 0 && taste.weight(entry) > 0) {
        return true;
      }
    }
    return false;
  }

  /** Titles of which nothing is known score as low as the lowest of the others. */
  @Override
  public float[] score(Taste taste) {
    float[] known = new float[rows.length];
    TasteWeights scale = TasteWeights.of(taste);
    for (int entry = 0; entry < taste.size(); entry++) {
      int place = places[taste.row(entry)];
      if (place >= 0) {
        float x = taste.weight(entry) * scale.of(taste.rating(entry));
        for (int e = weights.starts()[place]; e < weights.starts()[place + 1]; e++) {
          known[weights.columns()[e]] += x * weights.values()[e];
        }
      }
    }
    float lowest = 0;
    for (float score : known) {
      lowest = Math.min(lowest, score);
    }
    float[] scores = new float[places.length];
    Arrays.fill(scores, lowest);
    for (int place = 0; place < rows.length; place++) {
      scores[rows[place]] = known[place];
    }
    return scores;
  }

  /**
   * For each known title the most that a single watched title adds to it, and what watched titles
   * take from it.
   *
   * @param most of each known title; at least 0
   * @param against of each known title; at most 0
   */
  void extremes(Taste taste, float[] most, float[] against) {
    TasteWeights scale = TasteWeights.of(taste);
    for (int entry = 0; entry < taste.size(); entry++) {
      int place = places[taste.row(entry)];
      if (place >= 0) {
        float x = taste.weight(entry) * scale.of(taste.rating(entry));
        for (int e = weights.starts()[place]; e < weights.starts()[place + 1]; e++) {
          int column = weights.columns()[e];
          float part = x * weights.values()[e];
          most[column] = Math.max(most[column], part);
          against[column] += Math.min(0, part);
        }
      }
    }
  }

  /** The watched titles that raised a title's score, by their part of everything that raised it. */
  @Override
  public List<Reason> reasons(Taste taste, int animeRow, int limit) {
    double[] parts = contributions(taste, animeRow);
    double raised = 0;
    for (double part : parts) {
      raised += Math.max(0, part);
    }
    List<Reason> reasons = new ArrayList<>();
    for (int entry = 0; entry < parts.length; entry++) {
      if (parts[entry] > 0) {
        reasons.add(
            new Reason.Watched(taste.row(entry), taste.rating(entry), parts[entry] / raised));
      }
    }
    return Reason.strongest(reasons, limit);
  }

  /**
   * How much each entry of a taste adds to the score of a title; below zero where it speaks against
   * it. The sum is the score; all zero for a title of which nothing is known.
   */
  public double[] contributions(Taste taste, int animeRow) {
    double[] parts = new double[taste.size()];
    int column = places[animeRow];
    TasteWeights scale = TasteWeights.of(taste);
    for (int entry = 0; entry < parts.length && column >= 0; entry++) {
      int place = places[taste.row(entry)];
      if (place >= 0) {
        parts[entry] =
            (double) taste.weight(entry)
                * scale.of(taste.rating(entry))
                * weights.at(place, column);
      }
    }
    return parts;
  }
}
