package osusume.chat.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import osusume.chat.Ground;
import osusume.chat.Harmless;
import osusume.data.Catalogue;
import osusume.data.TableColumn;
import osusume.data.TableQuery;
import osusume.data.TableQuery.Condition;
import osusume.data.TableQuery.Fn;
import osusume.data.TableQuery.Having;
import osusume.data.TableQuery.Measure;
import osusume.data.TableQuery.Op;
import osusume.data.TableQuery.Source;

/** A question of numbers that no other tool answers. */
final class QueryTable extends ArgumentTool {
  private static final int LIMIT = 10;
  private static final int MOST_CONDITIONS = 10;
  private static final int MOST_GROUPS = 3;
  private static final int MOST_MEASURES = 8;
  private static final int MOST_VALUES = 50;
  private static final int LONGEST_VALUE = 200;
  private static final int PLACES = 3;

  private static final List<String> COMPARE = List.of("=", "!=", ">", ">=", "<", "<=");

  QueryTable() {
    super(
        "query_table",
        "Answers a question of numbers: filters, groups, aggregates and sorts a table."
            + " anime: anime_id, name, genre, type, episodes, rating (mean of all members),"
            + " members. ratings, one row a watched title of a user: user_id, rating (1 to 10),"
            + " anime_id, name, genre, type, episodes, members, anime_rating. Grouped by genre a"
            + " title counts under each of its genres. Columns of the result are called as in"
            + " group_by, count, and like mean_rating; sort and having name those. Example, the"
            + " best genre of long series: {\"table\":\"anime\",\"where\":[{\"column\":\"type\","
            + "\"op\":\"=\",\"value\":\"TV\"},{\"column\":\"episodes\",\"op\":\">\",\"value\":50}],"
            + "\"group_by\":[\"genre\"],\"select\":[{\"column\":\"rating\",\"fn\":\"mean\"},"
            + "{\"fn\":\"count\"}],\"sort\":{\"by\":\"mean_rating\"},\"limit\":5}",
        arguments());
  }

  private static List<Argument> arguments() {
    Argument column = Argument.text("column", "a column of the table");
    return List.of(
        Argument.choice("table", List.of("anime", "ratings"), "which table").needed(),
        Argument.parts(
                "where",
                List.of(
                    column.needed(),
                    Argument.choice(
                            "op",
                            Stream.concat(COMPARE.stream(), Stream.of("contains", "in")).toList(),
                            "how it is compared")
                        .needed(),
                    Argument.value("value", "with what; for in a list").needed()),
                "what a row must fulfil, all of it")
            .upTo(MOST_CONDITIONS),
        Argument.text("group_by", "columns whose values make a group").upTo(MOST_GROUPS),
        Argument.parts(
                "select",
                List.of(
                    column,
                    Argument.choice(
                        "fn",
                        Stream.of(Fn.values())
                            .map(fn -> fn.name().toLowerCase(Locale.ROOT))
                            .toList(),
                        "what is worked out of it; count and share (of all rows) need no column;"
                            + " without it, and without groups, the value itself")),
                "what is told; the number of rows unless told")
            .upTo(MOST_MEASURES),
        Argument.parts(
                "having",
                List.of(
                    Argument.text("column", "a column of the result").needed(),
                    Argument.choice("op", COMPARE, "how it is compared").needed(),
                    Argument.decimal(
                            "value", -Double.MAX_VALUE, Double.MAX_VALUE, "with which number")
                        .needed()),
                "what a row of the result must fulfil, for instance enough titles")
            .upTo(MOST_CONDITIONS),
        Argument.parts(
            "sort",
            List.of(
                Argument.text("by", "a column of the result").needed(),
                Argument.flag("descending", "largest first; true unless told")),
            "the order; by the first measure unless told"),
        Argument.whole("limit", 1, TableQuery.MOST_ROWS, "how many rows; 10 unless told"));
  }

  @Override
  String inWords(Arguments arguments, Ground ground) {
    List<String> words = new ArrayList<>();
    for (Arguments measure : arguments.objects("select")) {
      words.add(
          Stream.concat(measure.text("fn").stream(), measure.text("column").stream())
              .map(Harmless::line)
              .reduce((fn, column) -> fn + " " + column)
              .orElse("rows"));
    }
    String what = words.isEmpty() ? "count" : String.join(", ", words);
    return "worked out: %s%s%s"
        .formatted(
            what.replace("count", "how many"),
            arguments.has("group_by")
                ? " by " + Harmless.line(String.join(", ", arguments.texts("group_by")))
                : "",
            arguments.text("table").map(table -> " (" + table + ")").orElse(""));
  }

  @Override
  ToolResult call(Arguments arguments, Call call) throws ToolArgumentException {
    TableQuery query = query(arguments, call.ground());
    TableQuery.Result result = query.run(call.ground().data(), call.progress());
    ObjectNode json = TitleJson.object();
    ArrayNode columns = json.putArray("columns");
    result.columns().forEach(columns::add);
    ArrayNode rows = json.putArray("rows");
    for (List<Object> cells : result.rows()) {
      ArrayNode row = rows.addArray();
      for (Object cell : cells) {
        if (cell instanceof Double number) {
          row.add(TitleJson.number(number, PLACES));
        } else if (cell.equals("")) {
          row.addNull();
        } else {
          row.add(Harmless.line(cell.toString()));
        }
      }
    }
    json.put("of", result.of());
    if (hidesAdult(arguments, call.ground())) {
      json.put("note", "Adult titles are not counted, for they are hidden in Settings.");
    }
    return new ToolResult(
        TitleJson.capped(json, "rows"),
        "%s (%,d rows)".formatted(inWords(arguments, call.ground()), result.of()),
        ids(result, call.ground()),
        false);
  }

  private static List<Integer> ids(TableQuery.Result result, Ground ground) {
    int column = result.columns().indexOf("anime_id");
    return column < 0
        ? List.of()
        : result.rows().stream()
            .map(row -> ((Double) row.get(column)).intValue())
            .filter(id -> ground.catalogue().rowOfId(id) >= 0)
            .distinct()
            .toList();
  }

  private static boolean hidesAdult(Arguments arguments, Ground ground) {
    return ground.hideAdult()
        && ground.catalogue().genres().contains(Catalogue.ADULT_GENRE)
        && arguments.objects("where").stream()
            .flatMap(condition -> condition.value("value").stream())
            .noneMatch(value -> texts(value).contains(Catalogue.ADULT_GENRE));
  }

  private static TableQuery query(Arguments arguments, Ground ground) throws ToolArgumentException {
    Source source = Source.valueOf(arguments.text("table").orElseThrow().toUpperCase(Locale.ROOT));
    List<Condition> where = new ArrayList<>();
    for (Arguments condition : arguments.objects("where")) {
      where.add(condition(condition, source));
    }
    if (hidesAdult(arguments, ground)) {
      where.add(new Condition(TableColumn.GENRE, Op.UNEQUAL, List.of(Catalogue.ADULT_GENRE)));
    }
    List<Measure> select =
        arguments.objects("select").stream()
            .map(
                measure ->
                    new Measure(
                        measure.text("column").map(name -> TableColumn.named(name, source)),
                        measure.text("fn").map(fn -> Fn.valueOf(fn.toUpperCase(Locale.ROOT)))))
            .toList();
    List<Having> having =
        arguments.objects("having").stream()
            .map(
                wanted ->
                    new Having(
                        wanted.text("column").orElseThrow(),
                        Op.of(wanted.text("op").orElseThrow()),
                        wanted.decimal("value").orElseThrow()))
            .toList();
    Optional<Arguments> sort = arguments.object("sort");
    return new TableQuery(
        source,
        where,
        arguments.texts("group_by").stream()
            .map(name -> TableColumn.named(name, source))
            .distinct()
            .toList(),
        select,
        having,
        sort.flatMap(by -> by.text("by")),
        sort.map(by -> by.flag("descending", true)).orElse(true),
        arguments.whole("limit").orElse(LIMIT));
  }

  private static Condition condition(Arguments condition, Source source)
      throws ToolArgumentException {
    List<String> values = texts(condition.value("value").orElseThrow());
    if (values.size() > MOST_VALUES) {
      throw new ToolArgumentException(
          "A condition has %d values, but %d is the most.".formatted(values.size(), MOST_VALUES));
    }
    if (values.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
      throw new ToolArgumentException(
          "A value of a condition is longer than %d characters.".formatted(LONGEST_VALUE));
    }
    return new Condition(
        TableColumn.named(condition.text("column").orElseThrow(), source),
        Op.of(condition.text("op").orElseThrow()),
        values);
  }

  private static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(one -> texts.add(one.asText()));
    } else {
      texts.add(value.asText());
    }
    return texts;
  }
}
