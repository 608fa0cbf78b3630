package osusume.recommend.rating;

import java.util.List;
import osusume.data.Catalogue;
import osusume.data.RatingMatrix;
import osusume.linalg.ParallelBlocks;
import osusume.progress.Progress;

/**
 * The predictors that are stacked, fitted on the same ratings.
 *
 * @param biases what the others build on
 * @param content what the person leans to
 * @param neighbours the titles most alike
 * @param ease all titles weighed against each other
 * @param factors the factorisation
 * @param raters how many people rated each title
 */
record Members(
    Biases biases,
    Content content,
    Neighbours neighbours,
    ResidualEase ease,
    Factors factors,
    int[] raters) {

  static Members fit(
      Catalogue catalogue, RatingMatrix ratings, ParallelBlocks parallel, Progress progress) {
    progress.report(0, "learning offsets of people and titles");
    Biases biases = Biases.fit(catalogue, ratings);
    progress.check();
    Residuals residuals = Residuals.of(biases, ratings);
    Neighbours neighbours = Neighbours.fit(residuals, parallel, progress.part(0.05, 0.3));
    ResidualEase ease = ResidualEase.fit(residuals, parallel, progress.part(0.3, 0.6));
    Factors factors = Factors.fit(residuals, parallel, progress.part(0.6, 1));
    int[] raters = new int[residuals.titleCount()];
    for (int title = 0; title < raters.length; title++) {
      raters[title] = residuals.raters(title);
    }
    return new Members(biases, Content.of(catalogue), neighbours, ease, factors, raters);
  }

  /** The predictors of what the biases leave over. */
  List<ResidualModel> onBiases() {
    return List.of(content, neighbours, ease, factors);
  }
}
