package osusume.chat.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import osusume.chat.tool.ToolResult;
import osusume.data.Catalogue;

/** Answers what somebody watches and likes. */
final class Portrait {
  private static final int MOST = 4;

  private final Understanding asked;
  private final Desk desk;
  private final Wording wording;
  private final Saying saying;

  Portrait(Understanding asked, Desk desk, Wording wording, Saying saying) {
    this.asked = asked;
    this.desk = desk;
    this.wording = wording;
    this.saying = saying;
  }

  void answer() {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    asked.userId().ifPresent(id -> arguments.put("user_id", id));
    ToolResult result = desk.call("user_profile", arguments);
    if (result.failed()) {
      saying.add(wording.of("failed", result.summary()));
      return;
    }
    JsonNode json = result.json();
    Person person = Person.of(desk.ground());
    if (json.path("watched").asInt() == 0) {
      saying.add(
          "I know nothing of %s taste yet: rate a few titles first.".formatted(person.their()));
      return;
    }
    saying.add(
        "%s %s watched **%,d** titles and rated **%,d** of them"
            .formatted(
                person.subject(),
                person.have(),
                json.path("watched").asInt(),
                json.path("rated").asInt()));
    saying.add(
        json.path("mean_rating").isNumber()
            ? ", **%s** on average.".formatted(json.get("mean_rating").asText())
            : ".");
    line("Most watched genres", json.path("most_watched_genres"), true);
    line("Best liked genres", json.path("best_liked_genres"), false);
    line("Less liked", json.path("least_liked_genres"), false);
    line("Types", json.path("types"), true);
    groups(json.path("taste_groups"));
    favourites(json.path("favourites"));
  }

  private void line(String heading, JsonNode values, boolean counts) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, values.size()); i++) {
      JsonNode value = values.get(i);
      String figure = value.path(counts ? "watched" : "mean_rating").asText();
      words.add(value.path("name").asText() + (figure.isEmpty() ? "" : " (" + figure + ")"));
    }
    if (!words.isEmpty()) {
      saying.add(saying.text().contains("\n- ") ? "\n" : "\n\n");
      saying.add("- %s: %s".formatted(heading, String.join(", ", words)));
    }
  }

  private void groups(JsonNode groups) {
    if (!groups.isEmpty()) {
      saying.line().add("- Nearest taste group: " + groups.get(0).path("group").asText());
    }
  }

  private void favourites(JsonNode favourites) {
    Catalogue catalogue = desk.ground().catalogue();
    List<Integer> rows = new ArrayList<>();
    favourites.forEach(
        favourite -> rows.add(catalogue.rowOfId(favourite.path("anime_id").asInt())));
    rows.removeIf(row -> row < 0 || catalogue.adult(row) && desk.ground().hideAdult());
    if (!rows.isEmpty()) {
      saying
          .line()
          .add("- Favourites: ")
          .titles(rows.subList(0, Math.min(MOST, rows.size())), "and");
    }
  }
}
