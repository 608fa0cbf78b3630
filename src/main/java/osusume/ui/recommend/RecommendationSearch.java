package osusume.ui.recommend;

import java.util.BitSet;
import java.util.Optional;
import osusume.app.Opened;
import osusume.data.AnimeFilter;
import osusume.recommend.Answer;
import osusume.recommend.Request;
import osusume.recommend.TakenOut;
import osusume.ui.control.FilterPart;

/**
 * What the tab asks for. Worked out off the JavaFX thread.
 *
 * @param opened what {@code door} belongs to
 */
record RecommendationSearch(
    Opened opened,
    Door door,
    Whom whom,
    AnswerOptions options,
    AnimeFilter filter,
    TakenOut takenOut) {
  /**
   * What came of it.
   *
   * @param loosening what to loosen where nothing fits; empty where no single part would do
   */
  record Found(
      RecommendationSearch search, Answer answer, Optional<FilterPart.Loosening> loosening) {}

  /** Whether another search asked the same for the same person, be it by an older list. */
  boolean asksTheSame(RecommendationSearch other) {
    return whom.isAskedLike(other.whom)
        && opened == other.opened
        && options.equals(other.options)
        && filter.equals(other.filter)
        && takenOut.equals(other.takenOut);
  }

  Request request() {
    return options.request(whom, filter, takenOut);
  }

  Found find() {
    Answer answer = door.answer(request());
    Optional<FilterPart.Loosening> loosening =
        answer.recommendations().isEmpty()
            ? FilterPart.best(
                filter, other -> other.match(opened.data().catalogue(), leftOut()).count())
            : Optional.empty();
    return new Found(this, answer, loosening);
  }

  /** What no filter brings: of two people, what is left out for either. */
  private BitSet leftOut() {
    BitSet rows = whom.taste().leaveOut();
    whom.companion().ifPresent(companion -> rows.or(companion.taste().leaveOut()));
    return rows;
  }
}
