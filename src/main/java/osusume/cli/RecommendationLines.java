package osusume.cli;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import osusume.app.AnswerDocument;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.json.Json;
import osusume.recommend.Answer;
import osusume.recommend.Lack;
import osusume.recommend.Recommendations;
import osusume.recommend.Request;

/**
 * Recommendations for many people: one JSON line each, in the order of the people, worked out on
 * all cores.
 */
final class RecommendationLines {
  /** People worked on at a time: enough to keep all cores busy, few enough to hold their lines. */
  private static final int BATCH = 512;

  private final Catalogue catalogue;
  private final Recommendations door;
  private final Function<Taste, Request> request;
  private final DatasetOptions options;

  RecommendationLines(
      Catalogue catalogue,
      Recommendations door,
      Function<Taste, Request> request,
      DatasetOptions options) {
    this.catalogue = catalogue;
    this.door = door;
    this.request = request;
    this.options = options;
  }

  /**
   * @throws IOException if the lines can't be written
   * @throws IllegalArgumentException if what is asked for can't be had; before anything is printed
   */
  void print(People people) throws IOException {
    door.rank(request.apply(Taste.of(new int[0], new byte[0])));
    Map<Lack, Integer> lacks = new EnumMap<>(Lack.class);
    for (int from = 0; from < people.count(); from += BATCH) {
      List<Line> lines =
          IntStream.range(from, Math.min(from + BATCH, people.count()))
              .parallel()
              .mapToObj(i -> line(people.ids().applyAsInt(i), people.tastes().apply(i)))
              .toList();
      for (Line line : lines) {
        options.out().println(line.json());
        line.lack().ifPresent(lack -> lacks.merge(lack, 1, Integer::sum));
      }
      options.flushAnswer();
    }
    lacks.forEach((lack, count) -> options.say(lack.sentence(count, people.count())));
  }

  private record Line(String json, Optional<Lack> lack) {}

  private Line line(int userId, Taste taste) {
    Answer answer = door.rank(request.apply(taste));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("user_id", userId);
    line.put(
        "anime_id",
        answer.recommendations().stream().map(r -> catalogue.anime(r.animeRow()).id()).toList());
    line.put("weights", answer.recommendations().stream().map(AnswerDocument::weight).toList());
    return new Line(Json.line(line), answer.lack());
  }
}
