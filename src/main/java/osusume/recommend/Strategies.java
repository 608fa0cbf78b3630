package osusume.recommend;

import java.util.List;

/** Every strategy there is, the default first. */
public final class Strategies {
  public static final List<Strategy> ALL =
      List.of(
          strategy(
              "blend",
              fitting -> new BlendRecommender(fitting.data(), fitting.similar(), fitting.blend())),
          strategy("mix", fitting -> new MixRecommender(fitting.data(), fitting.nmf())),
          strategy("similar", fitting -> new SimilarRecommender(fitting.data(), fitting.similar())),
          strategy("group", fitting -> new GroupRecommender(fitting.data(), fitting.nmf())),
          strategy("popular", fitting -> new PopularRecommender(fitting.data())));

  private Strategies() {}

  /**
   * The strategy with a name.
   *
   * @throws IllegalArgumentException if there is none; the message names those there are
   */
  public static Strategy named(String name) {
    return ALL.stream()
        .filter(strategy -> strategy.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no strategy '%s'; there are: %s."
                        .formatted(
                            name, String.join(", ", ALL.stream().map(Strategy::name).toList()))));
  }

  private interface Fit {
    Recommender fit(Fitting fitting);
  }

  private static Strategy strategy(String name, Fit fit) {
    return new Strategy() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Recommender fit(Fitting fitting) {
        return fit.fit(fitting);
      }
    };
  }
}
