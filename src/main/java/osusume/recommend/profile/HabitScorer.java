package osusume.recommend.profile;

import java.util.List;
import osusume.recommend.Habit;

/** Gives titles numbers by one habit of a person. Immutable. */
interface HabitScorer {
  Habit habit();

  /**
   * How much one of its numbers counts beside the logarithm of a title's watchers: the best of
   * NDCG@10 on inner splits of the 3,500 users (P1's rule applied to P1's training part), all
   * habits together, found one after the other until none changed.
   */
  double weight();

  /** Whether the habits say anything to it. */
  boolean knows(Habits habits);

  /** One number a catalogue row, 0 where the habit says nothing for or against it. */
  float[] numbers(Habits habits);

  /** What the number of a title is made of; the amounts sum to it. */
  List<Part> parts(Habits habits, int animeRow);

  /**
   * A part of a number.
   *
   * @param value what the title has that the habit is about; or empty
   */
  record Part(String value, double amount) {}
}
