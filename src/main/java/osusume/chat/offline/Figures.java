package osusume.chat.offline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import osusume.chat.tool.ToolResult;
import osusume.data.Catalogue;

/** Answers with figures of the titles: how many, how good on average, which genre is best. */
final class Figures {
  /** Fewer titles than that make no mean that says much. */
  private static final int FEW = 5;

  /** The mean rating of a title that fewer members know is a matter of chance. */
  private static final int KNOWN = 1_000;

  private static final int LOOKED_AT = 25;

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
            unwatched(asked.wishes()).put("sort", "rating").put("limit", LOOKED_AT));
    if (result.failed()) {
      saying.add(wording.of("failed", result.summary()));
      return;
    }
    String words = asked.wishes().inWords();
    if (asked.ofSeen()) {
      seen(result.json().path("watched_of_all_that_fit").asInt(), words);
      return;
    }
    String found = "%,d".formatted(result.json().path("found").asInt());
    saying.add(
        words.isEmpty() ? wording.of("count.all", found) : wording.of("count", found, words));
    if (asked.share()) {
      share(result.json().path("found").asInt());
    }
    Catalogue catalogue = desk.ground().catalogue();
    List<Integer> examples =
        desk.rows(result).stream()
            .filter(row -> asked.adult() && !desk.ground().hideAdult() || !catalogue.adult(row))
            .filter(row -> catalogue.anime(row).members() >= KNOWN)
            .limit(EXAMPLES)
            .toList();
    if (!words.isEmpty() && !examples.isEmpty()) {
      saying.add(" ").add(wording.of("count.some")).add(" ").titles(examples, "and").add(".");
    }
    lacks();
  }

  private void seen(int fitting, String words) {
    Person person = Person.of(desk.ground());
    int of = desk.ground().asker().taste().rows().cardinality();
    String what = words.isEmpty() ? "" : " (%s)".formatted(words);
    saying.add(
        "%s %s watched **%,d** %s%s."
            .formatted(
                person.subject(), person.have(), fitting, fitting == 1 ? "title" : "titles", what));
    if (of > 0 && !words.isEmpty()) {
      saying.add(
          " Of %,d on %s list that is **%s %%**."
              .formatted(
                  of, person.their(), String.format(Locale.ROOT, "%.1f", 100.0 * fitting / of)));
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
                  row.size() > 1 ? "; " + titles(row.path(1)) : ""));
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
          saying.add(" (" + titles(row.path(2)) + ")");
        }
      }
    }
    fewTitles(rows);
    lacks();
  }

  /** A mean of a title or two says little; what rests on more is said beside it. */
  private void fewTitles(JsonNode rows) {
    if (rows.get(0).size() < 3 || rows.get(0).path(2).asInt() >= FEW) {
      return;
    }
    for (JsonNode row : rows) {
      if (row.path(2).asInt() >= FEW) {
        saying
            .paragraph()
            .add(
                "That rests on %s. Of those with %d titles or more, **%s** comes first: %s (%s)."
                    .formatted(
                        titles(rows.get(0).path(2)),
                        FEW,
                        row.path(0).asText(),
                        number(row.path(1)),
                        titles(row.path(2))));
        return;
      }
    }
  }

  private static String titles(JsonNode count) {
    return number(count) + (count.asInt() == 1 ? " title" : " titles");
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
