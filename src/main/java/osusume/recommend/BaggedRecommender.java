package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
  private final ModelTitles titles;

  /**
   * @throws IllegalArgumentException if the model knows a title that the catalogue lacks
   */
  public BaggedRecommender(Dataset data, BaggedModel model) {
    this.h = model.h();
    this.components = model.components();
    this.titles = new ModelTitles(data.catalogue(), model.animeIds(), "The sampled taste groups");
    this.foldIns =
        Arrays.stream(h)
            .map(bag -> new FoldIn(bag, components, titles.count()))
            .toArray(FoldIn[]::new);
  }

  @Override
  public String name() {
    return "bagged";
  }

  @Override
  public boolean knows(Taste taste) {
    return titles.holdAnyFor(taste);
  }

  /** Titles of which nothing is known score 0, which is the lowest there is. */
  @Override
  public float[] score(Taste taste) {
    Watches watches = watches(taste);
    float[][] factors = new float[h.length][];
    Arrays.setAll(factors, bag -> foldIns[bag].fold(watches.columns, watches.values));
    float[] known = new float[titles.count()];
    Kernels kernels = Kernels.best();
    for (int from = 0; from < known.length; from += BLOCK) {
      int length = Math.min(BLOCK, known.length - from);
      for (int bag = 0; bag < h.length; bag++) {
        for (int c = 0; c < components; c++) {
          float factor = factors[bag][c] / h.length;
          if (factor != 0) {
            kernels.addScaled(factor, h[bag], c * titles.count() + from, known, from, length);
          }
        }
      }
    }
    return titles.byCatalogueRow(known, 0);
  }

  @Override
  public List<Reason> reasons(Taste taste, int animeRow, int limit) {
    return reasons(taste, new int[] {animeRow}, limit).getFirst();
  }

  /** The watched titles that raised a title's score, by their part of everything that raised it. */
  @Override
  public List<List<Reason>> reasons(Taste taste, int[] animeRows, int limit) {
    List<FoldIn.Solved> solved = solved(taste);
    List<List<Reason>> all = new ArrayList<>(animeRows.length);
    for (int row : animeRows) {
      all.add(Reason.watched(taste, contributions(taste, solved, row), limit));
    }
    return all;
  }

  /**
   * How much each entry of a taste adds to the score of a title ({@link
   * FoldIn.Solved#contributions}); the sum is the score. All zero for a title of which nothing is
   * known.
   */
  double[] contributions(Taste taste, int animeRow) {
    return contributions(taste, solved(taste), animeRow);
  }

  /** The taste folded into each bag. */
  private List<FoldIn.Solved> solved(Taste taste) {
    Watches watches = watches(taste);
    return Arrays.stream(foldIns)
        .map(foldIn -> foldIn.solve(watches.columns, watches.values))
        .toList();
  }

  private double[] contributions(Taste taste, List<FoldIn.Solved> solved, int animeRow) {
    double[] parts = new double[taste.size()];
    int column = titles.place(animeRow);
    if (column >= 0) {
      for (FoldIn.Solved ofBag : solved) {
        double[] added = ofBag.contributions(column, Set.of());
        for (int entry = 0; entry < parts.length; entry++) {
          parts[entry] += added[entry] / h.length;
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
      columns[entry] = titles.place(taste.row(entry));
      values[entry] = BaggedTraining.SCALE * scale.of(taste, entry);
    }
    return new Watches(columns, values);
  }
}
