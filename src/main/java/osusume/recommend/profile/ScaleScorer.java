package osusume.recommend.profile;

import java.util.List;
import osusume.recommend.Habit;
import osusume.recommend.TasteWeights;

/**
 * What the raters of a title gave it on their own scales, put on the person's: in points above the
 * person's mean. Somebody who rates everything alike hears less of it.
 */
final class ScaleScorer implements HabitScorer {
  @Override
  public Habit habit() {
    return Habit.SCALE;
  }

  @Override
  public double weight() {
    return 0.2;
  }

  @Override
  public boolean knows(Habits habits) {
    return habits.rates();
  }

  @Override
  public float[] numbers(Habits habits) {
    Everybody everybody = habits.everybody();
    float[] numbers = new float[everybody.catalogueSize()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = number(habits, row);
    }
    return numbers;
  }

  @Override
  public List<Part> parts(Habits habits, int animeRow) {
    return List.of(new Part("", number(habits, animeRow)));
  }

  private static float number(Habits habits, int row) {
    return habits.rates()
        ? (float) (TasteWeights.divisor(habits.steadySpread()) * habits.everybody().liking(row))
        : 0;
  }
}
