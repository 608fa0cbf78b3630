package osusume.nmf;

import java.util.Set;
import osusume.linalg.NonNegativeLeastSquares;

/**
 * The row of W of a new taste, H fixed: min over w ≥ 0 of ‖x − wH‖², exactly. As in training, x is
 * zero at every title that is not named. Immutable and safe for any number of threads.
 *
 * <p>An entry that shall count by a part c only is given as c·x. If it were on the list with chance
 * c, that is the row with the least expected error, for E‖x − wH‖² = ‖E x − wH‖² + what does not
 * depend on w; with c = 0 it is the row without the entry. To weigh the error of the entry by c
 * instead would be to doubt that a title which is not on the list is zero, which training never
 * does.
 */
public final class FoldIn {
  private final float[] h;
  private final int k;
  private final int animeCount;

  /** HHᵀ, k × k. */
  private final double[] gram;

  /**
   * @param h k × animeCount, row after row, none below zero; kept, not copied
   */
  public FoldIn(float[] h, int k, int animeCount) {
    this.h = h;
    this.k = k;
    this.animeCount = animeCount;
    this.gram = new double[k * k];
    for (int l = 0; l < k; l++) {
      for (int j = 0; j <= l; j++) {
        double sum = 0;
        for (int a = 0; a < animeCount; a++) {
          sum += (double) h[l * animeCount + a] * h[j * animeCount + a];
        }
        gram[l * k + j] = sum;
        gram[j * k + l] = sum;
      }
    }
  }

  /**
   * The row of W of a taste.
   *
   * @param columns model columns of the titles; −1, a title the model does not know, is left out
   * @param values the rating of each; zero for none, as in training; below zero where the title
   *     speaks against groups it is in, which lowers them to zero at the most
   * @return k numbers, none below zero; all zero where nothing is above zero
   * @throws IllegalArgumentException if the arrays are not of one length, a value is not finite, or
   *     a column is past the last
   */
  public float[] fold(int[] columns, float[] values) {
    double[] exact = leastSquares(columns, values).solution();
    float[] row = new float[k];
    for (int c = 0; c < k; c++) {
      row[c] = (float) exact[c];
    }
    return row;
  }

  /**
   * Folds a taste in to be asked what its titles add to scores.
   *
   * @param columns as in {@link #fold}
   * @param values as in {@link #fold}
   */
  public Solved solve(int[] columns, float[] values) {
    return new Solved(columns, values, leastSquares(columns, values));
  }

  /** A taste that is folded in. */
  public final class Solved {
    private final int[] columns;
    private final float[] values;
    private final NonNegativeLeastSquares row;
    private final int[] passive;

    /** Of each title the numbers of H in the groups that are above zero; 0 where it counts not. */
    private final float[] ofTitles;

    private Solved(int[] columns, float[] values, NonNegativeLeastSquares row) {
      this.columns = columns;
      this.values = values;
      this.row = row;
      this.passive = row.passive();
      this.ofTitles = new float[columns.length * passive.length];
      for (int i = 0; i < columns.length; i++) {
        for (int p = 0; p < passive.length && counts(i); p++) {
          ofTitles[i * passive.length + p] = h[passive[p] * animeCount + columns[i]];
        }
      }
    }

    /**
     * How much each title adds to the score that the folded-in taste gives to another. With P the
     * groups that are above zero in the folded-in row, score(a) = Σ_i x_i · h_iP (H_P H_Pᵀ)⁻¹ h_aP:
     * an exact sum over the titles i, since the row is linear in x as long as P stays the same. An
     * amount may be below zero.
     *
     * @param animeColumn the title that is scored
     * @param without groups, from 0, of the folded-in row that do not count: the sum is the score
     *     without them
     * @return one number an entry of the taste; their sum is the score
     */
    public double[] contributions(int animeColumn, Set<Integer> without) {
      double[] ofTitle = new double[passive.length];
      for (int p = 0; p < passive.length; p++) {
        ofTitle[p] = without.contains(passive[p]) ? 0 : h[passive[p] * animeCount + animeColumn];
      }
      double[] answer = row.solvePassive(ofTitle);
      double[] contributions = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        if (counts(i)) {
          double sum = 0;
          for (int p = 0; p < passive.length; p++) {
            sum += answer[p] * ofTitles[i * passive.length + p];
          }
          contributions[i] = values[i] * sum;
        }
      }
      return contributions;
    }

    private boolean counts(int i) {
      return FoldIn.counts(columns[i], values[i]);
    }
  }

  private NonNegativeLeastSquares leastSquares(int[] columns, float[] values) {
    if (columns.length != values.length) {
      throw new IllegalArgumentException(
          "A taste needs a rating for each title, but there are %d titles and %d ratings."
              .formatted(columns.length, values.length));
    }
    double[] b = new double[k];
    for (int i = 0; i < columns.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "A rating of a taste must be a finite number, but it is " + values[i] + ".");
      }
      if (columns[i] >= animeCount) {
        throw new IllegalArgumentException(
            "The model has %d titles, so there is no column %d.".formatted(animeCount, columns[i]));
      }
      if (counts(columns[i], values[i])) {
        for (int c = 0; c < k; c++) {
          b[c] += (double) values[i] * h[c * animeCount + columns[i]];
        }
      }
    }
    return NonNegativeLeastSquares.solve(gram, b);
  }

  private static boolean counts(int column, float value) {
    return column >= 0 && value != 0;
  }
}
