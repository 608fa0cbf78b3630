package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import osusume.data.Taste;
import osusume.recommend.profile.Habits;
import osusume.recommend.profile.ProfileRecommender;

/**
 * What the blend's score of a title comes from. A feature adds its weight times how far it stands
 * above its mean over all known titles, so the sum over all features is how far the title stands
 * above the typical one, and this sum is divided. What features of {@link BlendPart#SIMILAR} add
 * goes to the watched titles by their part of the score of {@code similar}, that of {@link
 * BlendPart#PEOPLE} by their part of the score of {@code people}, that of {@link
 * BlendPart#COMPANIONS} and {@link BlendPart#FRANCHISE} to the watched titles it was read from,
 * that of {@link BlendPart#GROUPS} to the taste groups by their part of the score of {@code mix},
 * and so on. A share is a part of everything that raised the score; what has none of these sources,
 * such as a title's age, counts in the whole and has no reason of its own.
 */
final class BlendReasons {
  /** A reason that makes up less of a score than this explains nothing. */
  private static final double SMALLEST_SHARE = 0.01;

  private final BlendFacts facts;
  private final float[] weights;
  private final Taste taste;
  private final Tuning tuning;
  private final TasteWeights scale;
  private final Habits habits;
  private final PeopleRecommender.Neighbourhood neighbourhood;
  private final float[][] features;
  private final double[] means;

  /**
   * @param weights of the features
   */
  BlendReasons(BlendFacts facts, float[] weights, Taste taste, Tuning tuning) {
    this.facts = facts;
    this.weights = weights;
    this.taste = taste;
    this.tuning = tuning;
    this.scale = TasteWeights.of(taste);
    this.habits = Habits.of(facts.everybody(), taste);
    this.neighbourhood = facts.people().neighbourhood(taste);
    this.features = facts.of(taste, tuning);
    this.means = new double[features.length];
    for (int f = 0; f < means.length; f++) {
      double sum = 0;
      for (float value : features[f]) {
        sum += value;
      }
      means[f] = sum / features[f].length;
    }
  }

  /** An amount of the score and what it comes from; the share of the reason is not set yet. */
  private record Amount(Reason reason, double amount) {}

  /**
   * Why a known title scored as it did, the strongest first, at most {@code limit} of each kind.
   *
   * @param place of the title among the known ones
   */
  List<Reason> of(int place, int limit) {
    double[] added = added(place);
    List<Amount> amounts = amounts(place, added);
    double rest = Arrays.stream(added).sum() - amounts.stream().mapToDouble(Amount::amount).sum();
    double raised =
        Math.max(0, rest) + amounts.stream().mapToDouble(one -> Math.max(0, one.amount())).sum();
    List<Reason> all =
        amounts.stream()
            .filter(one -> one.amount() > 0 && one.amount() / raised >= SMALLEST_SHARE)
            .sorted(Comparator.comparingDouble(Amount::amount).reversed())
            .map(one -> withShare(one.reason(), one.amount() / raised))
            .toList();
    List<Reason> reasons = new ArrayList<>();
    for (Reason reason : all) {
      long before = reasons.stream().filter(r -> r.getClass() == reason.getClass()).count();
      if (before < limit) {
        reasons.add(reason);
      }
    }
    return List.copyOf(reasons);
  }

  private static Reason withShare(Reason reason, double share) {
    return switch (reason) {
      case Reason.Watched watched ->
          new Reason.Watched(watched.animeRow(), watched.rating(), share);
      case Reason.People people -> new Reason.People(people.watchers(), people.people(), share);
      case Reason.Group group -> new Reason.Group(group.group(), share);
      case Reason.Popular popular -> new Reason.Popular(popular.watchers(), share);
      case Reason.Rated rated -> new Reason.Rated(rated.mean(), rated.raters(), share);
      case Reason.Choice choice -> new Reason.Choice(choice.habit(), choice.value(), share);
    };
  }

  /** What each feature adds to the score of a title above that of the typical one. */
  double[] added(int place) {
    double[] added = new double[features.length];
    for (int f = 0; f < added.length; f++) {
      added[f] = weights[f] * (features[f][place] - means[f]);
    }
    return added;
  }

  private List<Amount> amounts(int place, double[] added) {
    double[] ofParts = new double[BlendPart.values().length];
    for (BlendFeature feature : BlendFeature.values()) {
      ofParts[feature.part().ordinal()] += added[feature.ordinal()];
    }
    int row = facts.rows()[place];
    double[] ofEntries = new double[taste.size()];
    divideSimilar(row, ofParts[BlendPart.SIMILAR.ordinal()], ofEntries);
    facts.companions().divide(taste, scale, place, added, ofEntries);
    facts.story().divide(taste, place, ofParts[BlendPart.FRANCHISE.ordinal()], ofEntries);
    neighbourhood.divide(row, ofParts[BlendPart.PEOPLE.ordinal()], ofEntries);
    List<Amount> amounts = new ArrayList<>();
    for (int entry = 0; entry < ofEntries.length; entry++) {
      amounts.add(
          new Amount(
              new Reason.Watched(taste.row(entry), taste.rating(entry), 0), ofEntries[entry]));
    }
    double ofGroups = ofParts[BlendPart.GROUPS.ordinal()];
    for (Reason reason : facts.mix().tuned(tuning).reasons(taste, row, Integer.MAX_VALUE)) {
      if (reason instanceof Reason.Group) {
        amounts.add(new Amount(reason, ofGroups * reason.share()));
      }
    }
    habits(row, added, amounts);
    amounts.add(
        new Amount(
            new Reason.Popular((int) facts.known().watchers()[place], 0),
            ofParts[BlendPart.POPULAR.ordinal()]));
    if (facts.known().raters(place) > 0) {
      amounts.add(
          new Amount(
              new Reason.Rated(facts.known().mean(place), facts.known().raters(place), 0),
              ofParts[BlendPart.RATED.ordinal()]));
    }
    return amounts;
  }

  private void divideSimilar(int animeRow, double amount, double[] ofEntries) {
    double[] parts = facts.similar().contributions(taste, animeRow);
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    for (int entry = 0; entry < parts.length && sum > 0; entry++) {
      ofEntries[entry] += amount * parts[entry] / sum;
    }
  }

  /** A habit's amount goes to what speaks for it: of genres to each one by its part. */
  private void habits(int animeRow, double[] added, List<Amount> amounts) {
    for (Habit habit : Habit.values()) {
      double amount = added[BlendFacts.featureOf(habit).ordinal()];
      List<Reason.Choice> parts =
          ProfileRecommender.parts(habits, habit, animeRow).stream()
              .filter(part -> part.share() > 0)
              .toList();
      double sum = parts.stream().mapToDouble(Reason.Choice::share).sum();
      for (Reason.Choice part : parts) {
        amounts.add(new Amount(part, amount * part.share() / sum));
      }
    }
  }
}
