package osusume.linalg;

import java.util.Arrays;

/**
 * min over w ≥ 0 of wᵀGw − 2bᵀw, exactly, by the active-set method of Lawson and Hanson, "Solving
 * Least Squares Problems" (1974), chapter 23, on the normal equations (Bro and de Jong 1997). In
 * double precision.
 *
 * <p>A component that would make the system singular (a duplicate of others, or zero) is left at
 * zero: the minimum is reached without it.
 */
public final class NonNegativeLeastSquares {
  /** A pivot this much smaller than its diagonal entry means linear dependence. */
  private static final double DEPENDENT = 1e-11;

  private final double[] gram;
  private final int k;
  private final double[] w;
  private final int[] passive;
  private int passiveCount;

  /** Lower triangle of the Cholesky factor of G over the passive components, k apart. */
  private final double[] factor;

  private final double[] solved;

  private NonNegativeLeastSquares(double[] gram, int k) {
    this.gram = gram;
    this.k = k;
    this.w = new double[k];
    this.passive = new int[k];
    this.factor = new double[k * k];
    this.solved = new double[k];
  }

  /**
   * Solves the problem.
   *
   * @param gram k × k, symmetric, positive semidefinite; only read
   * @param b k numbers; only read
   */
  public static NonNegativeLeastSquares solve(double[] gram, double[] b) {
    var problem = new NonNegativeLeastSquares(gram, b.length);
    problem.iterate(b);
    return problem;
  }

  /** The minimum: k numbers, none below zero. */
  public double[] solution() {
    return w.clone();
  }

  /** The components that are free of the bound, in the order they were freed. */
  public int[] passive() {
    return Arrays.copyOf(passive, passiveCount);
  }

  /**
   * G_PP⁻¹ y over the passive components P: how the solution would answer to a change of b.
   *
   * @param y one number a passive component, in the order of {@link #passive}
   * @return likewise
   */
  public double[] solvePassive(double[] y) {
    double[] x = y.clone();
    substitute(x);
    return x;
  }

  private void iterate(double[] b) {
    double scale = 0;
    for (double value : b) {
      scale = Math.max(scale, Math.abs(value));
    }
    double tolerance = 1e-12 * scale;
    boolean[] dependent = new boolean[k];
    boolean[] isPassive = new boolean[k];
    // Lawson and Hanson need few more than k rounds; the bound only guards against rounding.
    for (int round = 0; round < 10 * k + 10; round++) {
      int best = steepest(b, isPassive, dependent, tolerance);
      if (best < 0) {
        return;
      }
      if (!append(best)) {
        dependent[best] = true;
        continue;
      }
      isPassive[best] = true;
      stepToFeasible(b, isPassive);
      if (isPassive[best]) {
        Arrays.fill(dependent, false);
      } else {
        // Its gradient was rounding error; free it again only after something else has moved.
        dependent[best] = true;
      }
    }
  }

  /** The bound component whose growth lowers the objective most, or −1 at the minimum. */
  private int steepest(double[] b, boolean[] isPassive, boolean[] dependent, double tolerance) {
    int best = -1;
    double steepest = tolerance;
    for (int l = 0; l < k; l++) {
      if (isPassive[l] || dependent[l]) {
        continue;
      }
      double gradient = b[l];
      for (int p = 0; p < passiveCount; p++) {
        gradient -= gram[l * k + passive[p]] * w[passive[p]];
      }
      if (gradient > steepest) {
        steepest = gradient;
        best = l;
      }
    }
    return best;
  }

  /** Solves over the passive components, giving back to the bound those that would go below it. */
  private void stepToFeasible(double[] b, boolean[] isPassive) {
    while (passiveCount > 0) {
      for (int p = 0; p < passiveCount; p++) {
        solved[p] = b[passive[p]];
      }
      substitute(solved);
      double step = 1;
      int blocking = -1;
      for (int p = 0; p < passiveCount; p++) {
        double now = w[passive[p]];
        if (solved[p] <= 0 && now / (now - solved[p]) < step) {
          step = now / (now - solved[p]);
          blocking = p;
        }
      }
      // A component that was just freed and whose solution is not above zero cannot move at all.
      if (blocking < 0 && solved[passiveCount - 1] <= 0) {
        blocking = passiveCount - 1;
        step = 0;
      }
      for (int p = 0; p < passiveCount; p++) {
        double now = w[passive[p]];
        w[passive[p]] = Math.max(0, now + step * (solved[p] - now));
      }
      if (blocking < 0) {
        return;
      }
      bind(blocking, isPassive);
    }
  }

  private void bind(int blocking, boolean[] isPassive) {
    int[] kept = new int[passiveCount];
    int count = 0;
    for (int p = 0; p < passiveCount; p++) {
      int l = passive[p];
      if (p != blocking && (w[l] > 0 || solved[p] > 0)) {
        kept[count++] = l;
      } else {
        w[l] = 0;
        isPassive[l] = false;
      }
    }
    passiveCount = 0;
    for (int i = 0; i < count; i++) {
      if (!append(kept[i])) {
        w[kept[i]] = 0;
        isPassive[kept[i]] = false;
      }
    }
  }

  /** Adds a row to the Cholesky factor; false if the component depends on those that are there. */
  private boolean append(int l) {
    int n = passiveCount;
    double pivot = gram[l * k + l];
    for (int i = 0; i < n; i++) {
      double value = gram[l * k + passive[i]];
      for (int j = 0; j < i; j++) {
        value -= factor[n * k + j] * factor[i * k + j];
      }
      value /= factor[i * k + i];
      factor[n * k + i] = value;
      pivot -= value * value;
    }
    if (!(pivot > DEPENDENT * gram[l * k + l])) {
      return false;
    }
    factor[n * k + n] = Math.sqrt(pivot);
    passive[n] = l;
    passiveCount = n + 1;
    return true;
  }

  /** x ← G_PP⁻¹ x over the first {@code passiveCount} numbers. */
  private void substitute(double[] x) {
    int n = passiveCount;
    for (int i = 0; i < n; i++) {
      double value = x[i];
      for (int j = 0; j < i; j++) {
        value -= factor[i * k + j] * x[j];
      }
      x[i] = value / factor[i * k + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double value = x[i];
      for (int j = i + 1; j < n; j++) {
        value -= factor[j * k + i] * x[j];
      }
      x[i] = value / factor[i * k + i];
    }
  }
}
