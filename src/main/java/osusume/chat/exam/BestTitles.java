package osusume.chat.exam;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import osusume.data.Catalogue;
import osusume.data.Taste;
import osusume.recommend.Recommendations;
import osusume.recommend.Request;

/**
 * What the recommender has at the top, by any of its strategies: an assistant may choose among
 * them. What is merely popular counts only where nothing was learned.
 */
final class BestTitles {
  private static final int TOP = 50;
  private static final String POPULAR = "popular";

  private final Scene scene;
  private final Who to;

  BestTitles(Scene scene, Who to) {
    this.scene = scene;
    this.to = to;
  }

  /**
   * @param like ids of titles that the best shall be like; empty: the person's whole list is what
   *     counts
   * @return catalogue rows
   */
  Set<Integer> rows(List<Integer> like, WantedTitles wanted) {
    Catalogue catalogue = scene.catalogue();
    Taste taste = scene.taste(to);
    if (!like.isEmpty()) {
      int[] rows = like.stream().mapToInt(catalogue::rowOfId).toArray();
      taste = Taste.ofTitles(rows).leavingOut(taste.rows());
    }
    BitSet among = wanted.rows(catalogue);
    among.andNot(scene.known(to));
    Recommendations door = scene.ground(to).recommendations();
    List<String> learned = door.strategies().stream().filter(s -> !s.equals(POPULAR)).toList();
    Set<Integer> best = new LinkedHashSet<>();
    for (String strategy : learned.isEmpty() ? List.of(POPULAR) : learned) {
      door.rank(Request.of(taste, strategy).k(TOP).franchises(true).among(among).build())
          .recommendations()
          .forEach(recommendation -> best.add(recommendation.animeRow()));
    }
    return best;
  }
}
