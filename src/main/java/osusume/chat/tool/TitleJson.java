package osusume.chat.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import osusume.chat.Asker;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.data.Anime;
import osusume.json.Json;

/** Titles as the tools' answers have them. */
final class TitleJson {
  /** What an answer may have in characters: some 2,000 tokens, a quarter of a small memory. */
  static final int MOST_CHARACTERS = 8_000;

  private TitleJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The columns of {@code anime.csv}, and what the person says of the title. */
  static ObjectNode of(int row, Ground ground) {
    Anime anime = ground.catalogue().anime(row);
    ObjectNode json = object();
    json.put("anime_id", anime.id());
    json.put("name", Harmless.line(anime.name()));
    json.put("genre", Harmless.line(anime.genreText()));
    json.put("type", Harmless.line(anime.type()));
    json.put("episodes", anime.episodes() < 0 ? null : Integer.valueOf(anime.episodes()));
    json.set("rating", number(anime.rating(), 2));
    json.put("members", anime.members());
    json.put("watched", ground.asker().taste().holds(row));
    int rating = ratingOf(ground.asker(), row);
    if (rating > 0) {
      json.put("your_rating", rating);
    }
    return json;
  }

  /** What somebody rated a title; 0 where they did not. */
  static int ratingOf(Asker asker, int row) {
    for (int entry = 0; entry < asker.taste().size(); entry++) {
      if (asker.taste().row(entry) == row) {
        return Math.max(0, asker.taste().rating(entry));
      }
    }
    return 0;
  }

  /** A number with so many places at the most; null where it is not known. */
  static JsonNode number(double value, int places) {
    if (!Double.isFinite(value)) {
      return JsonNodeFactory.instance.nullNode();
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() <= 0
        ? JsonNodeFactory.instance.numberNode(rounded.longValue())
        : JsonNodeFactory.instance.numberNode(rounded.doubleValue());
  }

  /**
   * The same answer, short enough: what does not fit of a list in it is left out from its end, and
   * told.
   *
   * @param list name of the list
   */
  static ObjectNode capped(ObjectNode json, String list) {
    if (json.get(list) instanceof ArrayNode values) {
      int all = values.size();
      while (values.size() > 1 && Json.line(json).length() > MOST_CHARACTERS) {
        values.remove(values.size() - 1);
        json.put(
            "cut",
            "The answer is too long, so only the first %d of %d are here. Ask for fewer."
                .formatted(values.size(), all));
      }
    }
    return json;
  }

  /** The MyAnimeList ids of rows. */
  static List<Integer> ids(int[] rows, Ground ground) {
    return Arrays.stream(rows).map(ground.catalogue()::idOfRow).boxed().toList();
  }
}
