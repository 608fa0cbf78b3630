package osusume.recommend;

import java.util.stream.IntStream;
import osusume.data.Taste;

/** Why a strategy has nothing to go by for somebody, who then gets the most watched titles. */
public enum Lack {
  EMPTY_LIST("The list is empty", "%,d of %,d people have no title of the data set on their list"),
  /** The strategy goes by ratings alone, and there are only watched titles. */
  NO_RATING(
      "There is no rating to learn a taste from",
      "%,d of %,d people have no rating to learn a taste from"),
  /** The strategy goes by ratings alone, and of the rated titles it knows none. */
  NO_RATED_TITLE_KNOWN(
      "None of the rated titles is known to this strategy",
      "%,d of %,d people rated no title that this strategy knows"),
  NO_CHOSEN_TITLE_KNOWN(
      "None of the chosen titles is known to this strategy",
      "%,d of %,d choices hold no title that this strategy knows"),
  /** A strategy goes by what was liked, and nothing was. */
  ONLY_AGAINST(
      "Everything on the list was dropped or disliked",
      "%,d of %,d people dropped or disliked everything on their list"),
  NOTHING_KNOWN(
      "Nothing on the list is known to this strategy",
      "%,d of %,d people have nothing on their list that this strategy knows"),
  /** There was something before it was taken out. */
  TAKEN_OUT(
      "Without the reasons that were taken out there is nothing to go by",
      "%,d of %,d people have nothing to go by without the reasons that were taken out");

  private final String ofOne;
  private final String ofMany;

  Lack(String ofOne, String ofMany) {
    this.ofOne = ofOne;
    this.ofMany = ofMany;
  }

  /**
   * What a taste lacks, where nothing was taken out of it.
   *
   * @param strategy one that does not know the taste
   */
  static Lack of(Taste taste, Recommender strategy) {
    if (taste.size() == 0) {
      return EMPTY_LIST;
    }
    if (taste.chosen()) {
      return NO_CHOSEN_TITLE_KNOWN;
    }
    if (strategy.needsRatings() && !taste.hasRatings()) {
      return NO_RATING;
    }
    TasteWeights scale = TasteWeights.of(taste);
    if (IntStream.range(0, taste.size()).allMatch(entry -> scale.against(taste, entry))) {
      return ONLY_AGAINST;
    }
    return strategy.needsRatings() ? NO_RATED_TITLE_KNOWN : NOTHING_KNOWN;
  }

  /** What the person is told. */
  public String sentence() {
    return ofOne + ", so these are the most watched titles that fit.";
  }

  /** What two people are told where only one of them lacks something. */
  String sentenceOfOne(String which) {
    return "For %s of the two what most people watch stands in: %s."
        .formatted(which, Character.toLowerCase(ofOne.charAt(0)) + ofOne.substring(1));
  }

  /** What is told of so many of all people who were answered at once. */
  public String sentence(int people, int all) {
    return ofMany.formatted(people, all) + "; they got the most watched titles that fit.";
  }
}
