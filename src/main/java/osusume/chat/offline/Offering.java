package osusume.chat.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;
import osusume.chat.tool.ToolResult;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.NumberRange;

/** Answers with titles to choose from: recommendations, titles like others, lists. */
final class Offering {
  private static final int COUNT = 3;
  private static final int LISTED = 5;
  private static final int MOST = 25;

  private final Understanding asked;
  private final Desk desk;
  private final Wording wording;
  private final Saying saying;

  Offering(Understanding asked, Desk desk, Wording wording, Saying saying) {
    this.asked = asked;
    this.desk = desk;
    this.wording = wording;
    this.saying = saying;
  }

  void answer() {
    if (asked.adult() && desk.ground().hideAdult()) {
      saying.add(wording.of("adult"));
      return;
    }
    int count =
        Math.min(MOST, asked.count().orElse(asked.intent() == Intent.LIST ? LISTED : COUNT));
    Wishes wishes = decent(asked.wishes());
    ToolResult result = ask(wishes, Math.min(MOST, count + asked.shown().size()));
    if (result.failed()) {
      saying.add(wording.of("failed", result.summary()));
      return;
    }
    List<JsonNode> fitting = fitting(result);
    List<JsonNode> fresh = inOrder(fitting.stream().limit(count).toList());
    if (fresh.isEmpty()) {
      nothing(wishes, !asked.shown().isEmpty() && !result.animeIds().isEmpty());
      return;
    }
    opening(fresh.size());
    for (int i = 0; i < fresh.size(); i++) {
      saying.line().add(i == 0 ? "\n" : "").add((i + 1) + ". ");
      entry(fresh.get(i));
    }
    closing(fresh.size(), count);
  }

  /** What was not asked for explicitly is not shown. */
  private Wishes decent(Wishes wishes) {
    boolean has = desk.ground().catalogue().genres().contains(Catalogue.ADULT_GENRE);
    if (asked.adult() || desk.ground().hideAdult() || !has) {
      return wishes;
    }
    Set<String> without = new LinkedHashSet<>(wishes.without());
    without.add(Catalogue.ADULT_GENRE);
    return new Wishes(
        wishes.genres(),
        wishes.anyGenres(),
        without,
        wishes.less(),
        wishes.types(),
        wishes.episodes(),
        wishes.rating(),
        wishes.members(),
        wishes.contained(),
        wishes.unwatched());
  }

  private ToolResult ask(Wishes wishes, int many) {
    ObjectNode arguments = wishes.arguments();
    wishes.unwatched().ifPresent(flag -> arguments.put("unwatched", flag));
    return switch (asked.intent()) {
      case LIST -> listed(arguments, many);
      case SIMILAR -> alike(arguments, wishes, many);
      default -> {
        less(arguments, wishes);
        yield desk.call("recommend", arguments.put("k", many));
      }
    };
  }

  private ToolResult alike(ObjectNode arguments, Wishes wishes, int many) {
    Catalogue catalogue = desk.ground().catalogue();
    arguments.put("k", many);
    if (asked.titles().size() == 1 && wishes.less().isEmpty()) {
      arguments.put("anime", catalogue.idOfRow(asked.titles().getFirst()));
      return desk.call("similar_anime", arguments);
    }
    ArrayNode like = arguments.putArray("like");
    asked.titles().forEach(row -> like.add(catalogue.idOfRow(row)));
    less(arguments, wishes);
    return desk.call("recommend", arguments);
  }

  private static void less(ObjectNode arguments, Wishes wishes) {
    if (!wishes.less().isEmpty()) {
      ArrayNode less = arguments.putArray("less_of");
      wishes.less().forEach(less::add);
    }
  }

  private ToolResult listed(ObjectNode arguments, int many) {
    String sort = asked.sort();
    if (sort.equals("worst") || sort.equals("shortest")) {
      return desk.call(
          "query_table",
          Tables.lowest(asked.wishes(), sort.equals("worst") ? "rating" : "episodes", many));
    }
    arguments.put("sort", sort.isEmpty() || sort.equals("best") ? "rating" : sort);
    if (asked.wishes().unwatched().isEmpty()
        && sort.isEmpty()
        && asked.wishes().contained().isEmpty()) {
      arguments.put("unwatched", true);
    }
    return desk.call("search_anime", arguments.put("limit", many));
  }

  /** What a tool found without what was shown before. */
  private List<JsonNode> fitting(ToolResult result) {
    Catalogue catalogue = desk.ground().catalogue();
    Map<Integer, JsonNode> found = new LinkedHashMap<>();
    StreamSupport.stream(result.json().path("anime").spliterator(), false)
        .forEach(node -> found.put(node.path("anime_id").asInt(), node));
    StreamSupport.stream(result.json().path("rows").spliterator(), false)
        .forEach(
            row ->
                found.put(
                    row.path(0).asInt(),
                    com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                        .objectNode()
                        .put("anime_id", row.path(0).asInt())));
    found.keySet().removeIf(id -> asked.shown().contains(id) || catalogue.rowOfId(id) < 0);
    return List.copyOf(found.values());
  }

  /** What was chosen by taste, in the order that was asked for; a list is in it already. */
  private List<JsonNode> inOrder(List<JsonNode> chosen) {
    if (asked.intent() == Intent.LIST) {
      return chosen;
    }
    ToDoubleFunction<Anime> column =
        switch (asked.sort()) {
          case "rating" -> anime -> -anime.rating();
          case "worst" -> Anime::rating;
          case "members" -> anime -> -anime.members();
          case "obscure" -> Anime::members;
          case "episodes" -> anime -> -anime.episodes();
          case "shortest" -> Anime::episodes;
          default -> _ -> 0;
        };
    Catalogue catalogue = desk.ground().catalogue();
    return chosen.stream()
        .sorted(
            Comparator.comparingDouble(
                found ->
                    column.applyAsDouble(
                        catalogue.anime(catalogue.rowOfId(found.path("anime_id").asInt())))))
        .toList();
  }

  private void opening(int many) {
    String one = many == 1 ? ".one" : "";
    switch (asked.intent()) {
      case SIMILAR ->
          saying.around(wording.of("alike" + one, Saying.here()), asked.titles(), "and");
      case LIST -> saying.add(wording.of("list" + one));
      default -> saying.add(wording.of("offer" + one, Person.of(desk.ground()).object()));
    }
    String understood = understood();
    saying.add(understood.isEmpty() ? ":" : " (" + understood + "):");
  }

  private String understood() {
    String words = asked.wishes().inWords();
    String sorted =
        switch (asked.sort()) {
          case "rating" -> "best rated first";
          case "best" -> asked.intent() == Intent.LIST ? "best rated first" : "";
          case "worst" -> "lowest rated first";
          case "members" -> "best known first";
          case "episodes" -> "longest first";
          case "shortest" -> "shortest first";
          case "obscure" -> "least known first";
          default -> "";
        };
    List<String> parts = new ArrayList<>();
    if (!words.isEmpty()) {
      parts.add(words);
    }
    if (!sorted.isEmpty()) {
      parts.add(sorted);
    }
    if ((asked.intent() != Intent.LIST
            || asked.sort().isEmpty() && asked.wishes().contained().isEmpty())
        && asked.wishes().unwatched().isEmpty()) {
      parts.add("unwatched");
    }
    return String.join(", ", parts);
  }

  private void entry(JsonNode found) {
    int row = desk.ground().catalogue().rowOfId(found.path("anime_id").asInt());
    saying.title(row).add(": ").add(Saying.facts(desk.ground().catalogue().anime(row)));
    JsonNode reasons = found.path("reasons");
    String reason = reasons.isEmpty() ? "" : reasons.get(0).asText();
    if (!reason.isEmpty()) {
      saying.add(" – ").add(reason);
    }
    if (found.has("predicted")) {
      saying.add(" (%s ★ expected)".formatted(found.get("predicted").asText()));
    }
  }

  private void closing(int got, int wanted) {
    if (!asked.lacks().isEmpty()) {
      saying.paragraph().add(wording.of("lacks", String.join(" or ", asked.lacks())));
    }
    if (got < wanted && asked.count().isPresent()) {
      saying.paragraph().add("Only %d of the %d you asked for fit.".formatted(got, wanted));
    }
  }

  private void nothing(Wishes wishes, boolean allShown) {
    if (allShown) {
      saying.add(wording.of("nothing.more"));
    } else {
      saying.add(wording.of("nothing", asked.wishes().inWords()));
    }
    List<String> ways = new ArrayList<>();
    for (Map.Entry<String, Wishes> way : loosened(wishes).entrySet()) {
      ToolResult result = ask(way.getValue(), 1);
      int found = result.json().path("found").asInt(result.animeIds().size());
      if (found > 0 && ways.size() < 4) {
        ways.add("- without \"%s\": %,d fit".formatted(way.getKey(), found));
      }
    }
    saying
        .paragraph()
        .add(
            ways.isEmpty()
                ? wording.of("loosen.none")
                : wording.of("loosen") + "\n\n" + String.join("\n", ways));
  }

  /** The wishes with one of them left out, by the wish that is. */
  private Map<String, Wishes> loosened(Wishes wishes) {
    Map<String, Wishes> ways = new LinkedHashMap<>();
    Wishes none = Wishes.NONE;
    if (!wishes.episodes().isAny()) {
      ways.put(
          none.withEpisodes(wishes.episodes()).inWords(), wishes.withEpisodes(NumberRange.ANY));
    }
    if (!wishes.rating().isAny()) {
      ways.put(none.withRating(wishes.rating()).inWords(), wishes.withRating(NumberRange.ANY));
    }
    if (!wishes.members().isAny()) {
      ways.put(none.withMembers(wishes.members()).inWords(), wishes.withMembers(NumberRange.ANY));
    }
    if (!wishes.types().isEmpty()) {
      ways.put(String.join(" or ", wishes.types()), wishes.withTypes(Set.of()));
    }
    for (String genre : wishes.genres()) {
      Set<String> rest = new LinkedHashSet<>(wishes.genres());
      rest.remove(genre);
      ways.put(genre, wishes.withGenres(rest, wishes.anyGenres()));
    }
    if (!wishes.anyGenres().isEmpty()) {
      ways.put(
          String.join(" or ", wishes.anyGenres()), wishes.withGenres(wishes.genres(), Set.of()));
    }
    return ways;
  }
}
