package osusume.recommend;

import java.util.List;
import osusume.recommend.profile.ProfileRecommender;

/**
 * Every strategy there is. The default stands first; where it is not learned yet, the first that is
 * there takes its place, so they stand by how well they find held-out likes (P1), the single habits
 * behind the profile they make up, and what needs nothing last.
 */
public final class Strategies {
  public static final List<Strategy> ALL =
      List.of(
          strategy(
              "blend",
              fitting ->
                  new BlendRecommender(
                      fitting.facts(), fitting.similar(), fitting.nmf(), fitting.blend())),
          strategy("similar", fitting -> new SimilarRecommender(fitting.data(), fitting.similar())),
          strategy("people", fitting -> fitting.facts().people()),
          strategy("bagged", fitting -> new BaggedRecommender(fitting.data(), fitting.bagged())),
          strategy("mix", fitting -> new MixRecommender(fitting.data(), fitting.nmf())),
          strategy("group", fitting -> new GroupRecommender(fitting.data(), fitting.nmf())),
          strategy("profile", fitting -> ProfileRecommender.ofAll(fitting.facts().everybody())),
          ofHabit(Habit.GENRES),
          ofHabit(Habit.LENGTH),
          ofHabit(Habit.TYPE),
          ofHabit(Habit.POPULARITY),
          ofHabit(Habit.SCALE),
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
