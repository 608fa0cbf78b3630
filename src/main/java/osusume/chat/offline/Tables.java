package osusume.chat.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** Questions to the table of titles, as arguments of {@code query_table}. */
final class Tables {
  private static final int GROUPS = 5;

  private Tables() {}

  /** Titles with the lowest values of a column. */
  static ObjectNode lowest(Wishes wishes, String column, int many) {
    ObjectNode json = anime(wishes);
    condition(json.withArray("where"), column, ">", 0);
    ArrayNode select = json.putArray("select");
    select.addObject().put("column", "anime_id");
    select.addObject().put("column", "name");
    select.addObject().put("column", column);
    json.putObject("sort").put("by", column).put("descending", false);
    return json.put("limit", many);
  }

  /** A figure of all titles that fit, or of each group of them. */
  static ObjectNode figure(Wishes wishes, Understanding.Statistic statistic) {
    ObjectNode json = anime(wishes);
    boolean counts = statistic.fn().equals("count");
    ArrayNode select = json.putArray("select");
    if (!counts) {
      select.addObject().put("column", statistic.column()).put("fn", statistic.fn());
    }
    select.addObject().put("fn", "count");
    if (!statistic.group().isEmpty()) {
      json.putArray("group_by").add(statistic.group());
      json.putObject("sort")
          .put("by", counts ? "count" : statistic.fn() + "_" + statistic.column())
          .put("descending", statistic.descending());
      json.put("limit", GROUPS);
    }
    return json;
  }

  private static ObjectNode anime(Wishes wishes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("table", "anime");
    ArrayNode where = json.putArray("where");
    ObjectNode arguments = wishes.arguments();
    wishes.genres().forEach(genre -> condition(where, "genre", "contains", genre));
    in(where, "genre", wishes.anyGenres());
    in(where, "type", wishes.types());
    wishes.without().forEach(genre -> condition(where, "genre", "!=", genre));
    for (String column : List.of("episodes", "rating", "members")) {
      end(where, column, ">=", arguments.get("min_" + column));
      end(where, column, "<=", arguments.get("max_" + column));
    }
    return json;
  }

  private static void end(ArrayNode where, String column, String op, JsonNode value) {
    if (value != null) {
      where.addObject().put("column", column).put("op", op).set("value", value);
    }
  }

  private static void condition(ArrayNode where, String column, String op, Object value) {
    ObjectNode condition = where.addObject().put("column", column).put("op", op);
    if (value instanceof String text) {
      condition.put("value", text);
    } else {
      condition.put("value", (Integer) value);
    }
  }

  private static void in(ArrayNode where, String column, Collection<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = where.addObject().put("column", column).put("op", "in").putArray("value");
      values.forEach(array::add);
    }
  }
}
