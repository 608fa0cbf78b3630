package osusume.recommend.profile;

import java.util.List;
import java.util.stream.IntStream;
import osusume.data.Taste;
import osusume.recommend.TasteWeights;

/** How often one person watches each value of a {@link Trait}, and how they like it. Immutable. */
final class TraitHabit {
  /** How many ratings just at the person's mean are added to those of a value. */
  private static final double LIKING_PRIOR = 30;

  private final Trait trait;
  private final double[] everybody;
  private final int titles;
  private final int[] watched;
  private final int[] ratingCounts;
  private final int[] ratingSums;
  private final double[] lifts;
  private final double[] likings;

  /**
   * @param everybody what part of all watches is of titles with each value
   * @param prior how much everybody's choices count in this person's, as taste weight: with 20 a
   *     list of 33 titles, none of them rated, says as much
   * @param scale of that taste
   */
  TraitHabit(Trait trait, double[] everybody, double prior, Taste taste, TasteWeights scale) {
    int count = trait.count();
    this.trait = trait;
    this.everybody = everybody;
    this.titles = taste.size();
    this.watched = new int[count];
    this.ratingCounts = new int[count];
    this.ratingSums = new int[count];
    this.lifts = new double[count];
    this.likings = new double[count];
    double all = 0;
    double[] chosen = new double[count];
    double[] liked = new double[count];
    double[] rated = new double[count];
    for (int entry = 0; entry < taste.size(); entry++) {
      int rating = taste.rating(entry);
      double weight = taste.weight(entry);
      double x = Math.max(0, scale.of(taste, entry));
      all += x;
      for (int value : trait.of(taste.row(entry))) {
        watched[value]++;
        chosen[value] += x;
        if (rating > 0) {
          ratingCounts[value]++;
          ratingSums[value] += rating;
        }
        if (rating > 0 || taste.dropped(entry)) {
          rated[value] += weight;
          liked[value] += weight * scale.standard(taste, entry);
        }
      }
    }
    for (int value = 0; value < count; value++) {
      likings[value] = liked[value] / (rated[value] + LIKING_PRIOR);
      // What nobody watches can't be chosen more or less often than by everybody.
      lifts[value] =
          everybody[value] > 0
              ? Math.log((chosen[value] / everybody[value] + prior) / (all + prior))
              : 0;
    }
  }

  /**
   * How much more often than everybody the person chooses a value, as a logarithm: log P(value |
   * person) − log P(value | everybody), the first with Dirichlet's prior at the second. A title
   * counts by its {@link TasteWeights}, so one that was liked says more, and one that speaks
   * against its like nothing. 0 for an empty list.
   */
  double lift(int value) {
    return lifts[value];
  }

  /**
   * How they like a value beside their other titles: the mean of their ratings on their own scale
   * ({@link TasteWeights#standard}), drawn towards 0.
   */
  double liking(int value) {
    return likings[value];
  }

  /** The lift of every title, for a trait of which each title has one value. */
  float[] ofTitles(int catalogueSize) {
    float[] numbers = new float[catalogueSize];
    for (int row = 0; row < catalogueSize; row++) {
      numbers[row] = (float) lifts[trait.of(row)[0]];
    }
    return numbers;
  }

  /** The lift of a title and its value, for a trait of which each title has one value. */
  HabitScorer.Part partOf(int animeRow) {
    int value = trait.of(animeRow)[0];
    return new HabitScorer.Part(trait.name(value), lifts[value]);
  }

  /** What there is to say of each value, in the order of the trait. */
  List<Heading> headings() {
    return IntStream.range(0, trait.count()).mapToObj(this::heading).toList();
  }

  private Heading heading(int value) {
    return new Heading(
        trait.name(value),
        watched[value],
        titles == 0 ? 0 : (double) watched[value] / titles,
        everybody[value],
        lifts[value],
        likings[value],
        ratingCounts[value] == 0 ? Double.NaN : (double) ratingSums[value] / ratingCounts[value]);
  }
}
