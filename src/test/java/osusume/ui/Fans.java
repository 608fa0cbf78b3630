package osusume.ui;

import java.util.List;
import java.util.stream.IntStream;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;

/** Every other user watches all the drama there is, the others all the sports. */
final class Fans {
  static final int OF_DRAMA = 1;
  static final int OF_SPORTS = 2;
  private static final int USERS = 30;
  private static final int OF_A_GENRE = 20;

  private Fans() {}

  static Dataset data() {
    int[] starts = IntStream.rangeClosed(0, USERS).map(user -> user * OF_A_GENRE).toArray();
    int[] columns = new int[USERS * OF_A_GENRE];
    byte[] values = new byte[columns.length];
    for (int e = 0; e < columns.length; e++) {
      int user = e / OF_A_GENRE;
      columns[e] = user % 2 * OF_A_GENRE + e % OF_A_GENRE;
      values[e] = (byte) (6 + (user + e) % 5);
    }
    return new Dataset(
        "fans",
        false,
        new Catalogue(
            IntStream.range(0, 2 * OF_A_GENRE)
                .mapToObj(
                    row ->
                        new Anime(
                            100 + row,
                            "Title " + row,
                            List.of(row < OF_A_GENRE ? "Drama" : "Sports"),
                            "TV",
                            12,
                            7,
                            1000))
                .toList()),
        new RatingMatrix(
            IntStream.rangeClosed(1, USERS).toArray(), starts, columns, values, 2 * OF_A_GENRE),
        "fans",
        new ImportReport(0, 0, 0, 0, List.of()));
  }
}
