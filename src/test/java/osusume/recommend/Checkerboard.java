package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;
import osusume.data.Taste;

/**
 * A data set whose answer is known: even users watch and like titles of the first half of the
 * catalogue, odd ones those of the second, each a random three in four of them. Whatever a user has
 * not watched of their own half is what they should be told to watch.
 */
public final class Checkerboard {
  public static final int TITLES = 40;
  public static final int USERS = 120;

  /** Two titles that nobody watched stand behind the others. */
  public static final int UNWATCHED = 2;

  private Checkerboard() {}

  public static Dataset data() {
    Random random = new Random(3);
    List<Integer> columns = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    int[] starts = new int[USERS + 1];
    for (int user = 0; user < USERS; user++) {
      int first = user % 2 * TITLES / 2;
      for (int title = first; title < first + TITLES / 2; title++) {
        if (random.nextInt(4) > 0) {
          columns.add(title);
          values.add(random.nextInt(8) == 0 ? -1 : 6 + random.nextInt(5));
        }
      }
      starts[user + 1] = columns.size();
    }
    byte[] ratings = new byte[values.size()];
    for (int i = 0; i < ratings.length; i++) {
      ratings[i] = values.get(i).byteValue();
    }
    return new Dataset(
        "checkerboard",
        false,
        catalogue(TITLES + UNWATCHED),
        new RatingMatrix(
            IntStream.range(0, USERS).map(user -> 1000 + user).toArray(),
            starts,
            columns.stream().mapToInt(Integer::intValue).toArray(),
            ratings,
            TITLES + UNWATCHED),
        "chess",
        new ImportReport(0, 0, 0, 0, List.of()));
  }

  /** The titles of a half of the catalogue: 0 or 1. */
  public static int[] half(int which) {
    return IntStream.range(which * TITLES / 2, (which + 1) * TITLES / 2).toArray();
  }

  /** A list of the first titles of a half, all rated 8. */
  public static Taste taste(int half, int titles) {
    byte[] ratings = new byte[titles];
    Arrays.fill(ratings, (byte) 8);
    return Taste.of(Arrays.copyOf(half(half), titles), ratings);
  }

  /** So many titles, with ids from 500 on. */
  static Catalogue catalogue(int titles) {
    return new Catalogue(
        IntStream.range(0, titles)
            .mapToObj(
                title ->
                    new Anime(
                        500 + title,
                        "Title " + title,
                        List.of(title % 2 == 0 ? "Drama" : "Action"),
                        "TV",
                        12,
                        7,
                        1000))
            .toList());
  }
}
