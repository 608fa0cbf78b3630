package osusume.chat.offline;

import java.util.List;
import java.util.Set;
import osusume.data.NumberRange;

/** The range that the words around a number make of it. */
final class Comparison {
  private static final Set<String> UNDER = Set.of("under", "below", "beneath", "underneath");
  private static final Set<String> OVER =
      Set.of("over", "above", "exceeding", "exceeds", "exceed", "beyond", "past", "beats", "beat");
  private static final Set<String> UP =
      Set.of(
          "more", "higher", "better", "above", "over", "longer", "up", "upwards", "greater",
          "beyond", "bigger", "larger");
  private static final Set<String> DOWN =
      Set.of(
          "less", "fewer", "lower", "below", "under", "shorter", "worse", "smaller", "down", "max",
          "maximum", "tops");
  private static final Set<String> NOT =
      Set.of(
          "no",
          "not",
          "nothing",
          "never",
          "dont",
          "doesnt",
          "isnt",
          "without",
          "cant",
          "none",
          "shouldnt",
          "arent",
          "mustnt",
          "wont");
  private static final Set<String> ABOUT =
      Set.of(
          "around",
          "about",
          "roughly",
          "approximately",
          "circa",
          "approx",
          "nearly",
          "almost",
          "ish");
  private static final Set<String> ARTICLES =
      Set.of(
          "a", "an", "the", "of", "around", "about", "like", "only", "is", "rating", "score",
          "rated", "say", "half");
  private static final double NEAR = 0.17;

  private final List<Word> words;

  Comparison(List<Word> words) {
    this.words = words;
  }

  private String text(int at) {
    return at < 0 || at >= words.size() ? "" : words.get(at).text();
  }

  /** Whether "or more", "and up" or the like stand behind a word. */
  boolean after(int last) {
    return Set.of("or", "and").contains(text(last + 1))
        && (UP.contains(text(last + 2)) || DOWN.contains(text(last + 2)));
  }

  /** Whether "max", "tops" or "minimum" stands behind a word. */
  boolean limitAfter(int last) {
    return Set.of("max", "maximum", "tops", "min", "minimum", "upwards", "plus")
        .contains(text(last + 1));
  }

  /**
   * The range of a number; null: it is not compared.
   *
   * @param x its value
   * @param at its word
   * @param last the last word of it
   * @param unitEnd the last word of its unit; {@code last} where there is none
   */
  NumberRange of(double x, int at, int last, int unitEnd) {
    for (int end : new int[] {last, unitEnd}) {
      if (after(end)) {
        return UP.contains(text(end + 2)) ? atLeast(x) : atMost(x);
      }
      if (Set.of("max", "maximum", "tops").contains(text(end + 1))
          || text(end + 1).equals("at") && text(end + 2).equals("most")) {
        return atMost(x);
      }
      if (Set.of("min", "minimum", "upwards", "plus").contains(text(end + 1))
          || text(end + 1).equals("at") && text(end + 2).equals("least")) {
        return atLeast(x);
      }
    }
    if (last + 1 < words.size() && words.get(last + 1).before().startsWith("+")
        || last + 1 == words.size() && words.get(last).raw().endsWith("+")) {
      return atLeast(x);
    }
    return before(x, at);
  }

  private NumberRange before(double x, int at) {
    int one = at - 1;
    while (ARTICLES.contains(text(one)) && at - one < 3 && !ABOUT.contains(text(one))) {
      one--;
    }
    String word = text(one);
    String two = text(one - 1) + " " + word;
    if (Set.of(
                "at least",
                "no less",
                "not less",
                "minimum of",
                "starting at",
                "starting from",
                "least of")
            .contains(two)
        || Set.of("minimum", "min", "from", "least").contains(word)) {
      return atLeast(x);
    }
    if (Set.of("at most", "up to", "maximum of", "limit of", "cap of", "within the", "limited to")
            .contains(two)
        || Set.of("maximum", "max", "within", "until", "most").contains(word)) {
      return atMost(x);
    }
    if (word.equals("than")) {
      boolean up =
          Set.of("more", "longer", "higher", "better", "greater", "bigger", "larger", "other")
              .contains(text(one - 1));
      return turned(up, negated(one - 1), x);
    }
    if (UNDER.contains(word)) {
      return turned(false, negated(one), x);
    }
    if (OVER.contains(word)) {
      return turned(true, negated(one), x);
    }
    if (Set.of("exceed", "exceeds", "exceeding").contains(word)) {
      return turned(true, negated(one), x);
    }
    if (before(at).endsWith("<")) {
      return NumberRange.lessThan(x);
    }
    if (before(at).endsWith(">")) {
      return NumberRange.moreThan(x);
    }
    if (before(at).matches(".*(>=|≥)$")) {
      return atLeast(x);
    }
    if (before(at).matches(".*(<=|≤)$")) {
      return atMost(x);
    }
    if (ABOUT.contains(word) || before(at).endsWith("~")) {
      return NumberRange.between(Math.floor(x * (1 - NEAR)), Math.ceil(x * (1 + NEAR)));
    }
    return null;
  }

  private String before(int at) {
    return words.get(at).before().strip();
  }

  /** Whether a word of denial stands a little before, in the same clause. */
  private boolean negated(int at) {
    for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
      if (words.get(i + 1).breaksBefore()) {
        return false;
      }
      if (NOT.contains(text(i))) {
        return true;
      }
      if (text(i).equals("with")
          || text(i).equals("but")
          || !Double.isNaN(NumberWords.value(words.get(i)))) {
        return false;
      }
    }
    return false;
  }

  private static NumberRange turned(boolean up, boolean negated, double x) {
    if (up) {
      return negated ? atMost(x) : NumberRange.moreThan(x);
    }
    return negated ? atLeast(x) : NumberRange.lessThan(x);
  }

  static NumberRange atLeast(double x) {
    return NumberRange.between(x, Double.POSITIVE_INFINITY);
  }

  static NumberRange atMost(double x) {
    return NumberRange.between(Double.NEGATIVE_INFINITY, x);
  }
}
