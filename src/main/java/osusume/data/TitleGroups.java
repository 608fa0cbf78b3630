package osusume.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/**
 * The groups that titles fall into by those columns of theirs that a {@link TableQuery} groups by,
 * numbered as they come. A title with several genres falls into several groups of genres. Immutable
 * once made.
 */
final class TitleGroups {
  private static final int[] NONE = {};

  private final Catalogue catalogue;
  private final TitleCells cells;
  private final Map<String, Boolean> spokenOf = new HashMap<>();
  private final List<TableQuery.Condition> onGenres;
  private final List<Level> levels;
  private final int[][] groupsOf;
  private final Map<Integer, double[]> orders = new ConcurrentHashMap<>();

  /** Groups by a column of those of the level before. */
  private static final class Level {
    private final TableColumn column;
    private final Map<Object, Integer> codes = new HashMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<List<Object>> values = new ArrayList<>();

    Level(TableColumn column) {
      this.column = column;
    }

    /** The number of the group of this value within one of the level before. */
    int number(int before, Object value, List<Object> valuesBefore) {
      long code = codes.computeIfAbsent(value, fresh -> codes.size());
      return numbers.computeIfAbsent(
          (long) before << Integer.SIZE | code,
          fresh -> {
            List<Object> all = new ArrayList<>(valuesBefore);
            all.add(value);
            values.add(all);
            return values.size() - 1;
          });
    }
  }

  /**
   * @param fits by catalogue row: which titles are grouped; the others are in no group
   */
  TitleGroups(TableQuery query, Catalogue catalogue, IntPredicate fits) {
    this.catalogue = catalogue;
    this.cells = new TitleCells(catalogue);
    this.onGenres = query.conditions(TableColumn.GENRE);
    this.levels = query.groupBy().stream().filter(TableColumn::ofTitle).map(Level::new).toList();
    this.groupsOf = new int[catalogue.size()][];
    for (int title = 0; title < groupsOf.length; title++) {
      groupsOf[title] = fits.test(title) ? groups(title) : NONE;
    }
  }

  private int[] groups(int title) {
    int[] numbers = {0};
    List<List<Object>> before = List.of(List.of());
    for (Level level : levels) {
      List<?> values =
          level.column == TableColumn.GENRE
              ? genres(title)
              : List.of(cells.cell(level.column, title));
      int[] next = new int[numbers.length * values.size()];
      int count = 0;
      for (int number : numbers) {
        for (Object value : values) {
          next[count++] = level.number(number, value, before.get(number));
        }
      }
      numbers = next;
      before = level.values;
    }
    return numbers;
  }

  /** The genres that a title is grouped under: those that the conditions on genres speak of. */
  private List<String> genres(int title) {
    List<String> all = catalogue.anime(title).genres().stream().distinct().toList();
    List<String> spoken = all.stream().filter(this::isSpokenOf).toList();
    // Two conditions that a title fulfils by two genres speak of both.
    return spoken.isEmpty() ? all : spoken;
  }

  private boolean isSpokenOf(String genre) {
    return spokenOf.computeIfAbsent(
        genre, asked -> onGenres.stream().allMatch(condition -> condition.holds(asked)));
  }

  /** The groups of a title. Not to be written. */
  int[] of(int title) {
    return groupsOf[title];
  }

  /** How many groups there are; at least one. */
  int count() {
    return levels.isEmpty() ? 1 : levels.getLast().values.size();
  }

  /** The values of the grouped columns of titles in a group, in the order of the query. */
  List<Object> values(int group) {
    return levels.isEmpty() ? List.of() : levels.getLast().values.get(group);
  }

  /**
   * Where each group stands in the order of such a column, see {@link TitleCells#orders}; made when
   * first asked for.
   */
  double[] orders(int column) {
    return orders.computeIfAbsent(column, this::order);
  }

  private double[] order(int column) {
    List<Object> values = new ArrayList<>(count());
    for (int group = 0; group < count(); group++) {
      values.add(values(group).get(column));
    }
    return TitleCells.orders(values);
  }

  /** Whether a title is in any group. */
  boolean holds(int title) {
    return groupsOf[title].length > 0;
  }

  /** How many places all titles have in all groups. */
  int places() {
    return Arrays.stream(groupsOf).mapToInt(groups -> groups.length).sum();
  }
}
