package osusume.recommend;

import java.util.List;
import java.util.Optional;

/**
 * One recommended title, or a story that is entered at it.
 *
 * @param rank 1 is the best
 * @param animeRow the title's row in the catalogue
 * @param weight the strategy's score of {@code rankedBy}; comparable within one answer, and never
 *     larger than that of the title before where the strategy alone ranked them
 * @param predicted what the person would rate the title itself, which they would watch first; empty
 *     while no rating predictor is fitted, and for chosen titles, which are nobody's list
 * @param reasons why {@code rankedBy} scored as it did, the strongest first
 * @param story catalogue rows of the other titles of the same story that fit and that this row
 *     stands for, in the order in which to watch them; empty where franchise rows are off
 * @param rankedBy catalogue row of the title that ranks the row: the best of the story, which is
 *     among {@code story} where it is not the title itself; for {@link Aim#RATE} always the title
 *     itself, so that the predicted ratings shown are what the rows are ordered by
 * @param companion what there is to say of the other person, where two were asked for; {@code
 *     weight} is then that of both ({@link ForBoth})
 */
public record Recommendation(
    int rank,
    int animeRow,
    double weight,
    Optional<PredictedRating> predicted,
    List<Reason> reasons,
    List<Integer> story,
    int rankedBy,
    Optional<OfCompanion> companion) {
  public Recommendation {
    reasons = List.copyOf(reasons);
    story = List.copyOf(story);
  }

  /** For one person. */
  public Recommendation(
      int rank,
      int animeRow,
      double weight,
      Optional<PredictedRating> predicted,
      List<Reason> reasons,
      List<Integer> story,
      int rankedBy) {
    this(rank, animeRow, weight, predicted, reasons, story, rankedBy, Optional.empty());
  }

  /**
   * A title for the other of two people.
   *
   * @param predicted what they would rate it, as {@link Recommendation#predicted}
   * @param reasons why it scored for them as it did, the strongest first
   */
  public record OfCompanion(Optional<PredictedRating> predicted, List<Reason> reasons) {
    public OfCompanion {
      reasons = List.copyOf(reasons);
    }
  }
}
