package osusume.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import osusume.progress.Progress;

/**
 * Runs a {@link TableQuery} in one pass. What depends on the title alone (whether it fits, which
 * groups it falls into, its values) is worked out once a title. Where users are grouped, the groups
 * of one are complete after their row, so that no more are held than titles make; of the rows of
 * the result only the best are.
 */
final class TableRun {
  /** Ratings 1 to 10, and none. */
  private static final int RATINGS = 11;

  private static final int CHECK_EVERY = 512;

  private final TableQuery query;
  private final Catalogue catalogue;
  private final RatingMatrix ratings;
  private final Progress progress;
  private final List<TableQuery.Measure> measures;
  private final List<TableColumn> columns;
  private final boolean byUser;
  private final boolean byRating;

  /** The values of the grouped columns of titles, by the number of their group. */
  private final List<List<Object>> titleGroups = new ArrayList<>();

  /** The groups each title falls into; null: it does not fit. */
  private final int[][] groupsOf;

  private final double[][] titleValues;
  private final Group[] groups;
  private final List<Integer> touched = new ArrayList<>();
  private final PriorityQueue<Row> best;
  private long passed;
  private long told;

  /** A row of the result and the place in which it came. */
  private record Row(List<Object> cells, long place) {}

  private static final class Group {
    private long rows;
    private final Tally[] tallies;

    Group(Tally[] tallies) {
      this.tallies = tallies;
    }
  }

  TableRun(TableQuery query, Dataset data, Progress progress) {
    this.query = query;
    this.catalogue = data.catalogue();
    this.ratings = data.ratings();
    this.progress = progress;
    this.measures = query.measures();
    this.columns = measures.stream().flatMap(m -> m.column().stream()).distinct().toList();
    this.byUser = query.groupBy().contains(TableColumn.USER_ID);
    this.byRating = query.groupBy().contains(TableColumn.RATING);
    this.groupsOf = groupsOfTitles();
    this.titleValues = new double[columns.size()][];
    for (int c = 0; c < titleValues.length; c++) {
      titleValues[c] = columns.get(c).ofTitle() ? valuesOfTitles(columns.get(c)) : null;
    }
    this.groups = new Group[titleGroups.size() * (byRating ? RATINGS : 1)];
    this.best = new PriorityQueue<>(order().reversed());
  }

  TableQuery.Result result() {
    if (measures.stream().anyMatch(m -> m.fn().filter(TableQuery.Fn.SHARE::equals).isPresent())) {
      // A part of all rows can only be told when these were counted.
      each((title, rating, user) -> passed++, false);
    }
    each(this::take, byUser);
    finish(0);
    List<List<Object>> rows = new ArrayList<>();
    best.stream().sorted(order()).forEach(row -> rows.add(row.cells));
    return new TableQuery.Result(query.labels(), rows, told);
  }

  /** Takes rows of the table that fulfil every condition. */
  private interface Rows {
    void take(int title, int rating, int user);
  }

  private void each(Rows rows, boolean finishing) {
    if (query.source() == TableQuery.Source.RATINGS) {
      eachRating(rows, finishing);
      return;
    }
    for (int title = 0; title < groupsOf.length; title++) {
      if (groupsOf[title] != null) {
        rows.take(title, 0, 0);
      }
    }
  }

  private void eachRating(Rows rows, boolean finishing) {
    List<TableQuery.Condition> ofUser = conditions(TableColumn.USER_ID);
    boolean[] fits = new boolean[RATINGS];
    List<TableQuery.Condition> ofRating = conditions(TableColumn.RATING);
    for (int rating = 0; rating < RATINGS; rating++) {
      double value = rating == 0 ? Double.NaN : rating;
      fits[rating] = ofRating.stream().allMatch(condition -> condition.holds(value));
    }
    for (int user = 0; user < ratings.rowCount(); user++) {
      if (user % CHECK_EVERY == 0) {
        progress.check();
        progress.report((double) user / ratings.rowCount(), "reading the ratings");
      }
      int id = ratings.idOfRow(user);
      if (ofUser.stream().allMatch(condition -> condition.holds(id))) {
        for (int e = ratings.starts()[user]; e < ratings.starts()[user + 1]; e++) {
          int rating = Math.max(0, ratings.values()[e]);
          if (fits[rating] && groupsOf[ratings.columns()[e]] != null) {
            rows.take(ratings.columns()[e], rating, id);
          }
        }
        if (finishing) {
          finish(id);
        }
      }
    }
  }

  private List<TableQuery.Condition> conditions(TableColumn column) {
    return query.where().stream().filter(condition -> condition.column() == column).toList();
  }

  /** A row of the table. */
  private void take(int title, int rating, int user) {
    if (query.ofSingleRows()) {
      tell(measures.stream().map(m -> cell(m.column().get(), title, rating, user)).toList());
      return;
    }
    for (int titleGroup : groupsOf[title]) {
      int number = byRating ? titleGroup * RATINGS + rating : titleGroup;
      Group group = groups[number];
      if (group == null) {
        group = new Group(tallies());
        groups[number] = group;
        touched.add(number);
      }
      group.rows++;
      for (int c = 0; c < group.tallies.length; c++) {
        group.tallies[c].add(value(c, title, rating, user));
      }
    }
  }

  private double value(int column, int title, int rating, int user) {
    if (titleValues[column] != null) {
      return titleValues[column][title];
    }
    if (columns.get(column) == TableColumn.USER_ID) {
      return user;
    }
    return rating == 0 ? Double.NaN : rating;
  }

  private Tally[] tallies() {
    return columns.stream()
        .map(
            column ->
                new Tally(
                    column == TableColumn.RATING,
                    measures.stream()
                        .anyMatch(
                            m ->
                                m.column().filter(column::equals).isPresent()
                                    && m.fn().filter(TableQuery.Fn.MEDIAN::equals).isPresent())))
        .toArray(Tally[]::new);
  }

  /** Tells the groups that are complete, and forgets them. */
  private void finish(int user) {
    if (query.groupBy().isEmpty() && !query.ofSingleRows() && touched.isEmpty()) {
      tell(cells(new Group(tallies()), List.of(), 0, user));
    }
    for (int number : touched) {
      int titleGroup = byRating ? number / RATINGS : number;
      int rating = byRating ? number % RATINGS : 0;
      tell(cells(groups[number], titleGroups.get(titleGroup), rating, user));
      groups[number] = null;
    }
    touched.clear();
  }

  private List<Object> cells(Group group, List<Object> titleGroup, int rating, int user) {
    List<Object> cells = new ArrayList<>();
    int next = 0;
    for (TableColumn column : query.groupBy()) {
      cells.add(
          switch (column) {
            case USER_ID -> (Object) (double) user;
            case RATING -> rating == 0 ? "" : (Object) (double) rating;
            default -> titleGroup.get(next++);
          });
    }
    for (TableQuery.Measure measure : measures) {
      TableQuery.Fn fn = measure.fn().orElseThrow();
      double value;
      if (fn == TableQuery.Fn.SHARE) {
        value = (double) group.rows / passed;
      } else if (measure.column().isEmpty()) {
        value = group.rows;
      } else {
        value = group.tallies[columns.indexOf(measure.column().get())].get(fn);
      }
      cells.add(Double.isNaN(value) ? "" : (Object) value);
    }
    return cells;
  }

  private void tell(List<Object> cells) {
    if (!query.keeps(cells)) {
      return;
    }
    told++;
    best.add(new Row(cells, told));
    if (best.size() > query.limit()) {
      best.poll();
    }
  }

  private Comparator<Row> order() {
    Comparator<Row> asTheyCame = Comparator.comparingLong(Row::place);
    int column =
        query
            .sortBy()
            .map(query.labels()::indexOf)
            .orElse(query.ofSingleRows() ? -1 : query.groupBy().size());
    if (column < 0) {
      return asTheyCame;
    }
    Comparator<Object> cells =
        (a, b) ->
            a instanceof Double x && b instanceof Double y
                ? Double.compare(x, y)
                : a.toString().compareToIgnoreCase(b.toString());
    Comparator<Object> order = query.descending() ? cells.reversed() : cells;
    return Comparator.comparing((Row row) -> row.cells.get(column).equals(""))
        .thenComparing(row -> row.cells.get(column), order)
        .thenComparing(asTheyCame);
  }

  /** What is told of a column of a single row. */
  private Object cell(TableColumn column, int title, int rating, int user) {
    return switch (column) {
      case USER_ID -> (Object) (double) user;
      case RATING -> rating == 0 ? "" : (Object) (double) rating;
      default -> cell(column, title);
    };
  }

  private Object cell(TableColumn column, int title) {
    Anime anime = catalogue.anime(title);
    return switch (column) {
      case NAME -> anime.name();
      case GENRE -> anime.genreText();
      case TYPE -> anime.type();
      default -> {
        double value = number(column, title);
        yield Double.isNaN(value) ? "" : (Object) value;
      }
    };
  }

  private double number(TableColumn column, int title) {
    return switch (column) {
      case ANIME_ID -> catalogue.idOfRow(title);
      case EPISODES -> catalogue.episodes()[title];
      case MEMBERS -> catalogue.members()[title];
      case ANIME_RATING -> catalogue.ratings()[title];
      default -> throw new IllegalArgumentException(column + " is no number of a title.");
    };
  }

  /** Texts that are known count as one value each. */
  private double[] valuesOfTitles(TableColumn column) {
    double[] values = new double[catalogue.size()];
    for (int title = 0; title < values.length; title++) {
      values[title] =
          column.number()
              ? number(column, title)
              : cell(column, title).equals(Anime.UNKNOWN) ? Double.NaN : 1;
    }
    return values;
  }

  private int[][] groupsOfTitles() {
    List<TableColumn> by = query.groupBy().stream().filter(TableColumn::ofTitle).toList();
    Map<List<Object>, Integer> numbers = new HashMap<>();
    int[][] of = new int[catalogue.size()][];
    for (int title = 0; title < of.length; title++) {
      if (fits(title)) {
        Set<Integer> into = new LinkedHashSet<>();
        for (String genre : genres(title, by.contains(TableColumn.GENRE))) {
          int row = title;
          List<Object> values =
              by.stream().map(c -> c == TableColumn.GENRE ? genre : cell(c, row)).toList();
          into.add(
              numbers.computeIfAbsent(
                  values,
                  fresh -> {
                    titleGroups.add(fresh);
                    return titleGroups.size() - 1;
                  }));
        }
        of[title] = into.stream().mapToInt(Integer::intValue).toArray();
      }
    }
    return of;
  }

  /** The genres that a title is grouped under: those that the conditions on genres speak of. */
  private List<String> genres(int title, boolean grouped) {
    if (!grouped) {
      return List.of("");
    }
    List<String> all = catalogue.anime(title).genres();
    List<String> spokenOf =
        all.stream()
            .filter(genre -> conditions(TableColumn.GENRE).stream().allMatch(c -> c.holds(genre)))
            .toList();
    // Two conditions that a title fulfils by two genres speak of both.
    return spokenOf.isEmpty() ? all : spokenOf;
  }

  private boolean fits(int title) {
    return query.where().stream()
        .filter(condition -> condition.column().ofTitle())
        .allMatch(
            condition ->
                switch (condition.column()) {
                  case NAME, TYPE -> condition.holds(cell(condition.column(), title).toString());
                  case GENRE -> condition.holds(catalogue.anime(title).genres());
                  default -> condition.holds(number(condition.column(), title));
                });
  }
}
