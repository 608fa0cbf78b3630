package osusume.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import osusume.app.AnswerDocument;
import osusume.app.Opened;
import osusume.data.Taste;
import osusume.data.io.RatingLists;
import osusume.json.Json;
import osusume.recommend.Answer;
import osusume.recommend.Request;

/**
 * Recommendations for many people: one JSON line each, in the order of the people, worked out on
 * all cores.
 */
final class RecommendationLines {
  /** People worked on at a time: enough to keep all cores busy, few enough to hold their lines. */
  private static final int BATCH = 512;

  private final Opened opened;
  private final Function<Taste, Request> request;
  private final PrintStream out;

  RecommendationLines(Opened opened, Function<Taste, Request> request, PrintStream out) {
    this.opened = opened;
    this.request = request;
    this.out = out;
  }

  /**
   * Users of the data set, by id; all of them are known before the first line is printed, or none
   * is printed.
   */
  void printUsers(int[] userIds) {
    for (int id : userIds) {
      opened.tasteOf(id);
    }
    print(userIds.length, i -> userIds[i], i -> opened.tasteOf(userIds[i]));
  }

  /** People outside the data set, from a CSV file {@code user_id,anime_id,rating}. */
  void printLists(Path file, Consumer<String> say) throws IOException {
    RatingLists lists = RatingLists.read(file, opened.data().catalogue());
    if (lists.unknownTitles() > 0) {
      say.accept(
          "%,d entries of %s name titles that the data set lacks; they were passed over."
              .formatted(lists.unknownTitles(), file));
    }
    List<RatingLists.Person> people = lists.people();
    print(people.size(), i -> people.get(i).userId(), i -> people.get(i).taste());
  }

  private void print(int count, IntFunction<Integer> idOf, IntFunction<Taste> tasteOf) {
    for (int from = 0; from < count; from += BATCH) {
      int end = Math.min(from + BATCH, count);
      IntStream.range(from, end)
          .parallel()
          .mapToObj(i -> line(idOf.apply(i), tasteOf.apply(i)))
          .toList()
          .forEach(out::println);
    }
  }

  private String line(int userId, Taste taste) {
    Answer answer = opened.recommendations().rank(request.apply(taste));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("user_id", userId);
    line.put(
        "anime_id",
        answer.recommendations().stream()
            .map(r -> opened.data().catalogue().anime(r.animeRow()).id())
            .toList());
    line.put("weights", answer.recommendations().stream().map(AnswerDocument::weight).toList());
    return Json.line(line);
  }
}
