package osusume.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;

/**
 * A data set one can overlook, in which each title is a story of its own: titles 0 to 7 are liked
 * by one crowd, 8 to 15 by another, 16 and 17 by nobody. Title {@code t} has id {@code 100 + t};
 * even titles are TV series, odd ones films; title 15 is for adults; the further down the crowd,
 * the fewer watched.
 */
public final class SmallWorld {
  public static final int TITLES = 18;

  /** A user who watched two titles and rated none. */
  public static final int ONLY_UNRATED = 90;

  /** A user of the first crowd: watched 0 to 3 with high ratings, 4 unrated. */
  public static final int OF_FIRST_CROWD = 1;

  /** A user of the second crowd: watched 8 to 11 with high ratings, 12 unrated. */
  public static final int OF_SECOND_CROWD = 2;

  private SmallWorld() {}

  public static Dataset data() {
    List<Integer> ids = new ArrayList<>();
    List<byte[]> users = new ArrayList<>();
    add(ids, users, OF_FIRST_CROWD, watching(0, 4, 9, 4));
    add(ids, users, OF_SECOND_CROWD, watching(8, 12, 9, 12));
    for (int i = 0; i < 40; i++) {
      int first = i % 2 == 0 ? 0 : 8;
      byte[] list = new byte[TITLES];
      for (int t = 0; t < 8; t++) {
        // Title t of a crowd is watched by all but each (t + 2)nd member, so popularity falls with
        // t.
        if (t == 0 || (i / 2) % (9 - t) != 0) {
          list[first + t] = (byte) (7 + (i + t) % 4);
        }
      }
      add(ids, users, 10 + i, list);
    }
    byte[] unrated = new byte[TITLES];
    unrated[0] = -1;
    unrated[8] = -1;
    add(ids, users, ONLY_UNRATED, unrated);
    return new Dataset(
        "small",
        false,
        catalogue(),
        matrix(ids, users),
        "feed",
        new ImportReport(0, 0, 0, 0, List.of()));
  }

  private static void add(List<Integer> ids, List<byte[]> users, int id, byte[] list) {
    ids.add(id);
    users.add(list);
  }

  private static byte[] watching(int from, int to, int rating, int unrated) {
    byte[] list = new byte[TITLES];
    for (int t = from; t < to; t++) {
      list[t] = (byte) rating;
    }
    list[unrated] = -1;
    return list;
  }

  private static Catalogue catalogue() {
    return new Catalogue(
        IntStream.range(0, TITLES)
            .mapToObj(
                t ->
                    new Anime(
                        100 + t,
                        "Title" + t,
                        t == 15 ? List.of("Hentai") : List.of(t < 8 ? "Drama" : "Sports", "School"),
                        t % 2 == 0 ? "TV" : "Movie",
                        t % 2 == 0 ? 12 + t : 1,
                        7 + t * 0.1,
                        1000 * (TITLES - t)))
            .toList());
  }

  static RatingMatrix matrix(List<Integer> ids, List<byte[]> users) {
    int[] starts = new int[users.size() + 1];
    int[] columns = new int[users.size() * TITLES];
    byte[] values = new byte[columns.length];
    int n = 0;
    for (int u = 0; u < users.size(); u++) {
      for (int t = 0; t < TITLES; t++) {
        if (users.get(u)[t] != 0) {
          columns[n] = t;
          values[n++] = users.get(u)[t];
        }
      }
      starts[u + 1] = n;
    }
    return new RatingMatrix(
        ids.stream().mapToInt(Integer::intValue).toArray(),
        starts,
        java.util.Arrays.copyOf(columns, n),
        java.util.Arrays.copyOf(values, n),
        TITLES);
  }
}
