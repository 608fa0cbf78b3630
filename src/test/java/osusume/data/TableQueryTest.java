package osusume.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import osusume.data.TableQuery.Condition;
import osusume.data.TableQuery.Fn;
import osusume.data.TableQuery.Having;
import osusume.data.TableQuery.Measure;
import osusume.data.TableQuery.Op;
import osusume.data.TableQuery.Source;
import osusume.progress.CancelledException;
import osusume.progress.Progress;

class TableQueryTest {
  private static final List<String> NAMES =
      List.of("NA", "null", "a~~~b", "Äon", "äon", "Bee", "bee", "", "Sea, \"Sky\"", "1", "-1");
  private static final List<String> GENRES =
      List.of("Action", "Comedy", "comedy x", "Drama", "Shoujo", "Shoujo Ai", "Unknown");
  private static final List<String> TYPES = List.of("TV", "Movie", "Unknown", "tv");

  private final SplittableRandom random = new SplittableRandom(11);

  @ParameterizedTest
  @EnumSource(Source.class)
  void randomQueriesTellWhatOneWouldWorkOutByHand(Source source) {
    int told = 0;
    int cut = 0;
    for (int round = 0; round < 60; round++) {
      Dataset data = dataset(random.nextInt(40), random.nextInt(30));
      for (int i = 0; i < 25; i++) {
        TableQuery query = query(source);
        TableQuery.Result result = query.run(data, Progress.NONE);
        List<List<Object>> expected = PlainTable.rows(query, data);
        assertThat(result.columns()).isEqualTo(query.labels());
        assertThat(result.of()).as(query.toString()).isEqualTo(expected.size());
        assertThat(result.rows()).hasSize(Math.min(query.limit(), expected.size()));
        requireSame(query, result.rows(), expected);
        told += result.rows().size();
        cut += result.rows().size() < expected.size() ? 1 : 0;
      }
    }
    assertThat(told).isGreaterThan(2_000);
    assertThat(cut).isGreaterThan(50);
  }

  /** The best rows in their order; of equal ones any. */
  private static void requireSame(
      TableQuery query, List<List<Object>> rows, List<List<Object>> expected) {
    int sorted =
        query
            .sortBy()
            .map(query.labels()::indexOf)
            .orElse(query.ofSingleRows() ? -1 : query.groupBy().size());
    List<List<Object>> left = new ArrayList<>(expected);
    if (sorted >= 0) {
      Comparator<List<Object>> order =
          (a, b) -> compare(a.get(sorted), b.get(sorted), query.descending());
      left.sort(order);
      for (int i = 0; i < rows.size(); i++) {
        assertThat(compare(rows.get(i).get(sorted), left.get(i).get(sorted), true))
            .as("%s: %s and %s", query, rows, left)
            .isZero();
      }
    } else {
      for (int i = 0; i < rows.size(); i++) {
        assertThat(same(rows.get(i), expected.get(i))).isTrue();
      }
    }
    for (List<Object> row : rows) {
      Optional<List<Object>> found = left.stream().filter(other -> same(row, other)).findFirst();
      assertThat(found).as("%s: %s among %s", query, row, expected).isPresent();
      left.remove(found.get());
    }
  }

  private static int compare(Object a, Object b, boolean descending) {
    if (a.equals("") || b.equals("")) {
      return Boolean.compare(a.equals(""), b.equals(""));
    }
    int order =
        a instanceof Double x && b instanceof Double y
            ? close(x, y) ? 0 : Double.compare(x, y)
            : a.toString().compareToIgnoreCase(b.toString());
    return descending ? -order : order;
  }

  private static boolean same(List<Object> row, List<Object> other) {
    return IntStream.range(0, row.size())
        .allMatch(
            i ->
                row.get(i) instanceof Double x && other.get(i) instanceof Double y
                    ? close(x, y)
                    : row.get(i).equals(other.get(i)));
  }

  private static boolean close(double x, double y) {
    return Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x));
  }

  private Dataset dataset(int titles, int users) {
    List<Anime> anime = new ArrayList<>();
    for (int i = 0; i < titles; i++) {
      List<String> genres = GENRES.stream().filter(genre -> random.nextInt(3) == 0).toList();
      anime.add(
          new Anime(
              100 + i,
              pick(NAMES) + (random.nextBoolean() ? "" : " " + random.nextInt(9)),
              genres.isEmpty() ? List.of(Anime.UNKNOWN) : genres,
              pick(TYPES),
              random.nextInt(4) == 0 ? -1 : random.nextInt(30),
              random.nextInt(4) == 0 ? Double.NaN : 1 + random.nextInt(90) / 10.0,
              random.nextInt(9) == 0 ? -1 : random.nextInt(1_000_000)));
    }
    int[] ids = IntStream.range(0, users).map(user -> 3 + 2 * user).toArray();
    int[] starts = new int[users + 1];
    int[] columns = new int[users * titles];
    byte[] values = new byte[users * titles];
    int count = 0;
    for (int user = 0; user < users; user++) {
      for (int title = 0; title < titles; title++) {
        if (random.nextInt(3) == 0) {
          columns[count] = title;
          values[count++] = (byte) (random.nextInt(3) == 0 ? -1 : 1 + random.nextInt(10));
        }
      }
      starts[user + 1] = count;
    }
    var ratings =
        new RatingMatrix(
            ids, starts, Arrays.copyOf(columns, count), Arrays.copyOf(values, count), titles);
    return new Dataset(
        "random",
        false,
        new Catalogue(anime),
        ratings,
        "feed",
        new ImportReport(0, 0, 0, 0, List.of()));
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private TableQuery query(Source source) {
    while (true) {
      try {
        return anyQuery(source);
      } catch (IllegalArgumentException e) {
        // The parts did not fit together; the next may.
        assertThat(e.getMessage()).endsWith(".");
      }
    }
  }

  private TableQuery anyQuery(Source source) {
    List<TableColumn> columns = TableColumn.of(source);
    List<Condition> where = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      where.add(condition(pick(columns)));
    }
    boolean single = random.nextInt(4) == 0;
    List<TableColumn> groupBy = new ArrayList<>();
    for (int i = single ? 0 : random.nextInt(4); i > 0; i--) {
      TableColumn column = pick(columns);
      if (!groupBy.contains(column)) {
        groupBy.add(column);
      }
    }
    List<Measure> select = new ArrayList<>();
    for (int i = single ? 3 : random.nextInt(4); i > 0; i--) {
      Fn fn = pick(List.of(Fn.values()));
      boolean ofRows = fn == Fn.SHARE || fn == Fn.COUNT && random.nextBoolean();
      select.add(
          new Measure(
              single || !ofRows ? Optional.of(pick(columns)) : Optional.empty(),
              single ? Optional.empty() : Optional.of(fn)));
    }
    TableQuery bare =
        new TableQuery(source, where, groupBy, select, List.of(), Optional.empty(), true, 1);
    List<Having> having = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      Op op = pick(List.of(Op.EQUAL, Op.UNEQUAL, Op.MORE, Op.AT_LEAST, Op.LESS, Op.AT_MOST));
      having.add(new Having(pick(bare.labels()), op, random.nextInt(10)));
    }
    Optional<String> sort =
        random.nextBoolean() ? Optional.empty() : Optional.of(pick(bare.labels()));
    return new TableQuery(
        source,
        where,
        groupBy,
        select,
        having,
        sort,
        random.nextBoolean(),
        1 + random.nextInt(TableQuery.MOST_ROWS));
  }

  private Condition condition(TableColumn column) {
    Op op = pick(List.of(Op.values()));
    List<String> values = new ArrayList<>();
    for (int i = op == Op.IN ? 1 + random.nextInt(3) : 1; i > 0; i--) {
      values.add(
          switch (column) {
            case NAME -> pick(List.of("na", "bee 1", "e", "Äon", "~"));
            case GENRE -> pick(List.of("comedy", "Shoujo", "ACTION", "unknown", "a"));
            case TYPE -> pick(TYPES);
            case MEMBERS -> String.valueOf(random.nextInt(1_000_000));
            case ANIME_ID -> String.valueOf(100 + random.nextInt(40));
            default -> String.valueOf(random.nextInt(20));
          });
    }
    return new Condition(column, op, values);
  }

  @ParameterizedTest
  @EnumSource(Source.class)
  void aQueryThatIsCancelledStops(Source source) {
    Dataset data = dataset(30, 20);
    Progress cancelled =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    TableQuery query =
        new TableQuery(
            source, List.of(), List.of(), List.of(), List.of(), Optional.empty(), true, 10);
    assertThatThrownBy(() -> query.run(data, cancelled)).isInstanceOf(CancelledException.class);
  }

  @Test
  void aUserIdIsNoQuantity() {
    Measure mean = new Measure(Optional.of(TableColumn.USER_ID), Optional.of(Fn.MEAN));
    assertThatThrownBy(
            () ->
                new TableQuery(
                    Source.RATINGS,
                    List.of(),
                    List.of(),
                    List.of(mean),
                    List.of(),
                    Optional.empty(),
                    true,
                    10))
        .hasMessageContaining("user_id says who");
  }
}
