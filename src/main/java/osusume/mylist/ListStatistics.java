package osusume.mylist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import osusume.data.Anime;
import osusume.data.Catalogue;

/**
 * A list in figures.
 *
 * @param byStatus how many titles have each status; every status is there
 * @param scores how many titles have the score 1 to 10, at that index; index 0: seen, without one
 * @param meanScore of the titles with a score; NaN if there are none
 * @param byGenre of the seen titles that the data set knows, the most frequent first; a title
 *     counts for each of its genres
 * @param byType of the seen titles, the most frequent first
 * @param byYear how many titles were finished in a year; where only the start is known, then
 * @param withoutYear how many seen titles have no year
 * @param episodes how many episodes were seen, those of rewatches included
 * @param minutes about how long that took, by {@link WatchTime}: an estimate
 * @param rewatches how often a title was seen again, in all
 * @param unknown how many titles the data set does not know
 */
public record ListStatistics(
    Map<Status, Integer> byStatus,
    List<Integer> scores,
    double meanScore,
    List<Group> byGenre,
    List<Group> byType,
    SortedMap<Integer, Integer> byYear,
    int withoutYear,
    long episodes,
    long minutes,
    long rewatches,
    int unknown) {

  /**
   * Some of the seen titles.
   *
   * @param name what they have in common
   * @param titles how many they are
   * @param scored how many of them have a score
   * @param meanScore of those; NaN if there are none
   */
  public record Group(String name, int titles, int scored, double meanScore) {}

  public ListStatistics {
    byStatus = Collections.unmodifiableMap(new EnumMap<>(byStatus));
    scores = List.copyOf(scores);
    byGenre = List.copyOf(byGenre);
    byType = List.copyOf(byType);
    byYear = Collections.unmodifiableSortedMap(new TreeMap<>(byYear));
  }

  /** About how many hours were spent, an estimate like {@link #minutes}. */
  public double hours() {
    return minutes / 60.0;
  }

  /** Works out the figures of a list. */
  public static ListStatistics of(MyList list, Catalogue catalogue) {
    Count count = new Count(catalogue);
    list.entries().forEach(count::add);
    return count.figures();
  }

  private static final class Count {
    private final Catalogue catalogue;
    private final Map<Status, Integer> byStatus = new EnumMap<>(Status.class);
    private final int[] scores = new int[ListEntry.HIGHEST + 1];
    private final Map<String, Tally> byGenre = new HashMap<>();
    private final Map<String, Tally> byType = new HashMap<>();
    private final SortedMap<Integer, Integer> byYear = new TreeMap<>();
    private int withoutYear;
    private long episodes;
    private long minutes;
    private long rewatches;
    private int unknown;

    Count(Catalogue catalogue) {
      this.catalogue = catalogue;
      for (Status status : Status.values()) {
        byStatus.put(status, 0);
      }
    }

    void add(ListEntry entry) {
      byStatus.merge(entry.status(), 1, Integer::sum);
      int row = entry.key().rowIn(catalogue);
      if (row < 0) {
        unknown++;
      }
      if (entry.score() > 0 || entry.status().seen()) {
        scores[entry.score()]++;
      }
      if (entry.status().seen()) {
        addSeen(entry, row < 0 ? null : catalogue.anime(row));
      }
    }

    private void addSeen(ListEntry entry, Anime anime) {
      String type = anime == null ? entry.type() : anime.type();
      byType.computeIfAbsent(type.isEmpty() ? Anime.UNKNOWN : type, _ -> new Tally()).add(entry);
      if (anime != null) {
        anime
            .genres()
            .forEach(genre -> byGenre.computeIfAbsent(genre, _ -> new Tally()).add(entry));
      }
      PartialDate when = entry.finished().known() ? entry.finished() : entry.started();
      if (when.known()) {
        byYear.merge(when.year(), 1, Integer::sum);
      } else {
        withoutYear++;
      }
      long seen = entry.seen() + (long) entry.rewatches() * length(entry, anime);
      episodes += seen;
      minutes += seen * WatchTime.minutesAnEpisode(type);
      rewatches += entry.rewatches();
    }

    /** How many episodes seeing the title again means. */
    private static int length(ListEntry entry, Anime anime) {
      if (anime != null && anime.episodes() > 0) {
        return anime.episodes();
      }
      return entry.episodes() > 0 ? entry.episodes() : entry.seen();
    }

    ListStatistics figures() {
      long sum = 0;
      int scored = 0;
      List<Integer> counts = new ArrayList<>();
      for (int score = 0; score < scores.length; score++) {
        counts.add(scores[score]);
        sum += (long) score * scores[score];
        scored += score == 0 ? 0 : scores[score];
      }
      return new ListStatistics(
          byStatus,
          counts,
          scored == 0 ? Double.NaN : (double) sum / scored,
          groups(byGenre),
          groups(byType),
          byYear,
          withoutYear,
          episodes,
          minutes,
          rewatches,
          unknown);
    }

    private static List<Group> groups(Map<String, Tally> tallies) {
      return tallies.entrySet().stream()
          .map(tally -> tally.getValue().group(tally.getKey()))
          .sorted(Comparator.comparingInt(Group::titles).reversed().thenComparing(Group::name))
          .toList();
    }
  }

  private static final class Tally {
    private int titles;
    private int scored;
    private int sum;

    void add(ListEntry entry) {
      titles++;
      scored += entry.score() > 0 ? 1 : 0;
      sum += entry.score();
    }

    Group group(String name) {
      return new Group(name, titles, scored, scored == 0 ? Double.NaN : (double) sum / scored);
    }
  }
}
