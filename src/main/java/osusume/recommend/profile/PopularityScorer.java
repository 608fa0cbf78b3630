package osusume.recommend.profile;

import java.util.List;
import osusume.recommend.Habit;

/**
 * Whether a title is as popular or as unknown as the person likes. Somebody whose titles have b·v
 * more on the logarithm of watchers than everybody's, where v is its variance over all watches, is
 * taken to choose titles as if the chance of each were multiplied by watchers^b: of all such powers
 * the one that gives their mean, as far as the logarithm is spread normally.
 */
final class PopularityScorer implements HabitScorer {
  @Override
  public Habit habit() {
    return Habit.POPULARITY;
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
    double power = power(habits);
    float[] numbers = new float[habits.everybody().catalogueSize()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = (float) (power * habits.everybody().popularity(row));
    }
    return numbers;
  }

  @Override
  public List<Part> parts(Habits habits, int animeRow) {
    return List.of(new Part("", power(habits) * habits.everybody().popularity(animeRow)));
  }

  private static double power(Habits habits) {
    double variance = habits.everybody().popularityVariance();
    // Never so much that the unknown come before the known.
    return variance > 0 ? Math.max(-1, habits.steadyPopularity() / variance) : 0;
  }
}
