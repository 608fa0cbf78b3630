package osusume.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;
import osusume.data.ImportReport;
import osusume.data.RatingMatrix;

/**
 * A data set big enough for every protocol: of 100 titles the even ones are liked by people with an
 * even id and the odd ones by those with an odd id. Titles 90 to 99 are further parts of titles 0
 * to 9. The last five people have but ten ratings.
 */
public final class TwoTastes {
  public static final int TITLES = 100;
  static final int PEOPLE = 60;
  static final int TESTABLE = 55;

  private TwoTastes() {}

  public static Dataset data() {
    return data(PEOPLE);
  }

  /** With the first so many people only. */
  static Dataset data(int people) {
    Random random = new Random(5);
    List<int[]> columns = new ArrayList<>();
    List<byte[]> values = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      int share = person < TESTABLE ? 60 : 12;
      int taste = person % 2;
      int[] watched = random.ints(0, TITLES).distinct().limit(share).sorted().toArray();
      byte[] ratings = new byte[watched.length];
      for (int i = 0; i < ratings.length; i++) {
        int rating = (watched[i] % 2 == taste ? 7 : 4) + random.nextInt(4);
        ratings[i] = i % 6 == 5 ? RatingMatrix.UNRATED : (byte) rating;
      }
      columns.add(watched);
      values.add(ratings);
    }
    int[] starts = new int[people + 1];
    for (int i = 0; i < people; i++) {
      starts[i + 1] = starts[i] + columns.get(i).length;
    }
    byte[] flat = new byte[starts[people]];
    for (int i = 0; i < people; i++) {
      System.arraycopy(values.get(i), 0, flat, starts[i], values.get(i).length);
    }
    var ratings =
        new RatingMatrix(
            IntStream.range(0, people).map(i -> 1000 + i).toArray(),
            starts,
            columns.stream().flatMapToInt(IntStream::of).toArray(),
            flat,
            TITLES);
    return new Dataset(
        "two-tastes", true, catalogue(), ratings, "cafe", new ImportReport(0, 0, 0, 0, List.of()));
  }

  private static Catalogue catalogue() {
    return new Catalogue(
        IntStream.range(0, TITLES)
            .mapToObj(
                t ->
                    new Anime(
                        t + 1,
                        name(t),
                        List.of(t % 2 == 0 ? "Drama" : "Sports", t % 3 == 0 ? "School" : "Space"),
                        "TV",
                        12,
                        7,
                        100))
            .toList());
  }

  private static String name(int t) {
    String word = "Title" + (char) ('a' + t % 90 / 10) + (char) ('a' + t % 10);
    return t < 90 ? word : word + " 2nd Season";
  }
}
