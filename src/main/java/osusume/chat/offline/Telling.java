package osusume.chat.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import osusume.chat.tool.ToolResult;
import osusume.data.Anime;
import osusume.data.Catalogue;

/** Answers about titles: their facts, why they are recommended, two beside each other, in order. */
final class Telling {
  private static final int MOST = 5;
  private static final int PARTS = 12;
  private static final int REASONS = 3;

  private final Understanding asked;
  private final Desk desk;
  private final Wording wording;
  private final Saying saying;

  Telling(Understanding asked, Desk desk, Wording wording, Saying saying) {
    this.asked = asked;
    this.desk = desk;
    this.wording = wording;
    this.saying = saying;
  }

  private Person person() {
    return Person.of(desk.ground());
  }

  void details() {
    JsonNode found = look();
    for (int i = 0; i < found.size(); i++) {
      JsonNode title = found.get(i);
      saying.paragraph();
      fact(title);
      parts(title, false);
    }
    if (asked.lacks().contains("stories or characters")) {
      saying.paragraph().add(wording.of("details.story"));
    } else if (!asked.lacks().isEmpty()) {
      saying
          .paragraph()
          .add("The data says nothing of " + String.join(" or ", asked.lacks()) + ".");
    }
  }

  void compare() {
    JsonNode found = look();
    int best = -1;
    double highest = 0;
    boolean predicted =
        StreamSupport.stream(found.spliterator(), false).allMatch(title -> title.has("predicted"));
    for (int i = 0; i < found.size(); i++) {
      JsonNode title = found.get(i);
      saying.add(i == 0 ? "" : "\n").add("- ");
      fact(title);
      double value = title.path(predicted ? "predicted" : "rating").asDouble();
      if (value > highest) {
        highest = value;
        best = i;
      }
    }
    if (best >= 0 && found.size() > 1) {
      int row = row(found.get(best));
      saying.paragraph();
      if (predicted) {
        JsonNode given = found.get(best).path("your_rating");
        saying
            .add("For " + person().object() + " I would pick ")
            .title(row)
            .add(": " + person().again())
            .add(
                given.isMissingNode()
                    ? " would give it about " + found.get(best).get("predicted").asText() + "."
                    : " gave it a " + given.asText() + ".");
      } else {
        saying
            .title(row)
            .add(" is rated highest of them: " + found.get(best).get("rating").asText() + ".");
      }
    }
  }

  void order() {
    JsonNode found = look();
    for (int i = 0; i < found.size(); i++) {
      saying.paragraph();
      parts(found.get(i), true);
    }
  }

  private JsonNode look() {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    ArrayNode anime = arguments.putArray("anime");
    asked.titles().stream().limit(MOST).map(desk.ground().catalogue()::idOfRow).forEach(anime::add);
    ToolResult result = desk.call("anime_details", arguments);
    if (result.failed()) {
      saying.add(wording.of("failed", result.summary()));
    }
    return result.json().path("anime");
  }

  private int row(JsonNode title) {
    return desk.ground().catalogue().rowOfId(title.path("anime_id").asInt());
  }

  private void fact(JsonNode title) {
    Anime anime = desk.ground().catalogue().anime(row(title));
    saying.title(row(title)).add(": ").add(Saying.facts(anime)).add(".");
    JsonNode here = title.path("in_this_data_set");
    if (here.path("raters").asInt() > 0) {
      saying.add(
          " In this data set %,d people rated it, %s on average."
              .formatted(here.path("raters").asInt(), here.path("mean_rating").asText()));
    }
    if (title.has("your_rating")) {
      saying.add(
          " %s gave it a %s.".formatted(person().subject(), title.get("your_rating").asText()));
    } else if (title.path("watched").asBoolean()) {
      saying.add(
          " %s %s watched it without rating it.".formatted(person().subject(), person().have()));
    }
    if (title.has("predicted") && !title.has("your_rating")) {
      saying.add(
          " I expect that %s would%s give it about %s."
              .formatted(
                  person().object(),
                  title.path("watched").asBoolean() ? ", asked for a rating," : "",
                  title.get("predicted").asText()));
    }
  }

  private void parts(JsonNode title, boolean asOrder) {
    Catalogue catalogue = desk.ground().catalogue();
    List<Integer> rows = new ArrayList<>();
    title
        .path("story_in_watching_order")
        .forEach(part -> rows.add(catalogue.rowOfId(part.path("anime_id").asInt())));
    rows.removeIf(row -> row < 0 || catalogue.adult(row) && desk.ground().hideAdult());
    int all = Math.max(rows.size(), title.path("parts_of_the_story").asInt());
    if (!asOrder) {
      if (rows.size() > 1) {
        saying.add(" It is part of a story of %,d titles; ask for its watch order.".formatted(all));
      }
      return;
    }
    if (rows.size() < 2) {
      saying.title(row(title)).add(" stands alone: this data set has no other part of its story.");
      return;
    }
    saying.add("The story of ").title(row(title)).add(", in watching order:\n");
    for (int i = 0; i < Math.min(PARTS, rows.size()); i++) {
      Anime part = catalogue.anime(rows.get(i));
      saying.line().add((i + 1) + ". ").title(rows.get(i));
      saying.add(
          " (%s%s)"
              .formatted(
                  part.type(), part.episodes() > 1 ? ", " + part.episodes() + " episodes" : ""));
    }
    if (all > PARTS) {
      saying.line().add("\nand %,d more.".formatted(all - PARTS));
    }
  }

  void explain() {
    for (int row : asked.titles().stream().limit(REASONS).toList()) {
      ToolResult result =
          desk.call(
              "explain",
              JsonNodeFactory.instance
                  .objectNode()
                  .put("anime", desk.ground().catalogue().idOfRow(row)));
      saying.paragraph();
      if (result.failed()) {
        saying.add(wording.of("failed", result.summary()));
        return;
      }
      explain(row, result.json());
    }
  }

  private void explain(int row, JsonNode json) {
    saying.title(row).add(": ").add(Saying.facts(desk.ground().catalogue().anime(row))).add(".");
    if (json.has("your_rating")) {
      saying.add(
          " %s gave it a %s.".formatted(person().subject(), json.get("your_rating").asText()));
    } else if (json.has("predicted")) {
      saying.add(
          " I expect that %s would give it about **%s**."
              .formatted(person().object(), json.get("predicted").asText()));
    }
    saying.add(
        " By %s taste it is number %,d of %,d."
            .formatted(person().their(), json.path("rank").asInt(), json.path("of").asInt()));
    reasons("In its favour", json.path("reasons_for"));
    reasons("Against it", json.path("reasons_against"));
    reasons("Why I do not recommend it", json.path("hidden_because"));
  }

  private void reasons(String heading, JsonNode reasons) {
    if (!reasons.isEmpty()) {
      List<String> words = new ArrayList<>();
      reasons.forEach(reason -> words.add(reason.asText().replaceFirst("^because ", "")));
      saying
          .paragraph()
          .add(
              heading + ": " + String.join("; ", words.subList(0, Math.min(REASONS, words.size()))))
          .add(".");
    }
  }
}
