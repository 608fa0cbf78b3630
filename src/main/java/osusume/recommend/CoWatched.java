package osusume.recommend;

import java.util.Arrays;
import osusume.data.RatingMatrix;
import osusume.linalg.ColumnProducts;
import osusume.linalg.ParallelBlocks;
import osusume.linalg.SparseFloats;
import osusume.progress.Progress;

/** Counts which titles are watched by the same users. */
final class CoWatched {
  /**
   * How many companions of a watched title are kept: those it shares the most users with. The blend
   * was measured with these; they are 13 MB at full size, where all would be 170.
   */
  static final int KEPT = 256;

  private CoWatched() {}

  /**
   * For each known title the titles it is watched with most, and by how many users.
   *
   * @param rows the known titles
   * @return square over them; the row is the watched title
   */
  static SparseFloats count(
      RatingMatrix ratings, int[] rows, ParallelBlocks parallel, Progress progress) {
    int size = rows.length;
    int[][] columns = new int[size][];
    float[][] counts = new float[size][];
    new ColumnProducts(SimilarTraining.tastes(ratings, rows))
        .count(
            (title, together) -> {
              together[title] = 0;
              columns[title] = most(together);
              counts[title] = new float[columns[title].length];
              for (int e = 0; e < columns[title].length; e++) {
                counts[title][e] = together[columns[title][e]];
              }
            },
            parallel,
            done -> {
              progress.check();
              progress.report(done, "counting which titles are watched together");
            });
    return SparseFloats.ofRows(size, columns, counts);
  }

  /** Where the largest counts stand, ascending; of equal ones the first. */
  private static int[] most(int[] together) {
    int[] sorted = together.clone();
    Arrays.sort(sorted);
    int least = sorted[Math.max(0, sorted.length - KEPT)];
    int above = 0;
    for (int count : together) {
      above += count > least ? 1 : 0;
    }
    int equal = Math.min(KEPT, together.length) - above;
    int[] kept = new int[Math.min(KEPT, together.length)];
    int n = 0;
    for (int i = 0; i < together.length; i++) {
      int count = together[i];
      if (count > 0 && (count > least || (count == least && equal-- > 0))) {
        kept[n++] = i;
      }
    }
    return Arrays.copyOf(kept, n);
  }
}
