package osusume.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import osusume.app.Grounds;
import osusume.app.Opened;
import osusume.app.Places;
import osusume.app.Workspace;
import osusume.chat.Asker;
import osusume.chat.Ground;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.progress.Progress;
import osusume.recommend.Recommendation;
import osusume.recommend.Request;

/**
 * What "less of a genre" does by the factor by which a title of the genre sinks; a program, no
 * test: {@code LessOfEffect DATA MODELS [USERS]}. Of users drawn at random a fifth of the watched
 * titles is hidden; less is wanted of the genre that most of the ten titles recommended after the
 * rest have. Told by factor: the genre's share of the ten, the nDCG@10 and recall@10 of the hidden
 * titles without the genre, and how many of those hidden titles that have it are still found, as a
 * part of what was found before. The last factor takes the genre out.
 */
public final class LessOfEffect {
  private static final double[] FACTORS = {1, 1.5, 2, 3, 4, 8, Double.POSITIVE_INFINITY};
  private static final int CANDIDATES = 100;
  private static final int K = 10;
  private static final int FEWEST = 20;

  private final double[] share = new double[FACTORS.length];
  private final double[] ndcg = new double[FACTORS.length];
  private final double[] recall = new double[FACTORS.length];
  private final double[] ofGenre = new double[FACTORS.length];
  private int users;
  private int withOthers;

  private LessOfEffect() {}

  public static void main(String[] args) throws IOException {
    var workspace = new Workspace(Places.find(Path.of(args[0]), Path.of(args[1])));
    Opened opened =
        workspace.open(null, Progress.NONE, trouble -> System.err.println(trouble.getMessage()));
    int wanted = args.length > 2 ? Integer.parseInt(args[2]) : 1_000;
    var effect = new LessOfEffect();
    var random = new Random(11);
    while (effect.users < wanted) {
      effect.take(opened, random);
    }
    effect.tell();
  }

  private void take(Opened opened, Random random) {
    var ratings = opened.data().ratings();
    Taste whole = Taste.ofUser(ratings, random.nextInt(ratings.rowCount()));
    if (whole.size() < FEWEST) {
      return;
    }
    Set<Integer> hidden = new HashSet<>();
    var rows = new ArrayList<Integer>();
    for (int i = 0; i < whole.size(); i++) {
      if (random.nextInt(5) == 0) {
        hidden.add(whole.row(i));
      } else {
        rows.add(i);
      }
    }
    byte[] given = new byte[rows.size()];
    int[] known = new int[rows.size()];
    for (int i = 0; i < known.length; i++) {
      known[i] = whole.row(rows.get(i));
      given[i] = (byte) whole.rating(rows.get(i));
    }
    Taste rest = Taste.of(known, given);
    Ground ground =
        Grounds.of(opened, Asker.user(ratings.idOfRow(0), Taste.ofUser(ratings, 0)), true);
    List<Recommendation> titles =
        ground
            .recommendations()
            .answer(Request.of(rest, ground.strategy()).k(CANDIDATES).build())
            .recommendations();
    if (titles.size() >= CANDIDATES / 2) {
      add(titles, hidden, opened.data().catalogue());
    }
  }

  private void add(List<Recommendation> titles, Set<Integer> hidden, Catalogue catalogue) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Recommendation title : titles.subList(0, K)) {
      catalogue.anime(title.animeRow()).genres().forEach(g -> counts.merge(g, 1, Integer::sum));
    }
    if (counts.isEmpty()) {
      return;
    }
    String genre =
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    long others = hidden.stream().filter(row -> !has(catalogue, row, genre)).count();
    users++;
    withOthers += others > 0 ? 1 : 0;
    double ideal = 0;
    for (int place = 0; place < Math.min(others, K); place++) {
      ideal += gain(place);
    }
    for (int f = 0; f < FACTORS.length; f++) {
      double gained = 0;
      int place = 0;
      int hits = 0;
      for (Recommendation title : sunk(titles, genre, FACTORS[f], catalogue)) {
        boolean unwanted = has(catalogue, title.animeRow(), genre);
        boolean hit = hidden.contains(title.animeRow());
        share[f] += unwanted ? 1.0 / K : 0;
        ofGenre[f] += unwanted && hit ? 1 : 0;
        gained += !unwanted && hit ? gain(place) : 0;
        hits += !unwanted && hit ? 1 : 0;
        place++;
      }
      ndcg[f] += others > 0 ? gained / ideal : 0;
      recall[f] += others > 0 ? (double) hits / Math.min(others, K) : 0;
    }
  }

  private static boolean has(Catalogue catalogue, int row, String genre) {
    return catalogue.anime(row).genres().contains(genre);
  }

  private static double gain(int place) {
    return Math.log(2) / Math.log(place + 2.0);
  }

  private static List<Recommendation> sunk(
      List<Recommendation> titles, String genre, double factor, Catalogue catalogue) {
    List<Recommendation> order = new ArrayList<>(titles);
    order.sort(
        Comparator.comparingDouble(
            title -> title.rank() * (has(catalogue, title.animeRow(), genre) ? factor : 1)));
    return order.subList(0, K);
  }

  private void tell() {
    System.out.printf("%,d users, %,d with hidden titles without the genre%n", users, withOthers);
    System.out.println("factor   share of 10   nDCG@10  recall@10  hits of the genre kept");
    for (int f = 0; f < FACTORS.length; f++) {
      System.out.printf(
          "%6.1f %10.1f %% %9.4f %9.4f %8.0f %%%n",
          FACTORS[f],
          100 * share[f] / users,
          ndcg[f] / withOthers,
          recall[f] / withOthers,
          100 * ofGenre[f] / Math.max(1, ofGenre[0]));
    }
  }
}
