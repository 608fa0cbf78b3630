package osusume.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import osusume.data.Anime;
import osusume.data.Catalogue;
import osusume.data.Dataset;

/**
 * The requests of {@link SteadyLoad}: the n-th is always the same, and of those with parameters no
 * two are alike. Every stretch of a hundred holds each {@link LoadKind} as often as it says, in an
 * order drawn once. All of them find something.
 */
final class LoadRequests {
  private static final int HUNDRED = 100;
  private static final int SLACKS = 300_000;
  // Prime to SLACKS, so that all of them come round before one comes again.
  private static final int STRIDE = 128_549;
  private static final List<String> PAGES = List.of("/", "/openapi.json", "/anime", "/user");

  private final List<Anime> titles = new ArrayList<>();
  private final double[] membersUpTo;
  private final int[] users;
  private final LoadKind[] kinds = new LoadKind[HUNDRED];
  private final int[] earlierOfKind = new int[HUNDRED];

  /**
   * One request.
   *
   * @param kind what it asks for
   * @param path with its query, percent-encoded
   */
  record Asked(LoadKind kind, String path) {}

  /** Asks for the titles of which everything is known, and for all users. */
  LoadRequests(Dataset data) {
    Catalogue catalogue = data.catalogue();
    for (int row = 0; row < catalogue.size(); row++) {
      Anime anime = catalogue.anime(row);
      if (anime.episodes() > 0
          && !Double.isNaN(anime.rating())
          && !anime.type().equals(Anime.UNKNOWN)
          && !anime.genres().contains(Anime.UNKNOWN)) {
        titles.add(anime);
      }
    }
    membersUpTo = titles.stream().mapToDouble(Anime::members).toArray();
    Arrays.parallelPrefix(membersUpTo, Double::sum);
    Random random = new Random(1);
    List<Integer> ids = new ArrayList<>(Arrays.stream(data.ratings().rowIds()).boxed().toList());
    Collections.shuffle(ids, random);
    users = ids.stream().mapToInt(Integer::intValue).toArray();
    deal(random);
  }

  private void deal(Random random) {
    List<LoadKind> deck = new ArrayList<>();
    for (LoadKind kind : LoadKind.values()) {
      deck.addAll(Collections.nCopies(kind.ofHundred(), kind));
    }
    Collections.shuffle(deck, random);
    for (int i = 0; i < HUNDRED; i++) {
      kinds[i] = deck.get(i);
      earlierOfKind[i] = Collections.frequency(deck.subList(0, i), kinds[i]);
    }
  }

  /** The n-th request, from 0. */
  Asked get(long n) {
    int place = (int) (n % HUNDRED);
    LoadKind kind = kinds[place];
    long ofKind = n / HUNDRED * kind.ofHundred() + earlierOfKind[place];
    String path =
        switch (kind) {
          case ANIME -> anime(ofKind);
          case USER -> user(ofKind);
          case GROUP, MIX, SIMILAR, BLEND -> recommend(kind, ofKind);
          case PAGE -> PAGES.get((int) (ofKind % PAGES.size()));
        };
    return new Asked(kind, path);
  }

  /**
   * Starts from a title, drawn by its members, and asks for one of its genres, its type, and
   * numbers that it fits.
   */
  private String anime(long n) {
    SplittableRandom random = new SplittableRandom(n);
    double upTo = random.nextDouble(membersUpTo[membersUpTo.length - 1]);
    int found = Arrays.binarySearch(membersUpTo, upTo);
    Anime title = titles.get(Math.min(found < 0 ? -found - 1 : found + 1, titles.size() - 1));
    double slack = (n * STRIDE % SLACKS + 1) / 1e6;
    boolean above = random.nextInt(5) > 0;
    return String.format(
        Locale.ROOT,
        "/anime?genre=%s&type=%s&mt_episodes=%d&%s=%.6f&mt_members=%d&limit=20",
        encoded(title.genres().get(random.nextInt(title.genres().size()))),
        encoded(title.type()),
        Math.max(0, title.episodes() - 1 - random.nextInt(4)),
        above ? "mt_rating" : "lt_rating",
        above ? title.rating() - slack : title.rating() + slack,
        (int) (title.members() * random.nextDouble(0.8, 0.99)));
  }

  /** Everybody's list in turn; the limit, which no list reaches, tells the rounds apart. */
  private String user(long n) {
    return "/user?user_id=%d&limit=%d".formatted(user(0, n), 100_000 + n / users.length);
  }

  private String recommend(LoadKind kind, long n) {
    String filter = n % 3 == 0 ? "&mt_episodes=1" : "";
    return "/recommend/%d?strategy=%s&k=%d&mt_members=%d%s"
        .formatted(
            user(kind.ordinal(), n), kind.label(), 5 + n % 4, 100 + n / users.length, filter);
  }

  /** Each strategy begins somewhere else in the order of users. */
  private int user(int kind, long n) {
    return users[
        (int) ((n + (long) kind * users.length / LoadKind.values().length) % users.length)];
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
