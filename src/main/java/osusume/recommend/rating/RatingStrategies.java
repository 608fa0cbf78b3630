package osusume.recommend.rating;

import java.util.List;
import java.util.function.Function;
import osusume.recommend.Fitting;

/** Every way of predicting ratings there is, the simplest first. */
public final class RatingStrategies {
  public static final List<RatingStrategy> ALL =
      List.of(strategy("user-mean", fitting -> UserMean.fit(fitting.data().ratings())));

  private RatingStrategies() {}

  private static RatingStrategy strategy(String name, Function<Fitting, RatingModel> fit) {
    return new RatingStrategy() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public RatingModel fit(Fitting fitting) {
        return fit.apply(fitting);
      }
    };
  }
}
