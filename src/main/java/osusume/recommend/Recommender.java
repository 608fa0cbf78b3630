package osusume.recommend;

import java.util.Arrays;
import java.util.List;
import osusume.data.Taste;

/** A fitted strategy. Immutable; may be asked from any thread. */
public interface Recommender {
  /** The strategy's name, as a person types it. */
  String name();

  /** Whether this strategy has anything to go by for a taste; if not, its scores say nothing. */
  boolean knows(Taste taste);

  /** Whether a title that was watched but not rated says nothing to it. */
  default boolean needsRatings() {
    return false;
  }

  /**
   * One number a catalogue row, larger is better; comparable for one taste only. Not to be written.
   */
  float[] score(Taste taste);

  /**
   * Why {@code animeRow} scored as it did for {@code taste}, of all kinds together the strongest
   * reason first ({@link Reason#share} has the one exception), at most {@code limit} of each kind.
   */
  List<Reason> reasons(Taste taste, int animeRow, int limit);

  /**
   * The same for several titles at once, which costs less where a taste must be worked out first.
   *
   * @return one list a title
   */
  default List<List<Reason>> reasons(Taste taste, int[] animeRows, int limit) {
    return Arrays.stream(animeRows).mapToObj(row -> reasons(taste, row, limit)).toList();
  }

  /**
   * The same strategy as a person changed it; itself where nothing of that concerns it. Cheap: for
   * one answer.
   */
  default Recommender tuned(Tuning tuning) {
    return this;
  }
}
