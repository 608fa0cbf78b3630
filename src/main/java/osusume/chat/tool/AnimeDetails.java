package osusume.chat.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.data.TitleRatings;
import osusume.recommend.Franchises;
import osusume.recommend.PredictedRating;
import osusume.recommend.Request;

/** All that is known of a few titles. */
final class AnimeDetails extends ArgumentTool {
  private static final int MOST_TITLES = 5;
  private static final int MOST_PARTS = 12;

  AnimeDetails() {
    super(
        "anime_details",
        "All that is known of one title or a few: facts, how the users of the data set rated it,"
            + " the parts of its story in watching order, what the person says of it and would"
            + " rate it. Call it before speaking of a certain title, and to compare titles.",
        List.of(
            Argument.title("anime", "one title or up to five: anime_id or name")
                .upTo(MOST_TITLES)
                .needed()));
  }

  @Override
  String inWords(Arguments arguments, Ground ground) {
    return "look up "
        + arguments.texts("anime").stream().map(Harmless::line).collect(Collectors.joining(", "));
  }

  @Override
  ToolResult call(Arguments arguments, Call call) throws ToolArgumentException {
    Ground ground = call.ground();
    if (!arguments.has("anime")) {
      throw new ToolArgumentException("'anime' is empty: name at least one title.");
    }
    int[] rows = MeantTitle.rows(arguments, "anime", ground.catalogue());
    ObjectNode json = TitleJson.object();
    ArrayNode anime = json.putArray("anime");
    for (int row : rows) {
      call.progress().check();
      anime.add(details(row, ground));
    }
    String names =
        Arrays.stream(rows)
            .mapToObj(row -> Harmless.line(ground.catalogue().anime(row).name()))
            .collect(Collectors.joining(", "));
    return new ToolResult(
        TitleJson.capped(json, "anime"), "looked up " + names, TitleJson.ids(rows, ground), false);
  }

  private static ObjectNode details(int row, Ground ground) {
    ObjectNode json = TitleJson.of(row, ground);
    TitleRatings ratings = TitleRatings.of(ground.data(), row);
    ObjectNode here = json.putObject("in_this_data_set");
    here.set("mean_rating", TitleJson.number(ratings.mean(), 2));
    here.put("raters", ratings.rated()).put("watchers", ratings.rated() + ratings.unrated());
    predicted(row, ground)
        .ifPresent(predicted -> json.set("predicted", TitleJson.number(predicted.rating(), 1)));
    ground
        .asker()
        .list()
        .flatMap(list -> list.ofAnime(ground.catalogue().idOfRow(row)))
        .ifPresent(
            entry -> {
              json.put("your_status", entry.status().name().toLowerCase(Locale.ROOT));
              json.put("your_episodes_seen", entry.seen());
            });
    Franchises franchises = Franchises.of(ground.catalogue());
    int[] parts = franchises.members(franchises.of(row));
    if (parts.length > 1) {
      ArrayNode story = json.putArray("story_in_watching_order");
      Arrays.stream(parts).limit(MOST_PARTS).forEach(part -> story.add(part(part, ground)));
      json.put("parts_of_the_story", parts.length);
    }
    return json;
  }

  private static ObjectNode part(int row, Ground ground) {
    Catalogue catalogue = ground.catalogue();
    return TitleJson.object()
        .put("anime_id", catalogue.idOfRow(row))
        .put("name", Harmless.line(catalogue.anime(row).name()))
        .put("type", Harmless.line(catalogue.anime(row).type()))
        .put("watched", ground.asker().taste().holds(row));
  }

  /**
   * What the asker would rate a title, as if they had not rated it yet; empty where nothing
   * predicts it.
   */
  static Optional<PredictedRating> predicted(int row, Ground ground) {
    Taste taste = ground.asker().taste().without(row);
    if (!ground.recommendations().predictsRatings() || !taste.hasRatings()) {
      return Optional.empty();
    }
    BitSet among = new BitSet();
    among.set(row);
    Request request =
        Request.of(taste, ground.strategy())
            .among(among)
            .watchedToo(true)
            .franchises(false)
            .k(1)
            .build();
    return ground.recommendations().answer(request).recommendations().getFirst().predicted();
  }
}
