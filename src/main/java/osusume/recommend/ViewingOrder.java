package osusume.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import osusume.data.Catalogue;

/**
 * The order in which to watch the titles of a franchise: by MyAnimeList id, which is about the
 * order of appearance, except that a title comes after one whose words it begins with ("Clannad"
 * before "Clannad Movie") and after those of the same name with a lower number ("Major S1" before
 * "Major S2").
 */
final class ViewingOrder {
  private final List<TitleWords> titles;
  private final List<Integer> byId;
  private final Map<List<String>, Integer> firstOfWords = new HashMap<>();
  private final Set<Integer> begun = new HashSet<>();
  private final List<Integer> order = new ArrayList<>();

  /**
   * @param titles of the whole catalogue, by row
   * @param rows of the franchise
   */
  ViewingOrder(Catalogue catalogue, List<TitleWords> titles, List<Integer> rows) {
    this.titles = titles;
    this.byId =
        rows.stream().sorted(Comparator.comparingInt(row -> catalogue.anime(row).id())).toList();
    byId.forEach(row -> firstOfWords.putIfAbsent(titles.get(row).words(), row));
  }

  int[] rows() {
    byId.forEach(this::put);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private void put(int row) {
    if (begun.add(row)) {
      for (int other : byId) {
        if (beginsWith(row, other) || isLaterPart(titles.get(row), titles.get(other))) {
          put(other);
        }
      }
      order.add(row);
    }
  }

  /** "Gintama Movie" begins with "Gintama", and is not said to begin with "Gintama'" as well. */
  private boolean beginsWith(int row, int other) {
    List<String> words = titles.get(row).words();
    List<String> start = titles.get(other).words();
    return start.size() < words.size()
        && words.subList(0, start.size()).equals(start)
        && firstOfWords.get(start) == other;
  }

  private static boolean isLaterPart(TitleWords title, TitleWords other) {
    return other.stem().equals(title.stem())
        && other.namedMarks().equals(title.namedMarks())
        && other.partNumber() < title.partNumber();
  }
}
