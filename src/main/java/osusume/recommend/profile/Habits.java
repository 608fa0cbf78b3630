package osusume.recommend.profile;

import java.util.List;
import osusume.data.Taste;
import osusume.recommend.TasteWeights;

/**
 * What a list says about how its owner chooses titles and how they rate, beside everybody. The
 * strategies of this package score by these numbers and the window shows them. Immutable.
 */
public final class Habits {
  /** How many ratings with everybody's spread are added to the person's. */
  private static final double SPREAD_PRIOR = 10;

  /**
   * How much everybody's genres and types count in the person's. On inner splits of the 3,500 users
   * 5 and 50 rank no better.
   */
  private static final double PRIOR = 20;

  /**
   * The same for lengths: for whole lists 50 is as good as 20, and with ten titles it is what keeps
   * lengths from being worse than nothing.
   */
  private static final double LENGTH_PRIOR = 50;

  /** How much everybody's popularity counts in the person's, as taste weight. */
  private static final double POPULARITY_PRIOR = 20;

  private final Everybody everybody;
  private final boolean rates;
  private final boolean watches;
  private final Scale scale;
  private final double steadySpread;
  private final double popularity;
  private final double steadyPopularity;
  private final TraitHabit genres;
  private final TraitHabit types;
  private final TraitHabit lengths;
  private final TraitHabit bands;

  /**
   * How a person rates.
   *
   * @param mean of their ratings, 1 to 10; NaN where there is none
   * @param spread of their ratings (standard deviation, n); NaN where there is none
   * @param everybodysMean the mean of all users' means; NaN where nobody rates enough
   * @param everybodysSpread the mean of all users' spreads
   * @param stricterUsers what part of all users has a lower mean, 0 to 1; NaN where either is not
   *     known
   */
  public record Scale(
      double mean,
      double spread,
      double everybodysMean,
      double everybodysSpread,
      double stricterUsers) {}

  private Habits(Everybody everybody, Taste taste) {
    this.everybody = everybody;
    TasteWeights weights = TasteWeights.of(taste);
    double rated = weights.rated();
    rates = rated > 0;
    scale =
        new Scale(
            rates ? weights.mean() : Double.NaN,
            rates ? weights.spread() : Double.NaN,
            everybody.mean(),
            everybody.spread(),
            rates ? everybody.shareBelow(weights.mean()) : Double.NaN);
    steadySpread =
        (rated * weights.spread() + SPREAD_PRIOR * everybody.spread()) / (rated + SPREAD_PRIOR);
    double all = 0;
    double sum = 0;
    for (int entry = 0; entry < taste.size(); entry++) {
      double x = taste.weight(entry) * weights.of(taste.rating(entry));
      all += x;
      sum += x * everybody.popularity(taste.row(entry));
    }
    watches = all > 0;
    popularity = watches ? sum / all : Double.NaN;
    steadyPopularity = sum / (all + POPULARITY_PRIOR);
    genres = new TraitHabit(everybody.genres(), everybody.genreShares(), PRIOR, taste, weights);
    types = new TraitHabit(everybody.types(), everybody.typeShares(), PRIOR, taste, weights);
    lengths =
        new TraitHabit(everybody.lengths(), everybody.lengthShares(), LENGTH_PRIOR, taste, weights);
    bands = new TraitHabit(everybody.bands(), everybody.bandShares(), PRIOR, taste, weights);
  }

  /** Reads the habits off a list. */
  public static Habits of(Everybody everybody, Taste taste) {
    return new Habits(everybody, taste);
  }

  /** Whether there is a rating that counts. */
  boolean rates() {
    return rates;
  }

  /** Whether there is a title that counts. */
  boolean watches() {
    return watches;
  }

  /** How the person rates. */
  public Scale scale() {
    return scale;
  }

  /** Every genre of the catalogue, also those that were not watched; in alphabetical order. */
  public List<Heading> genres() {
    return genres.headings();
  }

  /** Every type of the catalogue, the most frequent first. */
  public List<Heading> types() {
    return types.headings();
  }

  /** Lengths in episodes, from short to long, unknown last. */
  public List<Heading> lengths() {
    return lengths.headings();
  }

  /**
   * Popularity by rank: the 100 most watched titles of the data set, the next 400, the next 1,500
   * and all further ones; named by their place from 0 on.
   */
  public List<Heading> bands() {
    return bands.headings();
  }

  /**
   * How many watchers in the data set the titles of this list typically have (geometric mean,
   * titles that were liked counting more); NaN for an empty list.
   */
  public double typicalWatchers() {
    return everybody.watchersAt(popularity);
  }

  /** The same over all watches of all users. */
  public double everybodysTypicalWatchers() {
    return everybody.watchersAt(0);
  }

  Everybody everybody() {
    return everybody;
  }

  /** The person's spread, drawn towards everybody's where they rated few titles. */
  double steadySpread() {
    return steadySpread;
  }

  /**
   * How much better known than everybody's the person's titles are, as {@link
   * Everybody#popularity}, drawn towards 0 where there are few.
   */
  double steadyPopularity() {
    return steadyPopularity;
  }

  TraitHabit genreHabit() {
    return genres;
  }

  TraitHabit typeHabit() {
    return types;
  }

  TraitHabit lengthHabit() {
    return lengths;
  }
}
