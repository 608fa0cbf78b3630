package osusume.recommend.profile;

import java.util.List;
import osusume.recommend.Habit;

/** How much more often than everybody the person chooses titles of a title's length. */
final class LengthScorer implements HabitScorer {
  @Override
  public Habit habit() {
    return Habit.LENGTH;
  }

  @Override
  public double weight() {
    return 0.5;
  }

  @Override
  public boolean knows(Habits habits) {
    return habits.watches();
  }

  @Override
  public float[] numbers(Habits habits) {
    return habits.lengthHabit().ofTitles(habits.everybody().catalogueSize());
  }

  @Override
  public List<Part> parts(Habits habits, int animeRow) {
    return List.of(habits.lengthHabit().partOf(animeRow));
  }
}
