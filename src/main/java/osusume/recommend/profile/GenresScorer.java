package osusume.recommend.profile;

import java.util.ArrayList;
import java.util.List;
import osusume.recommend.Habit;

/**
 * How much more often than everybody the person chooses the genres of a title ({@link
 * TraitHabit#lift}), and how they like them. A title with n genres has the sum of its genres by √n:
 * genres come in company, so that each says less than it would alone.
 */
final class GenresScorer implements HabitScorer {
  /** How much liking a genre counts beside choosing it. */
  private static final double LIKING = 1.2;

  @Override
  public Habit habit() {
    return Habit.GENRES;
  }

  @Override
  public double weight() {
    return 0.85;
  }

  @Override
  public boolean knows(Habits habits) {
    return habits.watches();
  }

  @Override
  public float[] numbers(Habits habits) {
    Trait trait = habits.everybody().genres();
    double[] of = new double[trait.count()];
    for (int genre = 0; genre < of.length; genre++) {
      of[genre] = number(habits, genre);
    }
    float[] numbers = new float[habits.everybody().catalogueSize()];
    for (int row = 0; row < numbers.length; row++) {
      int[] genres = trait.of(row);
      double sum = 0;
      for (int genre : genres) {
        sum += of[genre];
      }
      numbers[row] = genres.length == 0 ? 0 : (float) (sum / Math.sqrt(genres.length));
    }
    return numbers;
  }

  @Override
  public List<Part> parts(Habits habits, int animeRow) {
    Trait trait = habits.everybody().genres();
    int[] genres = trait.of(animeRow);
    List<Part> parts = new ArrayList<>(genres.length);
    for (int genre : genres) {
      parts.add(new Part(trait.name(genre), number(habits, genre) / Math.sqrt(genres.length)));
    }
    return parts;
  }

  private static double number(Habits habits, int genre) {
    return habits.genreHabit().lift(genre) + LIKING * habits.genreHabit().liking(genre);
  }
}
