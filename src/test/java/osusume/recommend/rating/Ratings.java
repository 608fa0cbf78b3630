package osusume.recommend.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;

/** Small data sets of ratings, written out or drawn from a known rule. */
final class Ratings {
  private Ratings() {}

  /** Titles with these catalogue ratings. */
  static Catalogue titles(double... ratings) {
    return new Catalogue(
        IntStream.range(0, ratings.length)
            .mapToObj(
                t ->
                    new Anime(
                        100 + t,
                        "Title " + t,
                        List.of(t % 2 == 0 ? "Drama" : "Sports"),
                        t % 3 == 0 ? "Movie" : "TV",
                        t % 3 == 0 ? 1 : 12 + t,
                        ratings[t],
                        1000 + 10 * t))
            .toList());
  }

  /** Users × titles: 0 not watched, −1 unrated. */
  static RatingMatrix matrix(int[][] lists) {
    int[] starts = new int[lists.length + 1];
    List<int[]> entries = new ArrayList<>();
    for (int user = 0; user < lists.length; user++) {
      for (int title = 0; title < lists[user].length; title++) {
        if (lists[user][title] != 0) {
          entries.add(new int[] {title, lists[user][title]});
        }
      }
      starts[user + 1] = entries.size();
    }
    byte[] values = new byte[entries.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) entries.get(i)[1];
    }
    return new RatingMatrix(
        IntStream.rangeClosed(1, lists.length).toArray(),
        starts,
        entries.stream().mapToInt(e -> e[0]).toArray(),
        values,
        lists.length == 0 ? 0 : lists[0].length);
  }

  static Dataset dataset(Catalogue catalogue, RatingMatrix ratings) {
    return new Dataset(
        "small", true, catalogue, ratings, "print", new ImportReport(0, 0, 0, 0, List.of()));
  }

  /**
   * People of two crowds: what one likes the other does not; some rate high, some low; two thirds
   * of the titles are rated, a few watched and not rated.
   */
  static Dataset crowds(int users, int titles, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] level = random.doubles(titles, 6, 8).toArray();
    int[][] lists = new int[users][titles];
    for (int user = 0; user < users; user++) {
      double own = random.nextDouble(-1.5, 1.5);
      int crowd = random.nextInt(2);
      for (int title = 0; title < titles; title++) {
        double liking = title % 2 == crowd ? 1.2 : -1.2;
        double rating = level[title] + own + liking + 0.7 * random.nextGaussian();
        double draw = random.nextDouble();
        lists[user][title] =
            draw < 0.3 ? 0 : draw < 0.35 ? -1 : Math.clamp(Math.round(rating), 1, 10);
      }
    }
    return dataset(titles(level), matrix(lists));
  }

  /** All catalogue rows. */
  static int[] all(Dataset data) {
    return IntStream.range(0, data.catalogue().size()).toArray();
  }
}
