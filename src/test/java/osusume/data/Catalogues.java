package osusume.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up catalogues for tests. */
public final class Catalogues {
  private static final List<String> GENRES =
      List.of("Action", "Comedy", "Drama", "Hentai", "Sci-Fi", "Shoujo", "Shoujo Ai", "Shounen");
  private static final List<String> TYPES =
      List.of("TV", "Movie", "OVA", "Special", "ONA", "Music", Anime.UNKNOWN);
  private static final String[] WORDS = {"Kimi", "no", "Na", "wa", "Gintama", "2nd", "ÉTÉ", "恋"};

  private Catalogues() {}

  /** Titles with unknown values among them, small numbers (so that they often agree), any order. */
  public static Catalogue random(SplittableRandom random, int titles) {
    List<Anime> list = new ArrayList<>();
    for (int i = 0; i < titles; i++) {
      list.add(random.nextInt(list.size() + 1), title(random, 3 * i + 1 + random.nextInt(3)));
    }
    return new Catalogue(list);
  }

  private static Anime title(SplittableRandom random, int id) {
    List<String> genres = new ArrayList<>();
    for (String genre : GENRES) {
      if (random.nextInt(4) == 0) {
        genres.add(genre);
      }
    }
    String name = pick(random, WORDS) + " " + pick(random, WORDS) + " " + pick(random, WORDS);
    return new Anime(
        id,
        name,
        genres.isEmpty() ? List.of(Anime.UNKNOWN) : genres,
        TYPES.get(random.nextInt(TYPES.size())),
        random.nextInt(5) == 0 ? -1 : random.nextInt(6),
        random.nextInt(5) == 0 ? Double.NaN : random.nextInt(2, 21) / 2.0,
        random.nextInt(8));
  }

  private static String pick(SplittableRandom random, String[] words) {
    return words[random.nextInt(words.length)];
  }
}
