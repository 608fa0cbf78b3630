package osusume.ui.recommend;

import java.util.Optional;
import osusume.app.Opened;
import osusume.recommend.Answer;
import osusume.recommend.Request;
import osusume.ui.control.FilterPart;

/**
 * What the tab asks for. Worked out off the JavaFX thread.
 *
 * @param opened what {@code door} belongs to
 */
record RecommendationSearch(Opened opened, Door door, int userId, Request request) {
  /**
   * What came of it.
   *
   * @param loosening what to loosen where nothing fits; empty where no single part would do
   */
  record Found(
      RecommendationSearch search, Answer answer, Optional<FilterPart.Loosening> loosening) {}

  Found find() {
    Answer answer = door.answer(request);
    Optional<FilterPart.Loosening> loosening =
        answer.recommendations().isEmpty()
            ? FilterPart.best(
                request.filter(),
                other -> other.match(opened.data().catalogue(), request.taste().leaveOut()).count())
            : Optional.empty();
    return new Found(this, answer, loosening);
  }
}
