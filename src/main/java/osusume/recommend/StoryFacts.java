package osusume.recommend;

import java.util.Arrays;
import osusume.data.Taste;

/** What follows from the franchises a person has met. Immutable. */
final class StoryFacts {
  private final int[] rows;
  private final int[] franchiseOfPlace;
  private final int[] franchiseOfRow;
  private final int franchiseCount;

  /** The parts that come before a known title, as catalogue rows in viewing order. */
  private final int[][] before;

  private final float[] parts;
  private final float[] mainPart;

  /**
   * @param rows catalogue rows of the known titles
   * @param watchers of every catalogue row
   */
  StoryFacts(Franchises franchises, int[] rows, int[] watchers) {
    this.rows = rows;
    this.franchiseCount = franchises.count();
    this.franchiseOfRow = new int[watchers.length];
    for (int row = 0; row < watchers.length; row++) {
      franchiseOfRow[row] = franchises.of(row);
    }
    this.franchiseOfPlace = new int[rows.length];
    this.before = new int[rows.length][];
    this.parts = new float[rows.length];
    this.mainPart = new float[rows.length];
    for (int place = 0; place < rows.length; place++) {
      int row = rows[place];
      franchiseOfPlace[place] = franchiseOfRow[row];
      int[] members = franchises.members(franchiseOfRow[row]);
      int position = 0;
      int most = 0;
      for (int i = 0; i < members.length; i++) {
        position = members[i] == row ? i : position;
        most = Math.max(most, watchers[members[i]]);
      }
      before[place] = Arrays.copyOf(members, position);
      parts[place] = (float) Math.log(members.length);
      mainPart[place] = (watchers[row] + 1f) / (most + 1f);
    }
  }

  /**
   * Fills the features of {@link BlendPart#FRANCHISE}. A part counts as watched by the weight of
   * its entry; one that speaks against its like does not count.
   */
  void fill(Taste taste, TasteWeights scale, float[][] features) {
    float[] count = new float[franchiseCount];
    float[] liking = new float[franchiseCount];
    float[] most = new float[franchiseCount];
    float[] watched = new float[franchiseOfRow.length];
    for (int entry = 0; entry < taste.size(); entry++) {
      if (scale.against(taste, entry)) {
        continue;
      }
      int row = taste.row(entry);
      int franchise = franchiseOfRow[row];
      float weight = taste.weight(entry);
      watched[row] = weight;
      most[franchise] = Math.max(most[franchise], weight);
      count[franchise] += weight;
      liking[franchise] += scale.of(taste, entry) - weight * TasteWeights.UNRATED;
    }
    float[] met = features[BlendFeature.MET.ordinal()];
    float[] metLiked = features[BlendFeature.MET_LIKED.ordinal()];
    for (int place = 0; place < rows.length; place++) {
      int franchise = franchiseOfPlace[place];
      if (count[franchise] > 0) {
        met[place] = most[franchise];
        metLiked[place] = most[franchise] * liking[franchise] / count[franchise];
        before(place, watched, features);
      }
    }
    System.arraycopy(parts, 0, features[BlendFeature.PARTS.ordinal()], 0, rows.length);
    System.arraycopy(mainPart, 0, features[BlendFeature.MAIN_PART.ordinal()], 0, rows.length);
  }

  private void before(int place, float[] watched, float[][] features) {
    int[] earlier = before[place];
    if (earlier.length == 0) {
      return;
    }
    float seen = 0;
    for (int row : earlier) {
      seen += watched[row];
    }
    features[BlendFeature.PART_BEFORE.ordinal()][place] = watched[earlier[earlier.length - 1]];
    features[BlendFeature.PARTS_BEFORE.ordinal()][place] = seen / earlier.length;
  }

  /** Divides an amount among the titles that {@link #fill} met in a title's franchise, if any. */
  void divide(Taste taste, TasteWeights scale, int place, double added, double[] shares) {
    int franchise = franchiseOfPlace[place];
    double all = 0;
    for (int entry = 0; entry < taste.size(); entry++) {
      all += weightIn(franchise, taste, scale, entry);
    }
    for (int entry = 0; entry < taste.size() && all > 0; entry++) {
      shares[entry] += added * weightIn(franchise, taste, scale, entry) / all;
    }
  }

  private double weightIn(int franchise, Taste taste, TasteWeights scale, int entry) {
    boolean counts = franchiseOfRow[taste.row(entry)] == franchise && !scale.against(taste, entry);
    return counts ? taste.weight(entry) : 0;
  }
}
