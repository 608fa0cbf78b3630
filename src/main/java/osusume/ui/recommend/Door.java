package osusume.ui.recommend;

import java.util.List;
import osusume.app.Opened;
import osusume.recommend.Answer;
import osusume.recommend.Recommendations;
import osusume.recommend.Request;

/** What the tab asks of {@link Recommendations}; may be asked from any thread. */
public interface Door {
  /** The names of the strategies that can be asked for, the default first. */
  List<String> strategies();

  /** Whether ratings can be predicted. */
  boolean predictsRatings();

  /**
   * @throws IllegalArgumentException if the request can't be answered; worded for a person
   */
  Answer answer(Request request);

  /**
   * The same titles without reasons and predicted ratings, in a fraction of the time. Throws what
   * {@link #answer} does.
   */
  Answer rank(Request request);

  /** The door of what is open. */
  static Door of(Opened opened) {
    Recommendations recommendations = opened.recommendations();
    return new Door() {
      @Override
      public List<String> strategies() {
        return recommendations.strategies();
      }

      @Override
      public boolean predictsRatings() {
        return recommendations.predictsRatings();
      }

      @Override
      public Answer answer(Request request) {
        return recommendations.answer(request);
      }

      @Override
      public Answer rank(Request request) {
        return recommendations.rank(request);
      }
    };
  }
}
