package osusume.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What one person watched and how they liked it: a user of the data set or anybody else. Every
 * strategy scores a taste, so that both are served by the same code. Immutable.
 */
public final class Taste {
  private static final byte HIGHEST = 10;

  private final TasteEntries entries;
  private final boolean chosen;
  private final BitSet leaveOut;
  private final int userRow;
  private final int ownRow;

  private Taste(TasteEntries entries, boolean chosen, BitSet leaveOut, int userRow, int ownRow) {
    this.entries = entries;
    this.chosen = chosen;
    this.leaveOut = leaveOut;
    this.userRow = userRow;
    this.ownRow = ownRow;
  }

  private static Taste of(TasteEntries entries, int userRow) {
    return new Taste(entries, false, entries.asBits(), userRow, userRow);
  }

  private static TasteEntries entries(RatingMatrix matrix, int row) {
    int from = matrix.starts()[row];
    int to = matrix.starts()[row + 1];
    return TasteEntries.alike(
        Arrays.copyOfRange(matrix.columns(), from, to),
        Arrays.copyOfRange(matrix.values(), from, to));
  }

  /**
   * The taste of the user in a row of the data set's ratings; what they watched, rated or not, is
   * left out.
   */
  public static Taste ofUser(RatingMatrix matrix, int userRow) {
    return of(entries(matrix, userRow), userRow);
  }

  /** The taste in a row of a matrix of lists that are not those of the data set. */
  public static Taste ofOutsider(RatingMatrix lists, int row) {
    return of(entries(lists, row), -1);
  }

  /**
   * The taste of somebody outside the data set; what they watched, rated or not, is left out.
   *
   * @param rows catalogue rows, distinct
   * @param ratings 1 to 10, or −1: watched, not rated
   */
  public static Taste of(int[] rows, byte[] ratings) {
    return of(TasteEntries.alike(rows.clone(), ratings.clone()), -1);
  }

  /**
   * Nobody's list, but titles chosen to find more like them, all liked alike: for a strategy each
   * is a 10. They are left out.
   *
   * @param rows catalogue rows, distinct
   */
  public static Taste ofTitles(int... rows) {
    byte[] ratings = new byte[rows.length];
    Arrays.fill(ratings, HIGHEST);
    TasteEntries entries = TasteEntries.alike(rows.clone(), ratings);
    return new Taste(entries, true, entries.asBits(), -1, -1);
  }

  /** A list of somebody outside the data set, entry by entry. */
  public static Builder builder() {
    return new Builder();
  }

  /** Adds the entries of a list one by one, in any order. */
  public static final class Builder {
    private int[] rows = new int[64];
    private byte[] ratings = new byte[64];
    private float[] weights = new float[64];
    private final BitSet dropped = new BitSet();
    private final BitSet held = new BitSet();
    private final BitSet leftOut = new BitSet();
    private int size;

    private Builder() {}

    /**
     * A title that was watched. It is left out of the answers.
     *
     * @param animeRow its catalogue row, not yet on the list
     * @param rating 1 to 10, or −1: watched, not rated
     * @param weight how much the entry counts beside others, above 0 and at most 1
     * @throws IllegalArgumentException if one of them can't be
     */
    public Builder watched(int animeRow, int rating, double weight) {
      if (held.get(animeRow)) {
        throw new IllegalArgumentException(
            "Row %d of the catalogue is on the list already.".formatted(animeRow));
      }
      if (rating != RatingMatrix.UNRATED && (rating < 1 || rating > HIGHEST)) {
        throw new IllegalArgumentException(
            "A rating is 1 to %d, or %d for none, but it is %d."
                .formatted(HIGHEST, RatingMatrix.UNRATED, rating));
      }
      if (!((float) weight > 0 && weight <= 1)) {
        throw new IllegalArgumentException(
            "The weight of an entry is above 0 and at most 1, but it is %s.".formatted(weight));
      }
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, 2 * size);
        ratings = Arrays.copyOf(ratings, 2 * size);
        weights = Arrays.copyOf(weights, 2 * size);
      }
      rows[size] = animeRow;
      ratings[size] = (byte) rating;
      weights[size++] = (float) weight;
      held.set(animeRow);
      return this;
    }

    /**
     * A title that was given up: it speaks against titles like it, whatever it was rated. Takes and
     * throws what {@link #watched} does.
     */
    public Builder dropped(int animeRow, int rating, double weight) {
      watched(animeRow, rating, weight);
      dropped.set(size - 1);
      return this;
    }

    /** A title that is never to be recommended, on the list or not: planned, not wanted. */
    public Builder leaveOut(int animeRow) {
      leftOut.set(animeRow);
      return this;
    }

    /** The list so far. Only how weights compare counts, so the largest becomes 1. */
    public Taste build() {
      BitSet leaveOut = (BitSet) held.clone();
      leaveOut.or(leftOut);
      var entries =
          new TasteEntries(
              Arrays.copyOf(rows, size),
              Arrays.copyOf(ratings, size),
              Arrays.copyOf(weights, size),
              (BitSet) dropped.clone());
      return new Taste(entries.normalised(), false, leaveOut, -1, -1);
    }
  }

  /** The same list, but that of a user of the data set of whom only a part of it is known. */
  public Taste knownOf(int row) {
    return new Taste(entries, chosen, leaveOut, -1, row);
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
    return animeRows.isEmpty() ? this : only(entry -> !animeRows.contains(row(entry)));
  }

  /** The same taste with some of its entries alone, as {@link #without(Set)} leaves it. */
  public Taste only(IntPredicate wanted) {
    int[] keep = IntStream.range(0, size()).filter(wanted).toArray();
    return keep.length == size()
        ? this
        : new Taste(entries.keep(keep), chosen, leaveOut, -1, ownRow);
  }

  /** The same taste with more titles that are never to be recommended. */
  public Taste leavingOut(BitSet animeRows) {
    BitSet more = leaveOut();
    more.or(animeRows);
    return new Taste(entries, chosen, more, userRow, ownRow);
  }

  /** How many titles were watched. */
  public int size() {
    return entries.size();
  }

  /** The catalogue row of an entry. */
  public int row(int entry) {
    return entries.rows()[entry];
  }

  /** The rating of an entry: 1 to 10, or −1: watched, not rated. */
  public int rating(int entry) {
    return entries.ratings()[entry];
  }

  /** How much an entry counts beside the others: 1 unless told otherwise, and never above. */
  public float weight(int entry) {
    return entries.weights()[entry];
  }

  /** Whether an entry was given up, so that it speaks against titles like it. */
  public boolean dropped(int entry) {
    return entries.dropped().get(entry);
  }

  /** Whether these are titles chosen to find more like them, and no list of a person. */
  public boolean chosen() {
    return chosen;
  }

  /** Whether a title is on the list. */
  public boolean holds(int animeRow) {
    return IntStream.of(entries.rows()).anyMatch(row -> row == animeRow);
  }

  /** The catalogue rows on the list. A copy. */
  public BitSet rows() {
    return entries.asBits();
  }

  /** Whether a title is never to be recommended to this person. */
  public boolean leavesOut(int animeRow) {
    return leaveOut.get(animeRow);
  }

  /** The catalogue rows that are never to be recommended to this person. A copy. */
  public BitSet leaveOut() {
    return (BitSet) leaveOut.clone();
  }

  /** Sets a bit for each catalogue row of {@link #leaveOut()}, without a copy. */
  public void addLeftOutTo(BitSet rows) {
    rows.or(leaveOut);
  }

  /** The catalogue rows of {@link #leaveOut()} that are not on the list. A copy. */
  public BitSet leftOutUnwatched() {
    // What is on the list is left out always, so nothing else is where there are no more.
    if (leaveOut.cardinality() == size()) {
      return new BitSet();
    }
    BitSet unwatched = leaveOut();
    unwatched.andNot(rows());
    return unwatched;
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
    for (byte rating : entries.ratings()) {
      if (rating > 0) {
        return true;
      }
    }
    return false;
  }
}
