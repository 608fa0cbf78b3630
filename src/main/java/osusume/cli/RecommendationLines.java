package osusume.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import osusume.app.AnswerDocument;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.json.Json;
import osusume.recommend.Aim;
import osusume.recommend.Answer;
import osusume.recommend.Recommendations;
import osusume.recommend.Request;

/**
 * Recommendations for many people: one JSON line each, in the order of the people, worked out on
 * all cores.
 */
final class RecommendationLines {
  /** People worked on at a time: enough to keep all cores busy, few enough to hold their lines. */
  private static final int BATCH = 512;

  private static final String POPULAR = "popular";

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
    int popular = 0;
    for (int from = 0; from < people.count(); from += BATCH) {
      List<Line> lines =
          IntStream.range(from, Math.min(from + BATCH, people.count()))
              .parallel()
              .mapToObj(i -> line(people.ids().applyAsInt(i), people.tastes().apply(i)))
              .toList();
      for (Line line : lines) {
        options.out().println(line.json());
        popular += line.insteadPopular() ? 1 : 0;
      }
      options.flushAnswer();
    }
    if (popular > 0) {
      options.say(
          "%,d of %,d people have no rating to learn a taste from; they got the most watched titles."
              .formatted(popular, people.count()));
    }
  }

  private record Line(String json, boolean insteadPopular) {}

  private Line line(int userId, Taste taste) {
    Request asked = request.apply(taste);
    Answer answer = door.rank(asked);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("user_id", userId);
    line.put(
        "anime_id",
        answer.recommendations().stream().map(r -> catalogue.anime(r.animeRow()).id()).toList());
    line.put("weights", answer.recommendations().stream().map(AnswerDocument::weight).toList());
    boolean wantedPopular = asked.strategy().equals(POPULAR) && asked.aim() == Aim.WATCH;
    return new Line(Json.line(line), answer.strategy().equals(POPULAR) && !wantedPopular);
  }
}
