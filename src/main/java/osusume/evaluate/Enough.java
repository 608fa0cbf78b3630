package osusume.evaluate;

import java.util.Optional;
import osusume.data.Dataset;
import osusume.data.RatingMatrix;

/** Whether a data set has what a protocol needs. */
final class Enough {
  /** An interval takes two. */
  private static final int PEOPLE = 2;

  private Enough() {}

  /**
   * @throws IllegalArgumentException if not; worded for a person
   */
  static void check(Dataset data, Plan plan) {
    for (Protocol protocol : plan.protocols()) {
      lacking(data, protocol)
          .ifPresent(
              sentence -> {
                throw new IllegalArgumentException(sentence);
              });
    }
  }

  /** What is lacking, as a sentence for a person; empty: nothing. */
  static Optional<String> lacking(Dataset data, Protocol protocol) {
    RatingMatrix ratings = data.ratings();
    return switch (protocol) {
      case P1, P1F ->
          lacking(
              protocol,
              RatedRows.testable(ratings).length,
              PEOPLE,
              "people with more than 20 ratings");
      case P2 ->
          lacking(
              protocol,
              QuartileSplit.testable(ratings).length,
              PEOPLE,
              "people with more than 20 ratings whose quartiles differ");
      case P3 ->
          lacking(
              protocol,
              ratings.entryCount() - ratings.unratedCount(),
              RatingSplit.RATINGS_NEEDED,
              "ratings");
      case P4, COLD_START ->
          lacking(
              protocol,
              RatedRows.testable(ratings).length,
              PeopleSplit.PEOPLE_NEEDED,
              "people with more than 20 ratings");
    };
  }

  private static Optional<String> lacking(Protocol protocol, int there, int needed, String what) {
    return there >= needed
        ? Optional.empty()
        : Optional.of(
            "%s needs at least %d %s; this data set has %d."
                .formatted(protocol.key(), needed, what, there));
  }
}
