package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.Taste;
import osusume.linalg.Kernels;
import osusume.nmf.FoldIn;

/**
 * Several factorisations, each of a sample of the users, asked together: the score of a title is
 * the mean of its scores. Everybody is folded in, with the {@link TasteWeights} of their titles;
 * what each watched title adds to a score is known exactly.
 */
public final class BaggedRecommender implements Recommender {
  /** Columns whose scores are summed at once, so that they stay in the fastest cache. */
  private static final int BLOCK = 2048;

  private final float[][] h;
  private final FoldIn[] foldIns;
  private final int components;
  private final int[] rows;
  private final int[] places;

  /**
   * @throws IllegalArgumentException if the model knows a title that the catalogue lacks
   */
  public BaggedRecommender(Dataset data, BaggedModel model) {
    Catalogue catalogue = data.catalogue();
    this.h = model.h();
    this.components = model.components();
    this.rows = new int[model.animeIds().length];
    for (int place = 0; place < rows.length; place++) {
      rows[place] = catalogue.rowOfId(model.animeIds()[place]);
      if (rows[place] < 0) {
        throw new IllegalArgumentException(
            "The sampled taste groups know a title with id %d, which the open data set lacks."
                .formatted(model.animeIds()[place]));
      }
    }
    this.places = KnownTitles.places(rows, catalogue.size());
    this.foldIns =
        Arrays.stream(h)
            .map(bag -> new FoldIn(bag, components, rows.length))
            .toArray(FoldIn[]::new);
  }

  @Override
  public String name() {
    return "bagged";
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

  /** Titles of which nothing is known score 0, which is the lowest there is. */
  @Override
  public float[] score(Taste taste) {
    Watches watches = watches(taste);
    float[][] factors = new float[h.length][];
    Arrays.setAll(factors, bag -> foldIns[bag].fold(watches.columns, watches.values));
    float[] known = new float[rows.length];
    Kernels kernels = Kernels.best();
    for (int from = 0; from < known.length; from += BLOCK) {
      int length = Math.min(BLOCK, known.length - from);
      for (int bag = 0; bag < h.length; bag++) {
        for (int c = 0; c < components; c++) {
          float factor = factors[bag][c] / h.length;
          if (factor != 0) {
            kernels.addScaled(factor, h[bag], c * rows.length + from, known, from, length);
          }
        }
      }
    }
    float[] scores = new float[places.length];
    for (int place = 0; place < rows.length; place++) {
      scores[rows[place]] = known[place];
    }
    return scores;
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
   * How much each entry of a taste adds to the score of a title ({@link FoldIn#contributions}); the
   * sum is the score. All zero for a title of which nothing is known.
   */
  double[] contributions(Taste taste, int animeRow) {
    double[] parts = new double[taste.size()];
    int column = places[animeRow];
    if (column >= 0) {
      Watches watches = watches(taste);
      for (FoldIn foldIn : foldIns) {
        double[] ofBag = foldIn.contributions(watches.columns, watches.values, column);
        for (int entry = 0; entry < parts.length; entry++) {
          parts[entry] += ofBag[entry] / h.length;
        }
      }
    }
    return parts;
  }

  /** A taste as columns of the model, −1 for a title it does not know. */
  private record Watches(int[] columns, float[] values) {}

  private Watches watches(Taste taste) {
    int[] columns = new int[taste.size()];
    float[] values = new float[taste.size()];
    TasteWeights scale = TasteWeights.of(taste);
    for (int entry = 0; entry < columns.length; entry++) {
      columns[entry] = places[taste.row(entry)];
      values[entry] = taste.weight(entry) * BaggedTraining.entry(scale, taste.rating(entry));
    }
    return new Watches(columns, values);
  }
}
