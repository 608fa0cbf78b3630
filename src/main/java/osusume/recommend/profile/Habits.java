package osusume.recommend.profile;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
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

  /** What is worth a word: chosen a quarter more often than by everybody, or a fifth less. */
  private static final double CLEAR_LIFT = Math.log(1.25);

  /** What is worth a word: a tenth of a spread, after 30 ratings that speak for nothing. */
  private static final double CLEAR_LIKING = 0.1;

  /** A genre with less of all watches is worth no word unless the person watched it. */
  private static final double KNOWN_GENRE = 0.03;

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
      double stricterUsers) {
    /** Where the person stands among all users. */
    public Strictness strictness() {
      if (Double.isNaN(stricterUsers)) {
        return Strictness.UNKNOWN;
      }
      if (stricterUsers < 0.25) {
        return Strictness.STRICT;
      }
      return stricterUsers > 0.75 ? Strictness.GENEROUS : Strictness.ALIKE;
    }
  }

  /** How high somebody rates beside all users. */
  public enum Strictness {
    /** Three quarters of the users rate higher. */
    STRICT,
    ALIKE,
    /** Three quarters of the users rate lower. */
    GENEROUS,
    /** There is nothing to compare. */
    UNKNOWN
  }

  /** How well known the titles are that somebody chooses, beside what other users choose. */
  public enum Leaning {
    /** Three quarters of the users choose better known ones. */
    LESS_KNOWN,
    ALIKE,
    /** Three quarters of the users choose less known ones. */
    BETTER_KNOWN,
    /** There is nothing to compare. */
    UNKNOWN
  }

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
      double x = Math.max(0, weights.of(taste, entry));
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

  /** Every genre of the catalogue, the most watched of this list first, unwatched ones last. */
  public List<Heading> genres() {
    return mostWatchedFirst(genres);
  }

  /** Every type of the catalogue, the most watched of this list first, unwatched ones last. */
  public List<Heading> types() {
    return mostWatchedFirst(types);
  }

  private static List<Heading> mostWatchedFirst(TraitHabit habit) {
    return habit.headings().stream()
        .sorted(Comparator.comparingInt(Heading::watched).reversed().thenComparing(Heading::name))
        .toList();
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

  /** The same for the middle user, of those with enough titles; NaN where there is none. */
  public double typicalWatchersOfTheMiddleUser() {
    return everybody.watchersAt(everybody.popularityOfTheMiddleUser());
  }

  /**
   * What part of the users typically chooses less known titles, 0 to 1; NaN for an empty list, or
   * where nobody has enough titles.
   */
  public double usersChoosingLessKnown() {
    return watches ? everybody.shareChoosingLessKnown(popularity) : Double.NaN;
  }

  /** How well known the titles of this list are, by {@link #usersChoosingLessKnown()}. */
  public Leaning leaning() {
    double below = usersChoosingLessKnown();
    if (Double.isNaN(below)) {
      return Leaning.UNKNOWN;
    }
    if (below < 0.25) {
      return Leaning.LESS_KNOWN;
    }
    return below > 0.75 ? Leaning.BETTER_KNOWN : Leaning.ALIKE;
  }

  /** Genres that are chosen clearly more often than everybody does, the clearest first. */
  public List<Heading> genresChosenMore(int most) {
    return clearest(
        heading -> heading.share() > heading.everybody(), Heading::lift, CLEAR_LIFT, most);
  }

  /** Genres that everybody watches and this person clearly less, the clearest first. */
  public List<Heading> genresChosenLess(int most) {
    // A genre that is watched as often but disliked has a low lift too.
    return clearest(
        heading -> heading.share() < heading.everybody(),
        heading -> -heading.lift(),
        CLEAR_LIFT,
        most);
  }

  /** Genres that are rated clearly higher than the person's other titles, the clearest first. */
  public List<Heading> genresLikedMore(int most) {
    return clearest(heading -> true, Heading::liking, CLEAR_LIKING, most);
  }

  /** Genres that are rated clearly lower than the person's other titles, the clearest first. */
  public List<Heading> genresLikedLess(int most) {
    return clearest(heading -> true, heading -> -heading.liking(), CLEAR_LIKING, most);
  }

  private List<Heading> clearest(
      Predicate<Heading> wanted, ToDoubleFunction<Heading> clearness, double least, int most) {
    return genres().stream()
        .filter(wanted)
        .filter(heading -> heading.everybody() >= KNOWN_GENRE || heading.watched() > 1)
        .filter(heading -> clearness.applyAsDouble(heading) >= least)
        .sorted(Comparator.comparingDouble(clearness).reversed())
        .limit(most)
        .toList();
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
