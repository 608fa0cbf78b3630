package osusume.ui.recommend;

import java.util.Optional;
import osusume.app.Opened;
import osusume.data.AnimeFilter;
import osusume.data.Taste;
import osusume.recommend.Answer;
import osusume.recommend.Request;
import osusume.ui.control.FilterPart;

/** What the tab asks for. Worked out off the JavaFX thread. */
record RecommendationSearch(Opened opened, int userId, String strategy, int k, AnimeFilter filter) {
  /**
   * What came of it.
   *
   * @param taste of the user
   * @param loosening what to loosen where nothing fits; empty where no single part would do
   */
  record Found(
      RecommendationSearch search,
      Taste taste,
      Answer answer,
      Optional<FilterPart.Loosening> loosening) {}

  Found find() {
    Taste taste = opened.tasteOf(userId);
    Answer answer =
        opened.recommendations().answer(Request.of(taste, strategy).k(k).filter(filter).build());
    Optional<FilterPart.Loosening> loosening =
        answer.recommendations().isEmpty()
            ? FilterPart.best(
                filter, other -> other.match(opened.data().catalogue(), taste.leaveOut()).count())
            : Optional.empty();
    return new Found(this, taste, answer, loosening);
  }
}
