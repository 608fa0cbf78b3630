package osusume.recommend.profile;

import java.util.List;
import java.util.function.Function;
import osusume.recommend.Habit;

/**
 * How much more often than everybody the person chooses titles of a title's kind, for a trait of
 * which each title has one value: its length, its type.
 *
 * @param weight see {@link HabitScorer#weight}
 * @param trait the person's habit in that trait
 */
record TraitScorer(Habit habit, double weight, Function<Habits, TraitHabit> trait)
    implements HabitScorer {
  @Override
  public boolean knows(Habits habits) {
    return habits.watches();
  }

  @Override
  public float[] numbers(Habits habits) {
    return trait.apply(habits).ofTitles(habits.everybody().catalogueSize());
  }

  @Override
  public List<Part> parts(Habits habits, int animeRow) {
    return List.of(trait.apply(habits).partOf(animeRow));
  }
}
