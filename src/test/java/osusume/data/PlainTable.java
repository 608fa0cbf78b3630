package osusume.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A {@link TableQuery} answered as one would by hand: every row laid out, and no step left out. */
final class PlainTable {
  private PlainTable() {}

  /** Every row of the result, in no order and without a limit; unknown values are empty texts. */
  static List<List<Object>> rows(TableQuery query, Dataset data) {
    List<Map<TableColumn, Object>> fit = new ArrayList<>();
    for (Map<TableColumn, Object> row : table(query.source(), data)) {
      if (query.where().stream().allMatch(condition -> holds(condition, row))) {
        fit.add(row);
      }
    }
    List<List<Object>> result = new ArrayList<>();
    if (query.groupBy().isEmpty()
        && !query.select().isEmpty()
        && query.select().stream().allMatch(measure -> measure.fn().isEmpty())) {
      fit.forEach(
          row ->
              result.add(
                  query.select().stream().map(m -> told(row.get(m.column().get()))).toList()));
    } else {
      Map<List<Object>, List<Map<TableColumn, Object>>> groups = new LinkedHashMap<>();
      if (query.groupBy().isEmpty()) {
        groups.put(List.of(), new ArrayList<>());
      }
      for (Map<TableColumn, Object> row : fit) {
        for (List<Object> key : keys(query, row)) {
          groups.computeIfAbsent(key, fresh -> new ArrayList<>()).add(row);
        }
      }
      groups.forEach(
          (key, rows) -> {
            List<Object> cells = new ArrayList<>(key);
            measures(query).forEach(m -> cells.add(told(value(m, rows, fit.size()))));
            result.add(cells);
          });
    }
    result.removeIf(row -> !keeps(query, row));
    return result;
  }

  private static List<TableQuery.Measure> measures(TableQuery query) {
    return query.select().isEmpty()
        ? List.of(
            new TableQuery.Measure(
                java.util.Optional.empty(), java.util.Optional.of(TableQuery.Fn.COUNT)))
        : query.select();
  }

  private static boolean keeps(TableQuery query, List<Object> row) {
    return query.having().stream()
        .allMatch(
            having ->
                row.get(query.labels().indexOf(having.label())) instanceof Double value
                    && compares(having.op(), value, having.value()));
  }

  private static Object told(Object cell) {
    return switch (cell) {
      case Double number when Double.isNaN(number) -> "";
      case List<?> genres -> String.join(", ", genres.stream().map(Object::toString).toList());
      default -> cell;
    };
  }

  private static List<Map<TableColumn, Object>> table(TableQuery.Source source, Dataset data) {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    if (source == TableQuery.Source.ANIME) {
      for (int title = 0; title < data.catalogue().size(); title++) {
        rows.add(title(data.catalogue().anime(title)));
      }
      return rows;
    }
    RatingMatrix ratings = data.ratings();
    for (int user = 0; user < ratings.rowCount(); user++) {
      for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
        Map<TableColumn, Object> row = title(data.catalogue().anime(ratings.columns()[e]));
        row.put(TableColumn.USER_ID, (double) ratings.idOfRow(user));
        row.put(
            TableColumn.RATING,
            ratings.values()[e] < 0 ? Double.NaN : (double) ratings.values()[e]);
        rows.add(row);
      }
    }
    return rows;
  }

  private static Map<TableColumn, Object> title(Anime anime) {
    Map<TableColumn, Object> row = new LinkedHashMap<>();
    row.put(TableColumn.ANIME_ID, (double) anime.id());
    row.put(TableColumn.NAME, anime.name());
    row.put(TableColumn.GENRE, anime.genres());
    row.put(TableColumn.TYPE, anime.type());
    row.put(TableColumn.EPISODES, anime.episodes() < 0 ? Double.NaN : (double) anime.episodes());
    row.put(TableColumn.MEMBERS, anime.members() < 0 ? Double.NaN : (double) anime.members());
    row.put(TableColumn.ANIME_RATING, anime.rating());
    return row;
  }

  private static boolean holds(TableQuery.Condition condition, Map<TableColumn, Object> row) {
    return switch (row.get(condition.column())) {
      case Double number ->
          condition.values().stream()
              .anyMatch(other -> compares(condition.op(), number, Double.parseDouble(other)));
      case List<?> genres when condition.op() == TableQuery.Op.UNEQUAL ->
          genres.stream().allMatch(genre -> holds(condition, genre.toString()));
      case List<?> genres -> genres.stream().anyMatch(genre -> holds(condition, genre.toString()));
      case Object text -> holds(condition, text.toString());
    };
  }

  private static boolean holds(TableQuery.Condition condition, String text) {
    String small = text.toLowerCase(Locale.ROOT);
    List<String> values =
        condition.values().stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    return switch (condition.op()) {
      case CONTAINS -> small.contains(values.getFirst());
      case UNEQUAL -> !small.equals(values.getFirst());
      default -> values.contains(small);
    };
  }

  private static boolean compares(TableQuery.Op op, double value, double other) {
    return !Double.isNaN(value)
        && switch (op.sign()) {
          case "=", "in" -> value == other;
          case "!=" -> value != other;
          case ">" -> value > other;
          case ">=" -> value >= other;
          case "<" -> value < other;
          case "<=" -> value <= other;
          default -> throw new IllegalArgumentException(op.sign());
        };
  }

  private static List<List<Object>> keys(TableQuery query, Map<TableColumn, Object> row) {
    List<List<Object>> keys = new ArrayList<>(List.of(List.of()));
    for (TableColumn column : query.groupBy()) {
      List<?> values = column == TableColumn.GENRE ? genres(query, row) : List.of(row.get(column));
      List<List<Object>> longer = new ArrayList<>();
      for (List<Object> key : keys) {
        for (Object value : values) {
          List<Object> more = new ArrayList<>(key);
          more.add(told(value));
          longer.add(more);
        }
      }
      keys = longer;
    }
    return keys;
  }

  private static List<?> genres(TableQuery query, Map<TableColumn, Object> row) {
    List<?> all = (List<?>) row.get(TableColumn.GENRE);
    List<?> spoken =
        all.stream()
            .filter(
                genre ->
                    query.where().stream()
                        .filter(condition -> condition.column() == TableColumn.GENRE)
                        .allMatch(condition -> holds(condition, genre.toString())))
            .toList();
    return spoken.isEmpty() ? all : spoken;
  }

  private static Object value(
      TableQuery.Measure measure, List<Map<TableColumn, Object>> rows, int all) {
    TableQuery.Fn fn = measure.fn().orElseThrow();
    if (measure.column().isEmpty()) {
      return fn == TableQuery.Fn.SHARE ? (double) rows.size() / all : (double) rows.size();
    }
    List<Object> cells = rows.stream().map(row -> row.get(measure.column().get())).toList();
    double[] known =
        cells.stream()
            .filter(cell -> !Objects.equals(cell, Double.NaN))
            .filter(cell -> !cell.equals("Unknown") && !cell.equals(List.of("Unknown")))
            .mapToDouble(cell -> cell instanceof Double number ? number : 1)
            .sorted()
            .toArray();
    double sum = Arrays.stream(known).sum();
    double mean = sum / known.length;
    return switch (fn) {
      case COUNT -> (double) known.length;
      case SUM -> sum;
      case MEAN -> mean;
      case MIN -> Arrays.stream(known).min().orElse(Double.NaN);
      case MAX -> Arrays.stream(known).max().orElse(Double.NaN);
      case MEDIAN ->
          known.length == 0
              ? Double.NaN
              : (known[(known.length - 1) / 2] + known[known.length / 2]) / 2;
      case STDEV ->
          known.length < 2
              ? Double.NaN
              : Math.sqrt(
                  Arrays.stream(known).map(x -> (x - mean) * (x - mean)).sum()
                      / (known.length - 1));
      case SHARE -> throw new IllegalArgumentException("A share has no column.");
    };
  }
}
