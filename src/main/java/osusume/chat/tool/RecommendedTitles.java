package osusume.chat.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.data.AnimeFilter;
import osusume.data.Taste;
import osusume.recommend.Answer;
import osusume.recommend.Recommendation;
import osusume.recommend.Request;

/** Asks the recommender and puts its answer into JSON, for {@code recommend} and the like. */
final class RecommendedTitles {
  static final int K = 10;
  static final int MOST = 25;

  private static final int REASONS = 3;
  private static final String LIKENESS = "similar";

  /**
   * How much further down a title counts as standing for each genre that less is wanted of: the
   * smallest factor measured that halves the genre's share of ten titles (docs/evaluation.md).
   */
  private static final int LESS = 4;

  private RecommendedTitles() {}

  /**
   * What ranks titles by how much they are like one. The usual strategy makes much of how well
   * known a title is, which after a single title of which little is known leaves little else.
   */
  static String strategyOfLikeness(Ground ground) {
    return ground.recommendations().strategies().contains(LIKENESS) ? LIKENESS : ground.strategy();
  }

  /** What is no candidate for titles like some others: those themselves, and what is known. */
  static BitSet leftOutBeside(int[] rows, boolean unwatched, Ground ground) {
    BitSet out =
        unwatched
            ? ground.asker().taste().leaveOut()
            : Wanted.unwanted(ground.asker(), ground.catalogue());
    for (int row : rows) {
      out.set(row);
    }
    return out;
  }

  /**
   * A request for titles like some others: what is left out is so by naming the rest, so that a
   * story of which the asker saw the first part goes on with the next.
   */
  static Request.Builder like(int[] rows, String strategy, BitSet leftOut, Ground ground) {
    BitSet among = (BitSet) leftOut.clone();
    among.flip(0, ground.catalogue().size());
    return Request.of(Taste.ofTitles(rows), strategy).among(among);
  }

  /**
   * @param less genres of which less is wanted; titles that have them sink and are not taken out
   * @param leftOut catalogue rows that are no candidates, as the request says too
   * @param said what was asked for, for the person
   */
  static ToolResult answer(
      Request.Builder builder,
      BitSet leftOut,
      Arguments arguments,
      AnimeFilter filter,
      List<String> less,
      String said,
      Ground ground) {
    int k = arguments.whole("k").orElse(K);
    Request request = builder.filter(filter).k(less.isEmpty() ? k : k * (LESS + 1)).build();
    Answer answer = ground.recommendations().answer(request);
    List<Recommendation> best = sunk(answer.recommendations(), less, ground);
    best = best.subList(0, Math.min(k, best.size()));
    int found = filter.match(ground.catalogue(), leftOut).count();
    ObjectNode json = TitleJson.object();
    json.put("strategy", answer.strategy()).put("found", found);
    ArrayNode anime = json.putArray("anime");
    best.forEach(title -> anime.add(json(title, ground)));
    json.put("note", answer.note());
    return new ToolResult(
        TitleJson.capped(json, "anime"),
        "%s (%,d fit)".formatted(said, found),
        best.stream().map(title -> ground.catalogue().idOfRow(title.animeRow())).toList(),
        false);
  }

  private static List<Recommendation> sunk(
      List<Recommendation> titles, List<String> less, Ground ground) {
    List<Recommendation> order = new ArrayList<>(titles);
    order.sort(
        Comparator.comparingDouble(
            title ->
                title.rank()
                    * Math.pow(
                        LESS,
                        less.stream()
                            .filter(ground.catalogue().anime(title.animeRow()).genres()::contains)
                            .count())));
    return order;
  }

  private static ObjectNode json(Recommendation title, Ground ground) {
    ObjectNode json = TitleJson.of(title.animeRow(), ground);
    title
        .predicted()
        .ifPresent(predicted -> json.set("predicted", TitleJson.number(predicted.rating(), 1)));
    ArrayNode reasons = json.putArray("reasons");
    title.reasons().stream()
        .limit(REASONS)
        .map(ground.reasons())
        .map(Harmless::line)
        .forEach(reasons::add);
    if (!title.story().isEmpty()) {
      json.put("more_parts", title.story().size());
    }
    return json;
  }
}
