package osusume.evaluate;

import osusume.data.Dataset;
import osusume.data.RatingMatrix;

/** Whether a data set has what the protocols of a plan need. */
final class Enough {
  /** An interval takes two. */
  private static final int PEOPLE = 2;

  private Enough() {}

  /**
   * @throws IllegalArgumentException if not; worded for a person
   */
  static void check(Dataset data, Plan plan) {
    RatingMatrix ratings = data.ratings();
    for (Protocol protocol : plan.protocols()) {
      switch (protocol) {
        case P1, P1F ->
            people(
                protocol,
                RatedRows.testable(ratings).length,
                PEOPLE,
                "people with more than 20 ratings");
        case P2 ->
            people(
                protocol,
                QuartileSplit.testable(ratings).length,
                PEOPLE,
                "people with more than 20 ratings whose quartiles differ");
        case P3 ->
            people(
                protocol,
                ratings.entryCount() - ratings.unratedCount(),
                RatingSplit.RATINGS_NEEDED,
                "ratings");
        case P4, COLD_START ->
            people(
                protocol,
                RatedRows.testable(ratings).length,
                PeopleSplit.PEOPLE_NEEDED,
                "people with more than 20 ratings");
      }
    }
  }

  private static void people(Protocol protocol, int there, int needed, String what) {
    if (there < needed) {
      throw new IllegalArgumentException(
          "%s needs at least %d %s; this data set has %d."
              .formatted(protocol.key(), needed, what, there));
    }
  }
}
