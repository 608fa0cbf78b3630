package osusume.recommend.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;

/** Data sets small enough to be worked out by hand, or drawn at random. */
final class People {
  private People() {}

  /**
   * Four users and five titles; the last title was watched by nobody.
   *
   * <pre>
   *            Drama TV 12   Drama, Sports Movie 1   Sports TV 24   Drama TV 12   Sports OVA 2
   *   user 1        8                 6                                                       mean 7, spread 1
   *   user 2        9                                     5              −1                   mean 7, spread 2
   *   user 3       −1
   *   user 4       10                10                   10                                  mean 10, spread 0
   * </pre>
   */
  static Dataset four() {
    return data(
        new Catalogue(
            List.of(
                title(0, List.of("Drama"), "TV", 12),
                title(1, List.of("Drama", "Sports"), "Movie", 1),
                title(2, List.of("Sports"), "TV", 24),
                title(3, List.of("Drama"), "TV", 12),
                title(4, List.of("Sports"), "OVA", 2))),
        new int[][] {{8, 6, 0, 0, 0}, {9, 0, 5, -1, 0}, {-1, 0, 0, 0, 0}, {10, 10, 10, 0, 0}});
  }

  private static Anime title(int row, List<String> genres, String type, int episodes) {
    return new Anime(100 + row, "Title " + row, genres, type, episodes, 7, 1000);
  }

  /** Titles with one to three of six genres, three types and any length; seeded. */
  static Dataset random(int users, int titles) {
    SplittableRandom random = new SplittableRandom(5);
    List<String> genres = List.of("Action", "Comedy", "Drama", "Magic", "School", "Sports");
    List<Anime> anime = new ArrayList<>();
    for (int row = 0; row < titles; row++) {
      List<String> of = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        String genre = genres.get(random.nextInt(genres.size()));
        if (!of.contains(genre)) {
          of.add(genre);
        }
      }
      int episodes = random.nextInt(10) == 0 ? -1 : 1 + random.nextInt(120);
      anime.add(title(row, of, List.of("TV", "Movie", "OVA").get(random.nextInt(3)), episodes));
    }
    int[][] lists = new int[users][titles];
    for (int[] list : lists) {
      for (int row = 0; row < titles - 2; row++) {
        if (random.nextInt(2 + row / 4) == 0) {
          list[row] = random.nextInt(5) == 0 ? -1 : 1 + random.nextInt(10);
        }
      }
    }
    return data(new Catalogue(anime), lists);
  }

  private static Dataset data(Catalogue catalogue, int[][] lists) {
    List<int[]> entries = new ArrayList<>();
    int[] starts = new int[lists.length + 1];
    for (int user = 0; user < lists.length; user++) {
      for (int row = 0; row < lists[user].length; row++) {
        if (lists[user][row] != 0) {
          entries.add(new int[] {row, lists[user][row]});
        }
      }
      starts[user + 1] = entries.size();
    }
    byte[] values = new byte[entries.size()];
    for (int e = 0; e < values.length; e++) {
      values[e] = (byte) entries.get(e)[1];
    }
    return new Dataset(
        "people",
        false,
        catalogue,
        new RatingMatrix(
            IntStream.rangeClosed(1, lists.length).toArray(),
            starts,
            entries.stream().mapToInt(entry -> entry[0]).toArray(),
            values,
            catalogue.size()),
        "people",
        new ImportReport(0, 0, 0, 0, List.of()));
  }
}
