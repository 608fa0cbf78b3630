package osusume.ui.recommend;

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
    return whom.isMe()
        && other.whom.isMe()
        && whom.companion().map(Companion::name).equals(other.whom.companion().map(Companion::name))
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
                filter,
                other -> other.match(opened.data().catalogue(), whom.taste().leaveOut()).count())
            : Optional.empty();
    return new Found(this, answer, loosening);
  }
}
