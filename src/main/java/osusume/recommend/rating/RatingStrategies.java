package osusume.recommend.rating;

import java.util.List;
import osusume.data.RatingMatrix;
import osusume.linalg.ParallelBlocks;
import osusume.recommend.Fitting;

/** Every way of predicting ratings there is, the simplest first. */
public final class RatingStrategies {
  public static final List<RatingStrategy> ALL =
      List.of(
          strategy("user-mean", (fitting, parallel) -> UserMean.fit(ratings(fitting))),
          strategy("biases", (fitting, parallel) -> biases(fitting)),
          strategy(
              "content",
              onBiases((fitting, residuals, parallel) -> Content.of(fitting.data().catalogue()))),
          strategy(
              "factors",
              onBiases(
                  (fitting, residuals, parallel) ->
                      Factors.fit(residuals, parallel, fitting.progress()))),
          strategy(
              "residual-ease",
              onBiases(
                  (fitting, residuals, parallel) ->
                      ResidualEase.fit(residuals, parallel, fitting.progress()))),
          strategy(
              "neighbours",
              onBiases(
                  (fitting, residuals, parallel) ->
                      Neighbours.fit(residuals, parallel, fitting.progress()))),
          strategy(
              "stack",
              (fitting, parallel) ->
                  StackFit.fit(
                      fitting.data().catalogue(), ratings(fitting), parallel, fitting.progress())));

  private RatingStrategies() {}

  private interface Fit {
    RatingModel fit(Fitting fitting, ParallelBlocks parallel);
  }

  private interface ResidualFit {
    ResidualModel fit(Fitting fitting, Residuals residuals, ParallelBlocks parallel);
  }

  private static RatingMatrix ratings(Fitting fitting) {
    return fitting.data().ratings();
  }

  private static Biases biases(Fitting fitting) {
    return Biases.fit(fitting.data().catalogue(), ratings(fitting));
  }

  private static Fit onBiases(ResidualFit fit) {
    return (fitting, parallel) -> {
      Biases biases = biases(fitting);
      fitting.progress().check();
      Residuals residuals = Residuals.of(biases, ratings(fitting));
      return ResidualModel.onto(biases, fit.fit(fitting, residuals, parallel));
    };
  }

  private static RatingStrategy strategy(String name, Fit fit) {
    return new RatingStrategy() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public RatingModel fit(Fitting fitting) {
        fitting.progress().check();
        try (var parallel = new ParallelBlocks(Runtime.getRuntime().availableProcessors())) {
          return fit.fit(fitting, parallel);
        }
      }
    };
  }
}
