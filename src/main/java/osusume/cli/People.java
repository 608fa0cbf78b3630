package osusume.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import osusume.app.Opened;
import osusume.data.Taste;
import osusume.data.io.RatingLists;

/**
 * For whom titles are recommended, in order. Everybody is known before anything is worked out, so
 * that a wrong id or list costs no training.
 *
 * @param count how many people there are
 * @param ids the id of each
 * @param tastes the taste of each
 */
record People(int count, IntUnaryOperator ids, IntFunction<Taste> tastes) {
  /**
   * Users of the data set.
   *
   * @throws osusume.app.UnknownUserException if one of them is not there
   */
  static People users(Opened opened, int[] userIds) {
    for (int id : userIds) {
      opened.tasteOf(id);
    }
    return new People(userIds.length, i -> userIds[i], i -> opened.tasteOf(userIds[i]));
  }

  /** People outside the data set, from a CSV file {@code user_id,anime_id,rating}. */
  static People lists(Opened opened, Path file, Consumer<String> say) throws IOException {
    RatingLists lists = RatingLists.read(file, opened.data().catalogue());
    if (lists.unknownTitles() > 0) {
      say.accept(
          "%,d %s of %s passed over: the data set lacks the title."
              .formatted(
                  lists.unknownTitles(), lists.unknownTitles() == 1 ? "entry" : "entries", file));
    }
    return new People(
        lists.people().size(),
        i -> lists.people().get(i).userId(),
        i -> lists.people().get(i).taste());
  }
}
