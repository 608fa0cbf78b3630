package osusume.recommend;

import java.util.List;
import osusume.recommend.profile.ProfileRecommender;

/** Every strategy there is: the default first, the one that needs nothing last. */
public final class Strategies {
  public static final List<Strategy> ALL =
      List.of(
          strategy(
              "blend",
              fitting ->
                  new BlendRecommender(
                      fitting.facts(), fitting.similar(), fitting.nmf(), fitting.blend())),
          strategy("mix", fitting -> new MixRecommender(fitting.data(), fitting.nmf())),
          strategy("similar", fitting -> new SimilarRecommender(fitting.data(), fitting.similar())),
          strategy("people", fitting -> fitting.facts().people()),
          strategy("group", fitting -> new GroupRecommender(fitting.data(), fitting.nmf())),
          strategy("bagged", fitting -> new BaggedRecommender(fitting.data(), fitting.bagged())),
          strategy("profile", fitting -> ProfileRecommender.ofAll(fitting.facts().everybody())),
          ofHabit(Habit.SCALE),
          ofHabit(Habit.GENRES),
          ofHabit(Habit.LENGTH),
          ofHabit(Habit.POPULARITY),
          ofHabit(Habit.TYPE),
          strategy("popular", fitting -> new PopularRecommender(fitting.data())));

  /** Names of those that go by taste groups, which can be taken out of them. */
  public static final List<String> BY_GROUPS = List.of("blend", "mix", "group");

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

  private static Strategy ofHabit(Habit habit) {
    return strategy(
        habit.key(), fitting -> ProfileRecommender.of(fitting.facts().everybody(), habit));
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
