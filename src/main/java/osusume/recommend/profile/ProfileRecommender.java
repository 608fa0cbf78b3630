package osusume.recommend.profile;

import java.util.ArrayList;
import java.util.List;
import osusume.data.Taste;
import osusume.recommend.Habit;
import osusume.recommend.Reason;
import osusume.recommend.Recommender;

/**
 * Ranks titles by a person's habits: the score of a title is the logarithm of its watchers, less
 * that of the typical watch, and to that the number of each habit times its weight. That is the
 * logarithm of a chance in the manner of naive Bayes, where the weights make up for habits that say
 * the same twice. For an empty list every habit says 0, and what is left is popularity; the longer
 * the list, the more they say.
 */
public final class ProfileRecommender implements Recommender {
  /** One a {@link Habit}, in the order of the enum. */
  static final List<HabitScorer> SCORERS =
      List.of(
          new ScaleScorer(),
          new GenresScorer(),
          new TraitScorer(Habit.LENGTH, 0.5, Habits::lengthHabit),
          new PopularityScorer(),
          new TraitScorer(Habit.TYPE, 0.5, Habits::typeHabit));

  private final String name;
  private final Everybody everybody;
  private final List<HabitScorer> scorers;

  private ProfileRecommender(String name, Everybody everybody, List<HabitScorer> scorers) {
    this.name = name;
    this.everybody = everybody;
    this.scorers = scorers;
  }

  /** Strategy {@code profile}: all habits. */
  public static ProfileRecommender ofAll(Everybody everybody) {
    return new ProfileRecommender("profile", everybody, SCORERS);
  }

  /** A strategy that goes by one habit, and has its name. */
  public static ProfileRecommender of(Everybody everybody, Habit habit) {
    return new ProfileRecommender(habit.key(), everybody, List.of(SCORERS.get(habit.ordinal())));
  }

  /**
   * The plain numbers of every habit, without weights and without how well known a title is, for
   * others to weigh: one array a {@link Habit} in the order of the enum, one number a catalogue
   * row. 0 where a habit says nothing.
   */
  public static float[][] numbers(Habits habits) {
    float[][] numbers = new float[SCORERS.size()][];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = SCORERS.get(i).numbers(habits);
    }
    return numbers;
  }

  /**
   * What the number of a habit for a title is made of.
   *
   * @return each part with its amount in place of a share; the amounts sum to the number
   */
  public static List<Reason.Choice> parts(Habits habits, Habit habit, int animeRow) {
    return SCORERS.get(habit.ordinal()).parts(habits, animeRow).stream()
        .map(part -> new Reason.Choice(habit, part.value(), part.amount()))
        .toList();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean knows(Taste taste) {
    Habits habits = Habits.of(everybody, taste);
    return scorers.stream().anyMatch(scorer -> scorer.knows(habits));
  }

  @Override
  public boolean needsRatings() {
    return scorers.stream().allMatch(scorer -> scorer.habit() == Habit.SCALE);
  }

  @Override
  public float[] score(Taste taste) {
    Habits habits = Habits.of(everybody, taste);
    float[] scores = new float[everybody.catalogueSize()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = everybody.popularity(row);
    }
    for (HabitScorer scorer : scorers) {
      float weight = (float) scorer.weight();
      float[] numbers = scorer.numbers(habits);
      for (int row = 0; row < scores.length; row++) {
        scores[row] += weight * numbers[row];
      }
    }
    return scores;
  }

  /**
   * The habits that raised the title's score and how many watched it, the strongest first: each
   * with its part of everything that raised the score above that of the typical watch.
   */
  @Override
  public List<Reason> reasons(Taste taste, int animeRow, int limit) {
    List<Reason.Choice> amounts = new ArrayList<>();
    Habits habits = Habits.of(everybody, taste);
    double known = Math.max(0, everybody.popularity(animeRow));
    double raised = known;
    for (HabitScorer scorer : scorers) {
      for (HabitScorer.Part part : scorer.parts(habits, animeRow)) {
        double amount = scorer.weight() * part.amount();
        if (amount > 0) {
          raised += amount;
          amounts.add(new Reason.Choice(scorer.habit(), part.value(), amount));
        }
      }
    }
    List<Reason> reasons = new ArrayList<>();
    for (Reason.Choice choice : amounts) {
      reasons.add(new Reason.Choice(choice.habit(), choice.value(), choice.share() / raised));
    }
    if (known > 0) {
      reasons.add(new Reason.Popular(everybody.watchers(animeRow), known / raised));
    }
    return Reason.strongest(reasons, limit);
  }
}
