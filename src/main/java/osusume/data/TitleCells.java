package osusume.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;

/** What a catalogue says in each {@link TableColumn} of a title. May be asked from any thread. */
final class TitleCells {
  private final Catalogue catalogue;
  private final Map<TableColumn, double[]> orders = new ConcurrentHashMap<>();

  TitleCells(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A String, a Double, or an empty text for what is not known; the genres as one text. */
  Object cell(TableColumn column, int title) {
    return switch (column) {
      case NAME -> catalogue.anime(title).name();
      case GENRE -> catalogue.anime(title).genreText();
      case TYPE -> catalogue.anime(title).type();
      default -> cell(number(column, title));
    };
  }

  /** A number as a cell. */
  static Object cell(double number) {
    return Double.isNaN(number) ? "" : (Object) number;
  }

  /** Of a column of numbers; NaN where it is not known. */
  double number(TableColumn column, int title) {
    return switch (column) {
      case ANIME_ID -> catalogue.idOfRow(title);
      case EPISODES -> catalogue.episodes()[title];
      case MEMBERS -> catalogue.members()[title];
      case ANIME_RATING -> catalogue.ratings()[title];
      default -> throw new IllegalArgumentException(column + " is no number of a title.");
    };
  }

  /** By catalogue row: whether a title fulfils a condition on a column of titles. */
  IntPredicate fits(TableQuery.Condition condition) {
    TableColumn column = condition.column();
    if (column == TableColumn.GENRE) {
      return title -> condition.holds(catalogue.anime(title).genres());
    }
    if (column.number()) {
      DoublePredicate holds = condition.ofNumbers();
      return title -> holds.test(number(column, title));
    }
    return title -> condition.holds(cell(column, title).toString());
  }

  /** What is aggregated, by title: numbers; of texts 1 each, so that those known are counted. */
  double[] values(TableColumn column) {
    double[] values = new double[catalogue.size()];
    for (int title = 0; title < values.length; title++) {
      values[title] =
          column.number()
              ? number(column, title)
              : cell(column, title).equals(Anime.UNKNOWN) ? Double.NaN : 1;
    }
    return values;
  }

  /** Where each title stands in the order of a column; made when first asked for. */
  double[] orders(TableColumn column) {
    return orders.computeIfAbsent(column, this::order);
  }

  private double[] order(TableColumn column) {
    Object[] cells = new Object[catalogue.size()];
    Arrays.setAll(cells, title -> cell(column, title));
    return orders(Arrays.asList(cells));
  }

  /**
   * Where each cell stands among some: numbers by themselves, texts by the alphabet whatever the
   * case; NaN for what is not known.
   */
  static double[] orders(List<Object> cells) {
    double[] orders = new double[cells.size()];
    Integer[] texts = new Integer[cells.size()];
    int count = 0;
    for (int i = 0; i < orders.length; i++) {
      if (cells.get(i) instanceof Double number) {
        orders[i] = number;
      } else if (cells.get(i).equals("")) {
        orders[i] = Double.NaN;
      } else {
        texts[count++] = i;
      }
    }
    Comparator<Integer> alphabet =
        (a, b) -> cells.get(a).toString().compareToIgnoreCase(cells.get(b).toString());
    Arrays.sort(texts, 0, count, alphabet);
    for (int i = 0; i < count; i++) {
      boolean same = i > 0 && alphabet.compare(texts[i - 1], texts[i]) == 0;
      orders[texts[i]] = same ? orders[texts[i - 1]] : i;
    }
    return orders;
  }
}
