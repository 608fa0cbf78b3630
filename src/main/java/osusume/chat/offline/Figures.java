package osusume.chat.offline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import osusume.chat.tool.ToolResult;
import osusume.data.Catalogue;

/** Answers with figures of the titles: how many, how good on average, which genre is best. */
final class Figures {
  private static final int EXAMPLES = 3;

  private final Understanding asked;
  private final Desk desk;
  private final Wording wording;
  private final Saying saying;

  Figures(Understanding asked, Desk desk, Wording wording, Saying saying) {
    this.asked = asked;
    this.desk = desk;
    this.wording = wording;
    this.saying = saying;
  }

  void count() {
    if (asked.lacks().isEmpty() && asked.ofUsers()) {
      saying.add(
          wording.of(
              "count.users",
              "%,d".formatted(desk.ground().data().ratings().rowCount()),
              "%,d".formatted(desk.ground().data().ratings().entryCount())));
      return;
    }
    ToolResult result =
        desk.call(
            "search_anime",
            unwatched(asked.wishes()).put("sort", "rating").put("limit", EXAMPLES * 3));
    if (result.failed()) {
      saying.add(wording.of("failed", result.summary()));
      return;
    }
    String found = "%,d".formatted(result.json().path("found").asInt());
    String words = asked.wishes().inWords();
    saying.add(
        words.isEmpty() ? wording.of("count.all", found) : wording.of("count", found, words));
    if (asked.share()) {
      share(result.json().path("found").asInt());
    }
    Catalogue catalogue = desk.ground().catalogue();
    List<Integer> examples =
        desk.rows(result).stream()
            .filter(row -> asked.adult() && !desk.ground().hideAdult() || !catalogue.adult(row))
            .limit(EXAMPLES)
            .toList();
    if (!words.isEmpty() && !examples.isEmpty()) {
      saying.add(" ").add(wording.of("count.some")).add(" ").titles(examples, "and").add(".");
    }
    lacks();
  }

  private void share(int found) {
    ToolResult all = desk.call("search_anime", Wishes.NONE.arguments().put("limit", 1));
    int of = all.json().path("found").asInt();
    if (of > 0) {
      saying
          .add(" ")
          .add(
              wording.of(
                  "count.share",
                  "%,d".formatted(of),
                  String.format(Locale.ROOT, "%.1f", 100.0 * found / of)));
    }
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode unwatched(Wishes wishes) {
    var arguments = wishes.arguments();
    wishes.unwatched().ifPresent(flag -> arguments.put("unwatched", flag));
    return arguments;
  }

  void statistic() {
    Understanding.Statistic wanted = asked.statistic().orElseThrow();
    ToolResult result = desk.call("query_table", Tables.figure(asked.wishes(), wanted));
    if (result.failed()) {
      saying.add(wording.of("failed", result.summary()));
      return;
    }
    JsonNode rows = result.json().path("rows");
    String words = asked.wishes().inWords();
    String among = words.isEmpty() ? "all titles" : words;
    if (rows.isEmpty()) {
      saying.add(wording.of("nothing", among));
      return;
    }
    boolean counts = wanted.fn().equals("count");
    String what = counts ? "number of titles" : wanted.fn() + " " + column(wanted.column());
    if (wanted.group().isEmpty()) {
      JsonNode row = rows.get(0);
      saying.add(
          "The %s is **%s** (%s%s)."
              .formatted(
                  what,
                  number(row.path(0)),
                  among,
                  row.size() > 1 ? "; %s titles".formatted(number(row.path(1))) : ""));
    } else {
      JsonNode best = rows.get(0);
      saying.add(
          "**%s** has the %s %s: **%s** (%s)."
              .formatted(
                  best.path(0).asText(),
                  wanted.descending() ? "highest" : "lowest",
                  what,
                  number(best.path(1)),
                  among));
      saying.line();
      for (int i = 0; i < rows.size(); i++) {
        JsonNode row = rows.get(i);
        saying.line().add("%d. %s: %s".formatted(i + 1, row.path(0).asText(), number(row.path(1))));
        if (row.size() > 2) {
          saying.add(" (%s titles)".formatted(number(row.path(2))));
        }
      }
    }
    lacks();
  }

  private static String column(String column) {
    return switch (column) {
      case "episodes" -> "length in episodes";
      case "members" -> "number of members";
      default -> "rating";
    };
  }

  private static String number(JsonNode value) {
    double x = value.asDouble();
    return value.isNumber()
        ? x == Math.rint(x)
            ? String.format(Locale.ROOT, "%,.0f", x)
            : String.format(Locale.ROOT, "%,.2f", x)
        : value.asText();
  }

  private void lacks() {
    if (!asked.lacks().isEmpty()) {
      saying.paragraph().add(wording.of("lacks", String.join(" or ", asked.lacks())));
    }
  }
}
