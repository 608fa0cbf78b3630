package osusume.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import osusume.data.Taste;
import osusume.recommend.profile.ProfileRecommender;

/**
 * What the blend's score of a title comes from. A feature adds its weight times how far it stands
 * above its mean over all known titles, so the sum over all features is how far the title stands
 * above the typical one; less what {@link BlendTaste#against} takes off, this sum is divided:
 *
 * <ul>
 *   <li>what features of {@link BlendPart#SIMILAR} add goes to the watched titles by their part of
 *       the score of {@code similar}, that of {@link BlendPart#PEOPLE} by their part of the score
 *       of {@code people};
 *   <li>what is taken off for titles that speak against their like goes to these by the same part;
 *   <li>that of each feature of {@link BlendPart#COMPANIONS} to the watched title it speaks of;
 *   <li>that of {@link #OF_STORY} to the watched titles of the same story;
 *   <li>that of {@link BlendPart#GROUPS} to the taste groups by their part of the score of {@code
 *       mix}, that of a {@link Habit} to what speaks for it;
 *   <li>that of {@link #OF_WATCHERS} to how many watched the title, that of {@link BlendPart#RATED}
 *       to how they rated it.
 * </ul>
 *
 * What speaks for a title is divided only among what raised the score in question, and what speaks
 * against it only among what lowered it. The rest has no reason of its own and counts in the whole:
 * the age of a title, the size of its story, a score that nothing on the list explains. A share is
 * a part of everything that raised the score.
 */
final class BlendReasons {
  /** The features that say how many watched a title. */
  private static final Set<BlendFeature> OF_WATCHERS =
      EnumSet.of(
          BlendFeature.POPULAR,
          BlendFeature.POPULAR_SHORT_LIST,
          BlendFeature.POPULAR_MET,
          BlendFeature.MEMBERS);

  /** The features that say what was watched of the same story. */
  private static final Set<BlendFeature> OF_STORY =
      EnumSet.of(
          BlendFeature.MET,
          BlendFeature.MET_LIKED,
          BlendFeature.PART_BEFORE,
          BlendFeature.PARTS_BEFORE);

  private final BlendFacts facts;
  private final float[] weights;
  private final BlendTaste asked;
  private final MixRecommender mix;
  private final double[] means;

  /**
   * @param weights of the features
   */
  BlendReasons(BlendFacts facts, float[] weights, BlendTaste asked) {
    this.facts = facts;
    this.weights = weights;
    this.asked = asked;
    this.mix = facts.mix().tuned(asked.tuning());
    this.means = new double[asked.features().length];
    for (int f = 0; f < means.length; f++) {
      double sum = 0;
      for (float value : asked.features()[f]) {
        sum += value;
      }
      means[f] = sum / asked.features()[f].length;
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
    double rest =
        Arrays.stream(added).sum()
            + asked.against()[place]
            - amounts.stream().mapToDouble(Amount::amount).sum();
    double raised =
        Math.max(0, rest) + amounts.stream().mapToDouble(one -> Math.max(0, one.amount())).sum();
    return Reason.strongest(
        amounts.stream()
            .filter(one -> one.amount() > 0)
            .map(one -> withShare(one.reason(), one.amount() / raised))
            .toList(),
        limit);
  }

  private static Reason withShare(Reason reason, double share) {
    return switch (reason) {
      case Reason.Watched watched ->
          new Reason.Watched(watched.animeRow(), watched.rating(), share);
      case Reason.Disliked disliked ->
          new Reason.Disliked(disliked.animeRow(), disliked.rating(), share);
      case Reason.Dropped dropped -> new Reason.Dropped(dropped.animeRow(), share);
      case Reason.Chosen chosen -> new Reason.Chosen(chosen.animeRow(), share);
      case Reason.People people -> new Reason.People(people.watchers(), people.people(), share);
      case Reason.Group group -> new Reason.Group(group.group(), share);
      case Reason.Popular popular -> new Reason.Popular(popular.watchers(), share);
      case Reason.Rated rated -> new Reason.Rated(rated.mean(), rated.raters(), share);
      case Reason.Choice choice -> new Reason.Choice(choice.habit(), choice.value(), share);
    };
  }

  /** What each feature adds to the score of a title above that of the typical one. */
  double[] added(int place) {
    double[] added = new double[means.length];
    for (int f = 0; f < added.length; f++) {
      added[f] = weights[f] * (asked.features()[f][place] - means[f]);
    }
    return added;
  }

  private List<Amount> amounts(int place, double[] added) {
    Taste taste = asked.taste();
    int row = facts.rows()[place];
    double[] ofEntries = new double[taste.size()];
    double[] speakFor = facts.similar().contributions(taste, row);
    double[] speakAgainst = new double[taste.size()];
    for (int entry = 0; entry < taste.size(); entry++) {
      if (asked.scale().against(taste, entry)) {
        speakAgainst[entry] = speakFor[entry];
        speakFor[entry] = 0;
      }
    }
    divide(asked.against()[place], speakAgainst, ofEntries);
    divide(of(BlendPart.SIMILAR, added), speakFor, ofEntries);
    divide(of(BlendPart.PEOPLE, added), asked.neighbourhood().shares(row), ofEntries);
    facts.companions().divide(taste, asked.scale(), place, added, ofEntries);
    facts.story().divide(taste, asked.scale(), place, sum(OF_STORY, added), ofEntries);
    List<Amount> amounts = new ArrayList<>();
    for (int entry = 0; entry < ofEntries.length; entry++) {
      amounts.add(new Amount(Reason.of(taste, asked.scale(), entry, 0), ofEntries[entry]));
    }
    groups(row, of(BlendPart.GROUPS, added), amounts);
    habits(row, added, amounts);
    amounts.add(
        new Amount(
            new Reason.Popular((int) facts.known().watchers()[place], 0), sum(OF_WATCHERS, added)));
    if (facts.known().raters(place) > 0) {
      amounts.add(
          new Amount(
              new Reason.Rated(facts.known().mean(place), facts.known().raters(place), 0),
              of(BlendPart.RATED, added)));
    }
    return amounts;
  }

  private static double of(BlendPart part, double[] added) {
    double sum = 0;
    for (BlendFeature feature : BlendFeature.values()) {
      sum += feature.part() == part ? added[feature.ordinal()] : 0;
    }
    return sum;
  }

  private static double sum(Set<BlendFeature> features, double[] added) {
    return features.stream().mapToDouble(feature -> added[feature.ordinal()]).sum();
  }

  /** Divides an amount among the parts that have its sign, by their size. */
  private static void divide(double amount, double[] parts, double[] ofEntries) {
    double sum = 0;
    for (double part : parts) {
      sum += part * amount > 0 ? part : 0;
    }
    for (int entry = 0; entry < parts.length && sum != 0; entry++) {
      if (parts[entry] * amount > 0) {
        ofEntries[entry] += amount * parts[entry] / sum;
      }
    }
  }

  private void groups(int animeRow, double amount, List<Amount> amounts) {
    if (amount <= 0) {
      return;
    }
    for (Reason reason : mix.groupReasons(asked.taste(), animeRow)) {
      amounts.add(new Amount(reason, amount * reason.share()));
    }
  }

  /** A habit's amount goes to what speaks for it: of genres to each one by its part. */
  private void habits(int animeRow, double[] added, List<Amount> amounts) {
    for (Habit habit : Habit.values()) {
      List<Reason.Choice> values = ProfileRecommender.parts(asked.habits(), habit, animeRow);
      double[] ofValues = new double[values.size()];
      divide(
          added[BlendFacts.featureOf(habit).ordinal()],
          values.stream().mapToDouble(Reason.Choice::share).toArray(),
          ofValues);
      for (int i = 0; i < ofValues.length; i++) {
        amounts.add(new Amount(values.get(i), ofValues[i]));
      }
    }
  }
}
