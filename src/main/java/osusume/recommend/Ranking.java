package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import osusume.data.Catalogue;

/**
 * The rows of an answer, the best first: candidates ordered by their scores, as a {@link Request}
 * has them bent, made one row a story, and spread.
 *
 * @param merged how many candidates have no row for the sake of their story: another one stands for
 *     it, or it begins with a title that is passed over
 */
record Ranking(List<Row> rows, int merged) {
  /**
   * A row of an answer.
   *
   * @param rankedBy the catalogue row whose score ranks it
   * @param entry the catalogue row that is recommended; the same where a title stands for itself
   * @param story catalogue rows of the other titles it stands for, in viewing order
   */
  record Row(int rankedBy, int entry, List<Integer> story) {}

  Ranking {
    rows = List.copyOf(rows);
  }

  /**
   * @param scores of the strategy, one a catalogue row
   * @param watchers how many watched each
   * @param candidates catalogue rows that fit
   * @param passedOver catalogue rows that are no candidates though nobody watched them
   * @param byEntry whether a story ranks where its entry does, and not where its best part does
   */
  static Ranking of(
      Catalogue catalogue,
      Request request,
      float[] scores,
      int[] watchers,
      BitSet candidates,
      BitSet passedOver,
      boolean byEntry) {
    float[] bent = Novelty.bend(scores, watchers, candidates, request.novelty());
    StoryRows stories =
        request.franchises()
            ? new StoryRows(
                Franchises.of(catalogue), bent, watchers, candidates, passedOver, byEntry)
            : null;
    boolean spread = request.diversity() > 0;
    int most = spread ? Math.max(request.k(), Spread.POOL) : request.k();
    int[] first = stories == null ? TopK.of(bent, watchers, candidates, most) : stories.first(most);
    List<Row> rows = new ArrayList<>(first.length);
    for (int row : first) {
      rows.add(stories == null ? new Row(row, row, List.of()) : stories.row(row));
    }
    if (spread) {
      rows = spread(catalogue, request, bent, rows);
    }
    int merged = stories == null ? 0 : candidates.cardinality() - stories.count();
    return new Ranking(rows, merged);
  }

  /** The first of the rows by marginal relevance; what is ranked further down stays there. */
  private static List<Row> spread(
      Catalogue catalogue, Request request, float[] scores, List<Row> rows) {
    int pool = Math.min(Spread.POOL, rows.size());
    float[] relevance = new float[pool];
    int[] titles = new int[pool];
    for (int i = 0; i < pool; i++) {
      relevance[i] = scores[rows.get(i).rankedBy()];
      titles[i] = rows.get(i).entry();
    }
    int[] order = new Spread(catalogue, titles).order(relevance, request.diversity(), request.k());
    return IntStream.concat(
            Arrays.stream(order),
            request.k() > pool ? IntStream.range(pool, rows.size()) : IntStream.empty())
        .mapToObj(rows::get)
        .toList();
  }
}
