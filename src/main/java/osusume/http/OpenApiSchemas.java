package osusume.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import osusume.recommend.Strategies;
import osusume.recommend.Strategy;

/** The shapes of the answers, as JSON schemas (draft 2020-12, that of OpenAPI 3.1). */
final class OpenApiSchemas {
  static final String ANIME = "Anime";
  static final String RATING = "Rating";
  static final String TEACHING = "Teaching";
  static final String RECOMMENDATIONS = "Recommendations";
  static final String TALK = "Talk";
  static final String PROBLEM = "Problem";

  private static final String RECOMMENDED_ANIME = "RecommendedAnime";
  private static final String REASON = "Reason";

  private OpenApiSchemas() {}

  /** Every shape under its name. */
  static Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(ANIME, object(animeColumns(), List.of()));
    all.put(RATING, object(ratingColumns(), List.of()));
    all.put(RECOMMENDATIONS, object(recommendations(), List.of()));
    all.put(RECOMMENDED_ANIME, object(recommendedColumns(), List.of()));
    all.put(REASON, object(reason(), reasonExtras()));
    all.put(TALK, object(talk(), List.of()));
    all.put(TEACHING, object(teaching(), List.of()));
    all.put(PROBLEM, problem());
    return all;
  }

  static Map<String, Object> named(String name) {
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  static Map<String, Object> arrayOf(Map<String, Object> items) {
    return fields("type", "array", "items", items);
  }

  static Map<String, Object> oneOf(Map<String, Object> one, Map<String, Object> other) {
    return Map.of("oneOf", List.of(one, other));
  }

  private static Map<String, Object> animeColumns() {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("anime_id", wholeNumber("MyAnimeList id"));
    columns.put("name", text("as MyAnimeList writes it"));
    columns.put("genre", text("all genres, with a comma and a space between them"));
    columns.put("type", text("TV, Movie, OVA, Special, ONA, Music or Unknown"));
    columns.put("episodes", orNull(wholeNumber("null where it is not known")));
    columns.put("rating", orNull(number("mean rating of MyAnimeList's members; null: none")));
    columns.put("members", wholeNumber("how many MyAnimeList members have it on their lists"));
    return columns;
  }

  private static Map<String, Object> ratingColumns() {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("user_id", wholeNumber("a user of the data set"));
    columns.put("anime_id", wholeNumber("MyAnimeList id"));
    Map<String, Object> rating = wholeNumber("1 to 10; -1: watched, not rated");
    rating.put("minimum", -1);
    rating.put("maximum", 10);
    columns.put("rating", rating);
    return columns;
  }

  private static Map<String, Object> recommendations() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("recommended_anime", arrayOf(text("names, the best first")));
    fields.put("weights", arrayOf(number("what each is ranked by")));
    fields.put("anime", arrayOf(named(RECOMMENDED_ANIME)));
    fields.put(
        "strategy",
        choice(
            "what ranked them; rating: predicted ratings",
            Stream.concat(Strategies.ALL.stream().map(Strategy::name), Stream.of("rating"))
                .toList()));
    fields.put(
        "removed",
        fields(
            "type",
            "object",
            "description",
            "how many titles each filter took out",
            "additionalProperties",
            Map.of("type", "integer", "minimum", 0)));
    fields.put("note", text("what to know about this answer; empty: nothing"));
    return fields;
  }

  private static Map<String, Object> recommendedColumns() {
    Map<String, Object> columns = animeColumns();
    columns.put("rank", wholeNumber("from 1"));
    columns.put("weight", number("what it is ranked by"));
    columns.put("reasons", arrayOf(named(REASON)));
    columns.put("predicted", orNull(number("the rating the user would give it; null: not known")));
    columns.put("plus_minus", orNull(number("how far off that is likely to be")));
    columns.put("story", arrayOf(wholeNumber("MyAnimeList id of a part of its story")));
    columns.put("ranked_by", wholeNumber("the part of its story that it is ranked by"));
    return columns;
  }

  private static Map<String, Object> reason() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(
        "kind",
        choice(
            "what it comes from",
            List.of(
                "group",
                "watched",
                "disliked",
                "dropped",
                "chosen",
                "popular",
                "people",
                "rated",
                "habit")));
    fields.put("group", wholeNumber("a taste group, from 1"));
    fields.put("anime_id", wholeNumber("a title on the user's list"));
    fields.put("rating", wholeNumber("what the user gave it; -1: watched, not rated"));
    fields.put("watchers", wholeNumber("how many watched the title"));
    fields.put("people", wholeNumber("out of so many with a like list"));
    fields.put("mean", number("the mean rating of the title"));
    fields.put("raters", wholeNumber("of so many"));
    fields.put("habit", text("genres, length, type, popularity or scale"));
    fields.put("value", text("what the user chooses often"));
    fields.put("share", number("its part in the title's weight"));
    fields.put("text", text("the reason in words"));
    return fields;
  }

  private static List<String> reasonExtras() {
    List<String> extras = new ArrayList<>(reason().keySet());
    extras.removeAll(List.of("kind", "share", "text"));
    return extras;
  }

  private static Map<String, Object> talk() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rec", text("what the assistant says, in Markdown"));
    fields.put("anime", arrayOf(named(ANIME)));
    fields.put("assistant", text("which assistant answered, with its model"));
    fields.put(
        "ending",
        text("complete; or refused, cut (the connection broke off) or limit (it took too much)"));
    fields.put(
        "notes",
        arrayOf(text("what to know of the answer: a title that there is none of, a limit")));
    return fields;
  }

  private static Map<String, Object> teaching() {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", text("as it stands in the query"));
    parameter.put("type", text("what its value can be"));
    parameter.put("meaning", text("what it asks for"));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message", text("what the route does"));
    fields.put("parameters", arrayOf(object(parameter, List.of())));
    fields.put(
        "examples",
        arrayOf(
            fields(
                "type",
                "string",
                "format",
                "uri-reference",
                "description",
                "finds something in the data set that is open")));
    return fields;
  }

  private static Map<String, Object> problem() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", text("the status in words"));
    fields.put("status", wholeNumber("the status of HTTP"));
    fields.put("detail", text("what came and what is expected, in a sentence"));
    fields.put("parameter", text("the parameter at fault, where it is one"));
    Map<String, Object> schema = object(fields, List.of("parameter"));
    // RFC 9457 leaves room for more.
    schema.put("additionalProperties", true);
    return schema;
  }

  /**
   * @param optional the names of the fields that may be missing
   */
  private static Map<String, Object> object(Map<String, Object> fields, List<String> optional) {
    List<String> required = new ArrayList<>(fields.keySet());
    required.removeAll(optional);
    return fields(
        "type",
        "object",
        "properties",
        fields,
        "required",
        required,
        "additionalProperties",
        false);
  }

  private static Map<String, Object> text(String description) {
    return fields("type", "string", "description", description);
  }

  private static Map<String, Object> number(String description) {
    return fields("type", "number", "description", description);
  }

  private static Map<String, Object> wholeNumber(String description) {
    return fields("type", "integer", "description", description);
  }

  private static Map<String, Object> choice(String description, List<String> words) {
    return fields("type", "string", "enum", words, "description", description);
  }

  private static Map<String, Object> orNull(Map<String, Object> schema) {
    schema.put("type", List.of(schema.get("type"), "null"));
    return schema;
  }

  /** An object with its fields in the order in which they are named. */
  static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
