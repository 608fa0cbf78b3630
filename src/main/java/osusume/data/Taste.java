package osusume.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What one person watched and how they liked it: a user of the data set or anybody else. Every
 * strategy scores a taste, so that both are served by the same code. Immutable.
 */
public final class Taste {
  private final int[] rows;
  private final byte[] ratings;
  private final float[] weights;
  private final BitSet leaveOut;
  private final int userRow;
  private final int ownRow;

  private Taste(
      int[] rows, byte[] ratings, float[] weights, BitSet leaveOut, int userRow, int ownRow) {
    this.rows = rows;
    this.ratings = ratings;
    this.weights = weights;
    this.leaveOut = leaveOut;
    this.userRow = userRow;
    this.ownRow = ownRow;
  }

  /**
   * The taste of the user in a row of the data set's ratings; what they watched, rated or not, is
   * left out.
   */
  public static Taste ofUser(RatingMatrix matrix, int userRow) {
    int from = matrix.starts()[userRow];
    int to = matrix.starts()[userRow + 1];
    int[] rows = Arrays.copyOfRange(matrix.columns(), from, to);
    byte[] ratings = Arrays.copyOfRange(matrix.values(), from, to);
    return new Taste(rows, ratings, ones(rows.length), bits(rows), userRow, userRow);
  }

  /** The taste in a row of a matrix of lists that are not those of the data set. */
  public static Taste ofOutsider(RatingMatrix lists, int row) {
    Taste taste = ofUser(lists, row);
    return new Taste(taste.rows, taste.ratings, taste.weights, taste.leaveOut, -1, -1);
  }

  /**
   * The taste of somebody outside the data set; what they watched, rated or not, is left out.
   *
   * @param rows catalogue rows, distinct
   * @param ratings 1 to 10, or −1: watched, not rated
   */
  public static Taste of(int[] rows, byte[] ratings) {
    return new Taste(rows.clone(), ratings.clone(), ones(rows.length), bits(rows), -1, -1);
  }

  /** The same list, but that of a user of the data set of whom only a part of it is known. */
  public Taste knownOf(int row) {
    return new Taste(rows, ratings, weights, leaveOut, -1, row);
  }

  /**
   * The same taste without the entry of one title, which is left out of the answers all the same.
   */
  public Taste without(int animeRow) {
    return without(Set.of(animeRow));
  }

  /**
   * The same taste without the entries of some titles, which are left out of the answers all the
   * same. It is nobody's row of the data set any more, so that nothing learned from the entries is
   * left in it; a taste that holds none of the titles is itself.
   */
  public Taste without(Set<Integer> animeRows) {
    int[] keep =
        IntStream.range(0, rows.length).filter(i -> !animeRows.contains(rows[i])).toArray();
    if (keep.length == rows.length) {
      return this;
    }
    int[] newRows = new int[keep.length];
    byte[] newRatings = new byte[keep.length];
    float[] newWeights = new float[keep.length];
    for (int i = 0; i < keep.length; i++) {
      newRows[i] = rows[keep[i]];
      newRatings[i] = ratings[keep[i]];
      newWeights[i] = weights[keep[i]];
    }
    return new Taste(newRows, newRatings, newWeights, leaveOut, -1, ownRow);
  }

  private static float[] ones(int n) {
    float[] ones = new float[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static BitSet bits(int[] rows) {
    BitSet bits = new BitSet();
    for (int row : rows) {
      bits.set(row);
    }
    return bits;
  }

  /** How many titles were watched. */
  public int size() {
    return rows.length;
  }

  /** The catalogue row of an entry. */
  public int row(int entry) {
    return rows[entry];
  }

  /** The rating of an entry: 1 to 10, or −1: watched, not rated. */
  public int rating(int entry) {
    return ratings[entry];
  }

  /** How much an entry counts; 1 unless told otherwise. */
  public float weight(int entry) {
    return weights[entry];
  }

  /** Whether a title is on the list. */
  public boolean holds(int animeRow) {
    return IntStream.of(rows).anyMatch(row -> row == animeRow);
  }

  /** Whether a title is never to be recommended to this person. */
  public boolean leavesOut(int animeRow) {
    return leaveOut.get(animeRow);
  }

  /** The catalogue rows that are never to be recommended to this person. A copy. */
  public BitSet leaveOut() {
    return (BitSet) leaveOut.clone();
  }

  /** The person's row in the data set's ratings, or −1 for somebody outside it. */
  public int userRow() {
    return userRow;
  }

  /**
   * The person's row in the data set's ratings even where this list is another than theirs there;
   * −1 for somebody outside it. Nobody is compared with themselves.
   */
  public int ownRow() {
    return ownRow;
  }

  /** Whether any title was rated. */
  public boolean hasRatings() {
    for (byte rating : ratings) {
      if (rating > 0) {
        return true;
      }
    }
    return false;
  }
}
