package osusume.recommend.rating;

/** Ridge regression over the terms of {@link StackInputs}, from cases as they come. */
final class StackRegression {
  private static final int D = StackInputs.TERMS;

  /** Sums of the products of two terms; the lower triangle, row after row. */
  private final double[] gram = new double[D * D];

  private final double[] sums = new double[D];
  private final double[] terms = new double[D];
  private int cases;

  /**
   * @param inputs for each input one number a case
   * @param wanted one number a case
   */
  void add(double[][] inputs, double[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      Quadratic.expand(inputs, i, terms);
      for (int f = 0; f < D; f++) {
        double x = terms[f];
        sums[f] += x * wanted[i];
        addScaled(x, f * D, f + 1);
      }
    }
    cases += wanted.length;
  }

  private void addScaled(double x, int at, int length) {
    for (int g = 0; g < length; g++) {
      gram[at + g] += x * terms[g];
    }
  }

  /** All cases of both. */
  StackRegression plus(StackRegression other) {
    StackRegression both = new StackRegression();
    for (int i = 0; i < gram.length; i++) {
      both.gram[i] = gram[i] + other.gram[i];
    }
    for (int f = 0; f < D; f++) {
      both.sums[f] = sums[f] + other.sums[f];
    }
    both.cases = cases + other.cases;
    return both;
  }

  /**
   * The weights w that minimise Σ (wanted − wᵀterms)² + Σ λ_f w_f².
   *
   * @param ridge λ_f in units of the mean square of term f, so that the weights do not depend on
   *     the units of the inputs
   * @param leastSquare is taken where a term's mean square is less
   */
  double[] weights(double ridge, double leastSquare) {
    double[] factor = gram.clone();
    double[] weights = sums.clone();
    for (int f = 0; f < D; f++) {
      double square = gram[f * D + f] / Math.max(1, cases);
      factor[f * D + f] += ridge * Math.max(square, leastSquare);
    }
    Positive.factor(factor, D);
    Positive.solve(factor, D, weights);
    return weights;
  }
}
