package osusume.recommend;

import java.util.stream.IntStream;
import osusume.data.Catalogue;
import osusume.data.Taste;

/**
 * When titles appeared, as far as their numbers tell: MyAnimeList counts up, so the order of ids is
 * about that in which titles became known. Immutable.
 */
final class TimeFacts {
  /** So many titles before and after one are of its time: a year or so of the catalogue. */
  private static final int NEAR = 500;

  /** How many titles of nobody's time are added to a list. */
  private static final double PRIOR = 10;

  private final int[] rankOfRow;
  private final int[] rows;
  private final float[] recent;

  /**
   * @param rows catalogue rows of the known titles
   */
  TimeFacts(Catalogue catalogue, int[] rows) {
    int[] ids = catalogue.ids();
    int[] byId =
        IntStream.range(0, ids.length)
            .boxed()
            .sorted((a, b) -> Integer.compare(ids[a], ids[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.rows = rows;
    this.rankOfRow = new int[ids.length];
    for (int rank = 0; rank < byId.length; rank++) {
      rankOfRow[byId[rank]] = rank;
    }
    this.recent = new float[rows.length];
    for (int place = 0; place < rows.length; place++) {
      recent[place] = (float) rankOfRow[rows[place]] / ids.length;
    }
  }

  /** Fills {@link BlendFeature#TIME} and {@link BlendFeature#RECENT}. */
  void fill(Taste taste, TasteWeights scale, float[][] features) {
    float[] upTo = new float[rankOfRow.length + 1];
    float all = 0;
    for (int entry = 0; entry < taste.size(); entry++) {
      if (scale.against(taste, entry)) {
        continue;
      }
      upTo[rankOfRow[taste.row(entry)] + 1] += taste.weight(entry);
      all += taste.weight(entry);
    }
    for (int rank = 1; rank < upTo.length; rank++) {
      upTo[rank] += upTo[rank - 1];
    }
    float[] time = features[BlendFeature.TIME.ordinal()];
    for (int place = 0; place < rows.length; place++) {
      int rank = rankOfRow[rows[place]];
      float near = upTo[Math.min(rankOfRow.length, rank + NEAR)] - upTo[Math.max(0, rank - NEAR)];
      time[place] = (float) Math.log((near + 1) / (all + PRIOR));
    }
    System.arraycopy(recent, 0, features[BlendFeature.RECENT.ordinal()], 0, recent.length);
  }
}
