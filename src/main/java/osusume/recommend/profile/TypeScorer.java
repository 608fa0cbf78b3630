package osusume.recommend.profile;

import java.util.List;
import osusume.recommend.Habit;

/** How much more often than everybody the person chooses titles of a title's type. */
final class TypeScorer implements HabitScorer {
  @Override
  public Habit habit() {
    return Habit.TYPE;
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
    return habits.typeHabit().ofTitles(habits.everybody().catalogueSize());
  }

  @Override
  public List<Part> parts(Habits habits, int animeRow) {
    return List.of(habits.typeHabit().partOf(animeRow));
  }
}
