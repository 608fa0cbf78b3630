package osusume.recommend;

import java.util.BitSet;
import java.util.Optional;
import osusume.data.AnimeFilter;
import osusume.data.Taste;

/**
 * What is asked of the recommender, by whatever door.
 *
 * @param taste for whom
 * @param strategy name of the strategy, one of {@link Strategies#ALL}
 * @param k how many titles at the most
 * @param filter which titles are wanted; acts before the cut to k
 * @param franchises whether the parts of one story are one row, entered at the first part that the
 *     person has not watched
 * @param aim what the titles are ranked by
 * @param novelty −1 (the best known) to 1 (the most obscure); 0 as the strategy ranks them
 * @param diversity 0 (as the strategy ranks them) to 1 (as varied as can be)
 * @param takenOut reasons that do not count
 * @param weights how much each part of the blend counts
 * @param companion somebody else for whom the titles shall be good as well; reasons that are taken
 *     out don't count for them either
 * @param among the only catalogue rows that may be recommended, but for those on a list, even where
 *     a taste leaves them out: to rank what somebody plans to watch
 * @param watchedToo whether titles on a list may be recommended as well: to watch again, or to see
 *     where they would stand
 */
public record Request(
    Taste taste,
    String strategy,
    int k,
    AnimeFilter filter,
    boolean franchises,
    Aim aim,
    double novelty,
    double diversity,
    TakenOut takenOut,
    BlendWeights weights,
    Optional<Taste> companion,
    Optional<BitSet> among,
    boolean watchedToo) {
  /** What {@code k} is unless told otherwise. */
  public static final int DEFAULT_K = 5;

  public Request {
    if (k < 1) {
      throw new IllegalArgumentException("k is " + k + ", but at least 1 title must be asked for.");
    }
    requireWithin("Novelty", novelty, -1);
    requireWithin("Diversity", diversity, 0);
    among = among.map(rows -> (BitSet) rows.clone());
  }

  /** A copy. */
  @Override
  public Optional<BitSet> among() {
    return among.map(rows -> (BitSet) rows.clone());
  }

  private static void requireWithin(String name, double value, int least) {
    if (!(value >= least && value <= 1)) {
      throw new IllegalArgumentException(
          "%s is %s, but must be between %d and 1.".formatted(name, value, least));
    }
  }

  /**
   * Asks a strategy; everything else is what it is unless told otherwise: {@link #DEFAULT_K} titles
   * of the whole catalogue, one row a franchise.
   */
  public static Builder of(Taste taste, String strategy) {
    return new Builder(taste, strategy);
  }

  /** Sets the parts one by one. */
  public static final class Builder {
    private final Taste taste;
    private final String strategy;
    private int k = DEFAULT_K;
    private AnimeFilter filter = AnimeFilter.ALL;
    private boolean franchises = true;
    private Aim aim = Aim.WATCH;
    private double novelty;
    private double diversity;
    private TakenOut takenOut = TakenOut.NONE;
    private BlendWeights weights = BlendWeights.LEARNED;
    private Optional<Taste> companion = Optional.empty();
    private Optional<BitSet> among = Optional.empty();
    private boolean watchedToo;

    private Builder(Taste taste, String strategy) {
      this.taste = taste;
      this.strategy = strategy;
    }

    public Builder k(int most) {
      k = most;
      return this;
    }

    public Builder filter(AnimeFilter wanted) {
      filter = wanted;
      return this;
    }

    public Builder franchises(boolean oneRowEach) {
      franchises = oneRowEach;
      return this;
    }

    public Builder aim(Aim wanted) {
      aim = wanted;
      return this;
    }

    public Builder novelty(double wanted) {
      novelty = wanted;
      return this;
    }

    public Builder diversity(double wanted) {
      diversity = wanted;
      return this;
    }

    public Builder takenOut(TakenOut unwanted) {
      takenOut = unwanted;
      return this;
    }

    public Builder weights(BlendWeights wanted) {
      weights = wanted;
      return this;
    }

    /** Titles for both: what either of them watched is left out. */
    public Builder with(Taste other) {
      companion = Optional.of(other);
      return this;
    }

    /** These catalogue rows alone. */
    public Builder among(BitSet rows) {
      among = Optional.of(rows);
      return this;
    }

    /** Titles on the list as well. */
    public Builder watchedToo(boolean wanted) {
      watchedToo = wanted;
      return this;
    }

    /**
     * @throws IllegalArgumentException if a number is out of its range; worded for a person
     */
    public Request build() {
      return new Request(
          taste,
          strategy,
          k,
          filter,
          franchises,
          aim,
          novelty,
          diversity,
          takenOut,
          weights,
          companion,
          among,
          watchedToo);
    }
  }
}
